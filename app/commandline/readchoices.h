// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/readers/reader.h"

#include <QStringList>

namespace downtimeline {

/// --map COLUMN=FIELD, several times. What is no pair or no field is a Usage error that says which fields there are;
/// whether the file has the column is known when it is read.
Status readColumnChoices(const QStringList &pairs, ReadOptions &options);

/// --as FORMAT. A word that is no reader's key is a Usage error that says which there are.
Status checkFormat(const QString &format);

/// The formats and the fields, for --help.
QString readChoicesHelp();

} // namespace downtimeline
