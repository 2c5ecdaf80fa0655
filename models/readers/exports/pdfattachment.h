// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/readers/descriptor.h"

#include <QString>

#include <string>
#include <string_view>

namespace downtimeline {

/// The name of the file that a report of Downtimeline carries, and of what tells its SHA-256.
inline constexpr std::string_view attachedName = "incident.json";
inline constexpr std::string_view attachedHash = "/DowntimelineSha256";

/// The incident's data out of a report that Downtimeline wrote; nothing else of the PDF is looked at. Refused with a
/// sentence: a PDF of others, one without data, a damaged or locked one, one that unpacks to too much.
Result<std::string> attachedIncident(std::string_view pdf, const QString &path);

/// The same from an open file.
Result<std::string> attachedIncident(const Descriptor &file, const QString &path);

/// The first bytes of a file tell that it is a PDF.
bool isPdf(const Descriptor &file);

} // namespace downtimeline
