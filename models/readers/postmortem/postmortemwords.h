// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/writtentime.h"

#include <QString>

#include <string>
#include <vector>

namespace downtimeline {

/// "16 January 2024".
std::string dayInWords(const WrittenTime &time);
/// "10:20".
std::string clockInWords(const ClockTime &clock);
/// "7, 11 and 24".
std::string linesInWords(std::vector<int> lines);
/// A finding whose key is its rule and its facts. The facts are what disagrees (days, clocks, zones, words), in no
/// language of the user and without line numbers: a document that gains a line keeps its keys.
Finding makeFinding(
    const std::string &rule, const QString &title, const QString &message, std::vector<int> lines,
    const std::vector<std::string> &facts);

} // namespace downtimeline
