// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace downtimeline {

/// Writes the whole file by way of a temporary beside it, so that a full disk, a folder that may not be written or a
/// power cut leave what stood there byte for byte. The error is one sentence with the path and the cause.
Status writeFile(const QString &path, const QByteArray &bytes);

} // namespace downtimeline
