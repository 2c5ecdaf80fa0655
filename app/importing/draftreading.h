// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/reading.h"
#include "models/domain/source.h"
#include "models/readers/importdraft.h"
#include "models/storage/importoutcome.h"

#include <stop_token>

namespace downtimeline {

class Library;

/// Files up to this size are read whole and shown before they are stored.
inline constexpr std::int64_t largestPreviewed = 16LL << 20;

/// A small file or a paste, read whole from bytes that were taken once: what is shown is what is stored.
struct ReadSource
{
    Source source;      ///< with its text; no id, no incident
    QString readerName; ///< "a postmortem document"
    QString text;       ///< as a person reads it: decoded, without what would reorder it
    ImportBatch batch;
};

/// Reads the file of the request; one that is bigger than largestPreviewed is a Usage failure.
Result<ReadSource> readSource(const ReadRequest &request, std::stop_token stop = {});
/// The same for bytes that are in memory, for example a paste, under that name.
Result<ReadSource>
readSource(std::string name, std::string bytes, const ReadRequest &request, std::stop_token stop = {});

/// What a library knows of one incident of a reading.
struct IncidentForecast
{
    std::optional<IncidentId> into; ///< where it goes; none: it is new
    std::string title;              ///< of that incident, as the library has it; UTF-8
    std::vector<DraftEvent> events; ///< only `standing` and `kept` are set
};

/// What storing a reading would meet.
struct Forecast
{
    std::vector<IncidentForecast> incidents; ///< one an incident of the reading
    std::vector<StandingEvent> standing;     ///< events of other sources in the incident that the first one goes into
    std::optional<Duration> clockShift;      ///< that the library has for these very bytes
};

/// Looks, and stores nothing. Where the target names no incident and asks for no copy, known ones are found as storage
/// finds them: by uuid, by the source's name and the title, by the same bytes.
Result<Forecast> forecast(Library &library, const Source &source, const ImportBatch &batch, const ImportTarget &target);

/// Puts what a forecast tells into a draft of the same reading.
void takeForecast(ImportDraft &draft, const Forecast &forecast);

} // namespace downtimeline
