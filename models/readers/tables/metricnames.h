// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"

#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// The name, measure and unit that a column's header tells: "p95_ms" is "p95", a response time, in "ms"; "5xx %" an
/// error rate in "percent"; "requests_per_second" traffic in "req/s". The unit is empty where none is told.
Series seriesOfHeader(std::string_view header);

/// What the name of a file, without its ending, tells of the one series in it. It often names what happened as well, so
/// "request_latency_failure" is a response time, "system_failure" nothing known; an error rate is called one: "5xx",
/// "error_rate".
Series seriesOfFile(std::string_view stem);

/// The one spelling of a unit: "ms", "s", "us", "percent", "req/s", "bytes"; empty where the word is no unit known
/// here.
std::string_view unitOfWord(std::string_view word);

/// The unit in which a series is kept whose cells bear this unit: "ms" for all times, "bytes" for all sizes.
std::string unitForCells(std::string_view cellUnit);

/// What a number with that unit is multiplied with in a series of this unit; none where the two do not go together.
std::optional<double> factorBetween(std::string_view cellUnit, std::string_view seriesUnit);

/// A cell that says that there is no value: empty, "NaN", "null", "N/A", "-".
bool isGap(std::string_view cell);

} // namespace downtimeline
