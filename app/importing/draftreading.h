// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/reading.h"
#include "app/importing/rememberedcolumns.h"
#include "models/domain/source.h"
#include "models/readers/draft/importdraft.h"
#include "models/storage/importoutcome.h"

#include <functional>
#include <stop_token>

namespace downtimeline {

class Library;

/// Files up to this size are read whole before they are stored, of bigger ones the first part is shown.
inline constexpr std::int64_t largestPreviewed = 16LL << 20;

/// What a reading for a preview is given besides the file.
struct DraftReading
{
    std::stop_token stop = {};
    std::function<void(std::int64_t bytes)> progress = {}; ///< bytes read so far; may be empty
    RememberedColumns remembered = {};
};

/// The first part of a file that is too big to be shown whole.
struct ReadPart
{
    static constexpr int mostLines = 5'000; ///< behind the first
    static constexpr std::int64_t mostBytes = 2LL << 20;

    QString path;
    std::int64_t wholeSize = 0;
    int lines = 0;
};

/// A small file or a paste, read whole from bytes that were taken once: what is shown is what is stored.
struct ReadSource
{
    Source source;       ///< with its text; no id, no incident
    QString readerName;  ///< "a postmortem document"
    QString text;        ///< as a person reads it: decoded, without what would reorder it
    ReadRequest request; ///< as it was read
    ImportBatch batch;
    std::optional<TableColumns> columns; ///< of a table whose columns can be chosen
    bool isRemembered = false;           ///< the choices of columns are remembered ones
    std::optional<ReadPart> part;        ///< of a big file: only this much of it was read
    QString problem; ///< of a table in which nothing was found, for its columns mean something else; else empty
};

/// Reads the file of the request, of one that is bigger than largestPreviewed the first part. A table that no reader
/// makes anything of is handed out all the same, with its columns and what stands in the way.
Result<ReadSource> readSource(const ReadRequest &request, const DraftReading &reading = {});
/// The same for bytes that are in memory, for example a paste, under that name.
Result<ReadSource>
readSource(std::string name, std::string bytes, const ReadRequest &request, const DraftReading &reading = {});
/// The same bytes once more, read as the user wishes; without a wish as they are guessed.
Result<ReadSource>
readAgain(const ReadSource &before, const std::optional<ColumnsWish> &wish, const DraftReading &reading = {});

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
/// finds them: by uuid, by the source's name and the title, by the same bytes, by records with ids of their own.
Result<Forecast> forecast(Library &library, const Source &source, const ImportBatch &batch, const ImportTarget &target);

/// Puts what a forecast tells into a draft of the same reading.
void takeForecast(ImportDraft &draft, const Forecast &forecast);

} // namespace downtimeline
