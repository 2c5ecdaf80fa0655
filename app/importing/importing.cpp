// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/importing.h"

#include "models/storage/sourcestore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <future>

namespace downtimeline {
namespace {

constexpr std::int64_t largestKeptText = 16LL << 20;
constexpr std::size_t mostToldSkips = 1000;

/// Hands a reading on and keeps what the user is to be told after it.
class ToldSink final : public ImportSink
{
public:
    explicit ToldSink(ImportSink &next) : m_next(next) {}

    Status incident(const Incident &incident) override { return found(m_next.incident(incident)); }
    Status events(std::span<const Event> events) override { return found(m_next.events(events)); }
    Status takeEvents(std::vector<Event> &events) override { return found(m_next.takeEvents(events)); }
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
    Status action(const Action &action) override { return m_next.action(action); }
    Status finding(const Finding &finding) override { return m_next.finding(finding); }
    Status explained(const Explained &explained) override { return m_next.explained(explained); }
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

    ImportSink &m_next;
};

/// Every byte of a source, once more from its start; for its hash and, where it is small, its text.
Result<Source> describe(const QString &path, bool withText)
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
        hash.addData(QByteArrayView(chunk->data(), static_cast<qsizetype>(chunk->size())));
        if (source.text)
            source.text->append(*chunk);
    }
    source.sha256 = hash.result().toHex().toStdString();
    return source;
}

Status
readInto(LibrarySink &sink, ImportReport &report, OpenedFile &file, const ImportRequest &request, std::stop_token stop)
{
    ToldSink told(sink);
    AnsweringSink answering(told, request.read.answers);
    const Status read = file.reader->read(*file.bytes, readOptions(request.read), answering, std::move(stop));
    report.questions = std::move(told.questions);
    report.skipped = std::move(told.skips);
    if (read && !told.foundSomething) {
        return failure(
            Error::Code::NotRecognised,
            QCoreApplication::translate("importing", "%1 holds no incident, no event and no metric.")
                .arg(QString::fromStdString(file.bytes->name())));
    }
    return read;
}

} // namespace

Result<Source> describedSource(const QString &path)
{
    Result<Source> source = describe(path, QFileInfo(path).size() <= largestKeptText);
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
        std::async(hashFirst ? std::launch::deferred : std::launch::async, describe, request.read.path, isSmall);
    if (hashFirst) {
        Result<Source> whole = described.get();
        if (!whole)
            return std::unexpected(whole.error());
        source = std::move(*whole);
    }
    ImportReport report;
    report.format = file->reader->key();
    source.format = report.format;
    LibrarySink sink(library, {.buildSearch = true, .progress = progress});
    Status status = sink.begin(source, request.target);
    if (status)
        status = readInto(sink, report, *file, request, stop);
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
    return report;
}

} // namespace downtimeline
