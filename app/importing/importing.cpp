// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/importing.h"

#include "models/readers/draft/personsmet.h"
#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"
#include "models/storage/sourcestore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <future>

namespace downtimeline {
namespace {

constexpr std::int64_t largestKeptText = 16LL << 20;
constexpr std::size_t mostToldSkips = 1000;

/// Hands a reading on and keeps what the user is to be told after it.
class ToldSink final : public ImportSink
{
public:
    /// met: where whom it met is kept; may be null.
    ToldSink(ImportSink &next, PersonsMet *met) : m_next(next), m_met(met) {}

    Status incident(const Incident &incident) override
    {
        if (m_met)
            m_met->take(incident);
        return found(m_next.incident(incident));
    }
    Status events(std::span<const Event> events) override
    {
        meet(events);
        return found(m_next.events(events));
    }
    Status takeEvents(std::vector<Event> &events) override
    {
        meet(events);
        return found(m_next.takeEvents(events));
    }
    Result<SeriesHandle> series(const Series &series) override
    {
        foundSomething = true;
        return m_next.series(series);
    }
    Status samples(SeriesHandle series, std::span<const Sample> samples) override
    {
        return m_next.samples(series, samples);
    }
    Status trafficClaim(const TrafficClaim &claim) override { return m_next.trafficClaim(claim); }
    Status action(const Action &action) override
    {
        if (m_met)
            m_met->take(action);
        return m_next.action(action);
    }
    Status finding(const Finding &finding) override { return m_next.finding(finding); }
    Status explained(const Explained &explained) override { return m_next.explained(explained); }
    Status person(const Person &person) override
    {
        if (m_met)
            m_met->take(person);
        return m_next.person(person);
    }
    Status question(const Question &question) override
    {
        questions.push_back(question);
        return m_next.question(question);
    }
    Status skipped(const Skip &skip) override
    {
        if (skips.size() < mostToldSkips)
            skips.push_back(skip);
        return m_next.skipped(skip);
    }
    Status illustrative() override { return m_next.illustrative(); }
    void progress(std::int64_t bytes) override { m_next.progress(bytes); }

    bool foundSomething = false;
    std::vector<Question> questions;
    std::vector<Skip> skips;

private:
    Status found(Status status)
    {
        foundSomething = true;
        return status;
    }

    void meet(std::span<const Event> events)
    {
        for (const Event &event : events) {
            if (m_met)
                m_met->take(event);
        }
    }

    ImportSink &m_next;
    PersonsMet *m_met;
};

/// Every byte of a source, once more from its start; for its hash and, where it is small, its text.
Result<Source> describe(const QString &path, bool withText, const std::stop_token &stop)
{
    Result<std::unique_ptr<ByteSource>> bytes = openByteSource(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    Source source;
    source.name = (*bytes)->name();
    source.size = (*bytes)->size();
    if (withText)
        source.text.emplace();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const Result<std::string_view> chunk = (*bytes)->next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty())
            break;
        if (stop.stop_requested())
            return failure(Error::Code::Cancelled, QCoreApplication::translate("importing", "The import was stopped."));
        hash.addData(QByteArrayView(chunk->data(), static_cast<qsizetype>(chunk->size())));
        if (source.text)
            source.text->append(*chunk);
    }
    source.sha256 = hash.result().toHex().toStdString();
    return source;
}

Status readInto(
    LibrarySink &sink, ImportReport &report, OpenedFile &file, const ImportRequest &request, PersonsMet &met,
    std::stop_token stop)
{
    ToldSink told(sink, request.addPersons ? &met : nullptr);
    AnsweringSink answering(told, request.read.answers);
    const Status read = file.reader->read(*file.bytes, file.options, answering, std::move(stop));
    report.questions = std::move(told.questions);
    report.skipped = std::move(told.skips);
    if (read && !told.foundSomething)
        return holdsNothing(QString::fromStdString(file.bytes->name()));
    return read;
}

/// Title and severity go to an incident that this import made.
Status stateOfWhole(Library &library, const ImportRequest &request, const Source &source, const ImportOutcome &outcome)
{
    if (outcome.incidents.empty())
        return {};
    const IncidentId id = outcome.incidents.front();
    if (!request.target.into && (request.title || request.severity)) {
        const Result<Incident> before = IncidentStore(library).get(id);
        if (!before)
            return std::unexpected(before.error());
        Incident after = *before;
        after.title = request.title.value_or(before->title);
        after.severity = request.severity.value_or(before->severity);
        if (Status updated = after == *before ? Status() : IncidentStore(library).update(*before, after); !updated)
            return updated;
    }
    const Result<std::vector<Source>> sources = SourceStore(library).list(id);
    if (!sources)
        return std::unexpected(sources.error());
    const auto own = std::ranges::find(*sources, source.name, &Source::name);
    if (own == sources->end() || own->clockShift == request.clockShift || request.clockShift == Duration(0))
        return {};
    return SourceStore(library).setClockShift(own->id, request.clockShift);
}

} // namespace

Result<Source> describedSource(const QString &path)
{
    Result<Source> source = describe(path, QFileInfo(path).size() <= largestKeptText, {});
    if (source && source->size > largestKeptText) // a small report can carry much data
        source->text.reset();
    return source;
}

Result<ImportReport> importFile(
    Library &library, const ImportRequest &request, const std::function<void(std::int64_t)> &progress,
    std::stop_token stop)
{
    Result<OpenedFile> file = openForReading(request.read);
    if (!file)
        return std::unexpected(file.error());
    Source source;
    source.name = file->bytes->name();
    source.size = file->bytes->size();
    const bool isSmall = source.size <= largestKeptText;
    const Result<std::vector<Source>> sameName = SourceStore(library).find(source.name, {});
    if (!sameName)
        return std::unexpected(sameName.error());
    // A big file whose name is new is hashed beside the reading; else the hash tells first whether it is known.
    const bool hashFirst = isSmall || !sameName->empty();
    std::future<Result<Source>> described =
        std::async(hashFirst ? std::launch::deferred : std::launch::async, describe, request.read.path, isSmall, stop);
    if (hashFirst) {
        Result<Source> whole = described.get();
        if (!whole)
            return std::unexpected(whole.error());
        source = std::move(*whole);
    }
    ImportReport report;
    report.format = file->reader->key();
    report.isRemembered = file->isRemembered;
    source.format = report.format;
    source.clockShift = request.clockShift;
    LibrarySink sink(library, {.buildSearch = true, .progress = progress});
    Status status = sink.begin(source, request.target);
    PersonsMet met;
    if (status)
        status = readInto(sink, report, *file, request, met, stop);
    if (status && !hashFirst) {
        const Result<Source> hashed = described.get();
        status = hashed ? sink.setHash(hashed->sha256) : Status(std::unexpected(hashed.error()));
    }
    if (!status)
        return std::unexpected(status.error());
    Result<ImportOutcome> outcome = sink.commit();
    if (!outcome)
        return std::unexpected(outcome.error());
    report.outcome = std::move(*outcome);
    if (Status stated = stateOfWhole(library, request, source, report.outcome); !stated)
        return std::unexpected(stated.error());
    const Result<std::size_t> listed = PersonStore(library).add(met.persons());
    if (!listed)
        return std::unexpected(listed.error());
    report.personsAdded = *listed;
    return report;
}

Result<std::string> hashOf(const QString &path, const std::stop_token &stop)
{
    Result<Source> whole = describe(path, false, stop);
    return whole ? Result<std::string>(std::move(whole->sha256)) : std::unexpected(whole.error());
}

} // namespace downtimeline
