// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importflow.h"

#include "app/importing/draftimport.h"
#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/counted.h"
#include "app/window/importrereading.h"
#include "app/window/samplefiles.h"
#include "models/storage/personstore.h"
#include "models/storage/sourcestore.h"
#include "widgets/import/importpreview.h"

#include <QFileInfo>

namespace downtimeline {
namespace {

constexpr std::size_t mostPlaces = 500;

/// "8 events added, 2 rows not read".
QString summary(const ImportOutcome &outcome)
{
    QStringList parts;
    if (outcome.eventsAdded > 0 || outcome.samplesAdded == 0)
        parts << ImportFlow::tr("%1 added")
                     .arg(counted(outcome.eventsAdded, ImportFlow::tr("event"), ImportFlow::tr("events")));
    if (outcome.samplesAdded > 0)
        parts << ImportFlow::tr("%1 added")
                     .arg(counted(outcome.samplesAdded, ImportFlow::tr("sample"), ImportFlow::tr("samples")));
    if (outcome.eventsKnown > 0)
        parts << ImportFlow::tr("%1 known already").arg(outcome.eventsKnown);
    if (outcome.skipped > 0)
        parts << ImportFlow::tr("%1 not read")
                     .arg(counted(outcome.skipped, ImportFlow::tr("row"), ImportFlow::tr("rows")));
    return parts.join(QStringLiteral(", "));
}

void add(ImportOutcome &total, const ImportOutcome &outcome)
{
    total.eventsAdded += outcome.eventsAdded;
    total.eventsKnown += outcome.eventsKnown;
    total.samplesAdded += outcome.samplesAdded;
    total.skipped += outcome.skipped;
}

/// The library has some of it already.
bool isKnown(const Forecast &forecast)
{
    return std::ranges::any_of(forecast.incidents, [](const IncidentForecast &one) { return one.into.has_value(); });
}

bool tellsOfAnIncident(const ImportBatch &batch)
{
    return std::ranges::any_of(batch.incidents, &WholeIncident::isStated);
}

/// Read and looked up in the library, with a connection of its own.
Result<std::pair<ReadSource, Forecast>>
readAndLook(const QString &library, const QString &path, const std::string &text, const DraftReading &reading)
{
    Result<ReadSource> read = path.isEmpty()
                                  ? readSource(ImportFlow::tr("Pasted text").toStdString(), text, {}, reading)
                                  : readSource({.path = path}, reading);
    if (!read)
        return std::unexpected(read.error());
    const Result<std::unique_ptr<Library>> reader = Library::open(library, Library::Open::ReadOnly);
    if (!reader)
        return std::unexpected(reader.error());
    if (read->part) { // only a file of a name that is known can be known
        const Result<std::vector<Source>> sameName = SourceStore(**reader).find(read->source.name, {});
        if (sameName && !sameName->empty()) {
            Result<std::string> hash = hashOf(path, reading.stop);
            if (!hash)
                return std::unexpected(hash.error());
            read->source.sha256 = std::move(*hash);
        }
    }
    Result<Forecast> known = forecast(**reader, read->source, read->batch, {});
    if (!known)
        return std::unexpected(known.error());
    return std::pair(std::move(*read), std::move(*known));
}

} // namespace

ImportFlow::ImportFlow(LibrarySession &session, TaskRunner &tasks, Dialogs &dialogs, QObject *parent)
    : QObject(parent), m_session(session), m_tasks(tasks), m_dialogs(dialogs),
      m_rereading(new ImportRereading(tasks, session.path(), this))
{
    connect(
        m_rereading, &ImportRereading::done, this,
        [this](std::size_t source, const std::shared_ptr<Reread> &reread) { takeReread(source, std::move(*reread)); });
    connect(m_rereading, &ImportRereading::failed, this, [this](std::size_t, const QString &sentence) {
        stopRereading(sentence);
    });
    connect(&tasks, &TaskRunner::progressed, this, [this](qint64 done, qint64 total) {
        if (m_preview && m_rereading->isBusy() && total > 0)
            m_preview->footer()->tell(tr("Reading again, %1 %").arg(done * 100 / total));
    });
}

bool ImportFlow::Shown::wasReadBefore() const
{
    return isKnown(forecast);
}

void ImportFlow::start(const QStringList &paths, std::optional<IncidentId> open, const QString &openTitle)
{
    m_open = open;
    m_openTitle = openTitle;
    std::vector<File> files;
    for (const QString &path : paths)
        files.push_back({.path = path});
    enqueue(std::move(files));
}

void ImportFlow::startText(const QString &text, std::optional<IncidentId> open, const QString &openTitle)
{
    m_open = open;
    m_openTitle = openTitle;
    enqueue({{.path = {}, .text = text.toStdString()}});
}

void ImportFlow::startUnseen(const QStringList &paths)
{
    std::vector<File> files;
    for (const QString &path : paths)
        files.push_back({.path = path, .isUnseen = true});
    enqueue(std::move(files));
}

void ImportFlow::startSample()
{
    const Result<QStringList> paths = sampleFiles();
    if (!paths) {
        Q_EMIT failed(paths.error().message);
        return;
    }
    std::vector<File> files;
    for (const QString &path : *paths)
        files.push_back({.path = path, .intoLast = path != paths->front(), .isUnseen = true});
    enqueue(std::move(files));
}

void ImportFlow::enqueue(std::vector<File> files)
{
    std::ranges::move(files, std::back_inserter(m_files));
    if (!m_isBusy && !m_files.empty()) {
        m_isBusy = true;
        next();
    }
}

/// Reads one file after the other, then shows them all.
void ImportFlow::next()
{
    if (!m_files.empty()) {
        const File file = std::move(m_files.front());
        m_files.erase(m_files.begin());
        if (file.isUnseen)
            importUnseen(file);
        else
            read(file);
    } else if (!m_shown.empty()) {
        preview();
    } else {
        m_isBusy = false;
        m_last.reset();
        m_total = {};
        m_stored = 0;
        Q_EMIT finished();
    }
}

void ImportFlow::read(const File &file)
{
    const QString name = file.path.isEmpty() ? tr("the pasted text") : QFileInfo(file.path).fileName();
    m_tasks.run<std::pair<ReadSource, Forecast>>(
        tr("Reading %1").arg(name), this,
        [library = m_session.path(), path = file.path, text = file.text,
         remembered = m_remembered](const TaskContext &context) {
            return readAndLook(library, path, text, {.stop = context.stop, .progress = {}, .remembered = remembered});
        },
        [this](Result<std::pair<ReadSource, Forecast>> result) {
            if (!result) {
                Q_EMIT failed(result.error().message);
            } else {
                Shown &shown = m_shown.emplace_back(
                    Shown{.read = std::move(result->first), .forecast = std::move(result->second)});
                shown.draft = draftOf(shown.read.batch);
                downtimeline::takeForecast(shown.draft, shown.forecast);
                leaveOutKnown(shown.draft, PersonStore(m_session.reader()).list().value_or(Persons()));
            }
            next();
        });
}

void ImportFlow::importUnseen(const File &file)
{
    ImportRequest request{.read = {.path = file.path}, .target = file.target};
    if (file.intoLast)
        request.target.into = m_last;
    const QString name = QFileInfo(file.path).fileName();
    m_tasks.run<ImportReport>(
        tr("Importing %1").arg(name), this,
        [this, request](const TaskContext &context) { return m_session.import(request, context); },
        [this, name](const Result<ImportReport> &report) {
            done(name, report);
            next();
        });
}

void ImportFlow::preview()
{
    std::vector<PreviewedSource> sources;
    for (const Shown &shown : m_shown)
        sources.push_back(previewed(shown));
    m_preview = new ImportPreview(std::move(sources));
    m_preview->setAttribute(Qt::WA_DeleteOnClose);
    m_preview->setPlaces(places(), proposed());
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_preview->setStanding(static_cast<int>(i), m_shown[i].forecast.standing);
    connect(m_preview, &ImportPreview::destinationChosen, this, &ImportFlow::forecastAgain);
    connect(m_preview, &ImportPreview::columnsWished, this, &ImportFlow::readAgain);
    connect(m_preview, &ImportPreview::forgetWished, this, &ImportFlow::forget);
    connect(m_preview, &ImportPreview::stopWished, this, [this] { stopRereading({}); });
    connect(m_preview, &QDialog::finished, this, [this](int result) { answered(result == QDialog::Accepted); });
    if (proposed().kind == ImportDestination::Kind::Existing)
        forecastAgain();
    m_dialogs.show(*m_preview);
}

std::vector<ImportPlace> ImportFlow::places() const
{
    using Kind = ImportDestination::Kind;
    std::vector<ImportPlace> places;
    const bool isOne = m_shown.size() == 1;
    const auto known = std::ranges::find_if(m_shown, [](const Shown &shown) { return isKnown(shown.forecast); });
    const bool hasKnown = known != m_shown.end();
    if (hasKnown) {
        const QString title = QString::fromStdString(known->forecast.incidents.front().title);
        places.push_back(
            {.destination = {.kind = Kind::Update},
             .words = isOne && !title.isEmpty() ? tr("“%1”, update it").arg(title) : tr("where it was read before")});
    }
    if (!isOne)
        places.push_back({.destination = {.kind = Kind::Together}, .words = tr("one new incident")});
    const QString fresh = hasKnown ? tr("new incident, a copy") : tr("new incident");
    places.push_back(
        {.destination = {.kind = Kind::Each}, .words = isOne ? fresh : tr("a new incident for each file")});
    if (m_open)
        places.push_back(
            {.destination = {.kind = Kind::Existing, .incident = *m_open}, .words = tr("“%1”, open").arg(m_openTitle)});
    const auto incidents = m_session.incidents({});
    for (std::size_t i = 0; incidents && i < std::min(incidents->size(), mostPlaces); ++i) {
        const IncidentSummary &incident = (*incidents)[i];
        if (incident.id != m_open)
            places.push_back(
                {.destination = {.kind = Kind::Existing, .incident = incident.id},
                 .words = tr("“%1”").arg(QString::fromStdString(incident.title))});
    }
    return places;
}

/// Known sources update, what tells of no incident goes to the open one, the rest becomes new.
ImportDestination ImportFlow::proposed() const
{
    using Kind = ImportDestination::Kind;
    if (std::ranges::any_of(m_shown, [](const Shown &shown) { return isKnown(shown.forecast); }))
        return {.kind = Kind::Update};
    const auto stated =
        std::ranges::count_if(m_shown, [](const Shown &shown) { return tellsOfAnIncident(shown.read.batch); });
    if (stated == 0 && m_open)
        return {.kind = Kind::Existing, .incident = *m_open};
    return {.kind = m_shown.size() > 1 && stated <= 1 ? Kind::Together : Kind::Each};
}

ImportTarget ImportFlow::targetOf(const ImportDestination &destination, std::size_t index) const
{
    using Kind = ImportDestination::Kind;
    const std::vector<IncidentForecast> &known = m_shown[index].forecast.incidents;
    switch (destination.kind) {
    case Kind::Existing:
        return {.into = destination.incident};
    case Kind::Update:
        return known.empty() ? ImportTarget{} : ImportTarget{.into = known.front().into};
    case Kind::Together:
    case Kind::Each:
        break;
    }
    // A copy forgets the uuid of its record, which what is new has to keep.
    return {.asCopy = isKnown(m_shown[index].forecast)};
}

/// Another destination knows other events.
void ImportFlow::forecastAgain()
{
    const quint64 mine = ++m_generation;
    m_looking = m_shown.size();
    m_preview->setLooking(true);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const ImportTarget target = targetOf(m_preview->destination(), i);
        const auto shared = std::make_shared<const ReadSource>(m_shown[i].read);
        m_tasks.run<Forecast>(
            {}, this,
            [library = m_session.path(), shared, target](const TaskContext &) -> Result<Forecast> {
                const Result<std::unique_ptr<Library>> reader = Library::open(library, Library::Open::ReadOnly);
                if (!reader)
                    return std::unexpected(reader.error());
                return forecast(**reader, shared->source, shared->batch, target);
            },
            [this, mine, i](Result<Forecast> looked) {
                if (mine != m_generation || !m_preview)
                    return; // another destination was chosen since
                if (looked)
                    takeForecast(i, std::move(*looked));
                else
                    m_preview->footer()->tell(looked.error().message);
                if (--m_looking == 0)
                    m_preview->setLooking(false);
            });
    }
}

void ImportFlow::takeForecast(std::size_t index, Forecast forecast)
{
    const int page = static_cast<int>(index);
    m_preview->page(page)->changeDraft(
        [&forecast](ImportDraft &draft) { downtimeline::takeForecast(draft, forecast); });
    m_preview->setStanding(page, std::move(forecast.standing));
}

void ImportFlow::answered(bool isAccepted)
{
    ++m_generation;
    m_rereading->stop();
    if (!isAccepted) {
        m_shown.clear();
        next();
        return;
    }
    rememberChosen();
    const ImportDestination destination = m_preview->destination();
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        m_shown[i].draft = m_preview->page(static_cast<int>(i))->draft();
        m_shown[i].target = targetOf(destination, i);
    }
    m_last.reset();
    if (destination.kind == ImportDestination::Kind::Together) // the one that tells of the incident gives its title
        std::ranges::stable_partition(m_shown, [](const Shown &shown) { return tellsOfAnIncident(shown.read.batch); });
    for (std::size_t i = 1; i < m_shown.size() && destination.kind == ImportDestination::Kind::Together; ++i)
        m_shown[i].isIntoLast = true;
    storeNext();
}

void ImportFlow::storeNext()
{
    if (m_shown.empty()) {
        next();
        return;
    }
    Shown shown = std::move(m_shown.front());
    m_shown.erase(m_shown.begin());
    if (shown.isIntoLast && m_last)
        shown.target = {.into = m_last};
    const QString name = QString::fromStdString(shown.read.source.name);
    const auto stored = [this, name](const Result<ImportReport> &report) {
        done(name, report);
        storeNext();
    };
    if (shown.read.part) {
        m_tasks.run<ImportReport>(
            tr("Importing %1").arg(name), this,
            [this, request = wholeOf(shown)](const TaskContext &context) { return m_session.import(request, context); },
            stored);
        return;
    }
    const auto request = std::make_shared<DraftRequest>(
        DraftRequest{std::move(shown.read.source), std::move(shown.draft), shown.target});
    m_tasks.run<ImportReport>(
        tr("Importing %1").arg(name), this,
        [this, request](const TaskContext &context) { return m_session.import(*request, context); }, stored);
}

void ImportFlow::done(const QString &name, const Result<ImportReport> &report)
{
    if (!report) {
        Q_EMIT failed(report.error().message);
    } else if (!report->outcome.incidents.empty()) {
        m_last = report->outcome.incidents.front();
        add(m_total, report->outcome);
        const QString what = ++m_stored == 1 ? name : tr("%1 files").arg(m_stored);
        Q_EMIT imported(*m_last, tr("%1: %2").arg(what, summary(m_total)));
    }
}

} // namespace downtimeline
