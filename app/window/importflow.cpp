// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importflow.h"

#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/counted.h"
#include "app/window/samplefiles.h"

#include <QFileInfo>
#include <QTimeZone>

namespace downtimeline {
namespace {

/// Files up to this size are read once before the import, to ask what they leave open.
constexpr qint64 largestExamined = 16LL << 20;

bool isAsked(const ReadFile &read, Question::About about)
{
    return std::ranges::any_of(read.batch.incidents, [about](const WholeIncident &incident) {
        return std::ranges::any_of(
            incident.questions, [about](const Question &question) { return question.about == about; });
    });
}

bool lacksDate(const ReadFile &read)
{
    return std::ranges::any_of(read.batch.incidents, [](const WholeIncident &incident) {
        return std::ranges::any_of(incident.events, [](const Event &event) { return !event.at; });
    });
}

bool tellsOfAnIncident(const ReadFile &read)
{
    return std::ranges::any_of(read.batch.incidents, &WholeIncident::isStated);
}

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

} // namespace

ImportFlow::ImportFlow(LibrarySession &session, TaskRunner &tasks, Dialogs &dialogs, QObject *parent)
    : QObject(parent), m_session(session), m_tasks(tasks), m_dialogs(dialogs)
{}

void ImportFlow::start(const QStringList &paths, std::optional<IncidentId> open, const QString &openTitle)
{
    const bool wasIdle = m_files.empty();
    m_open = open;
    m_openTitle = openTitle;
    for (const QString &path : paths)
        m_files.push_back({.path = path, .target = {}, .intoLast = false});
    if (wasIdle)
        next();
}

void ImportFlow::startSample()
{
    const bool wasIdle = m_files.empty();
    const Result<QStringList> paths = sampleFiles();
    if (!paths) {
        Q_EMIT failed(paths.error().message);
        return;
    }
    for (const QString &path : *paths)
        m_files.push_back({.path = path, .target = {}, .intoLast = path != paths->front()});
    if (wasIdle)
        next();
}

void ImportFlow::next()
{
    if (m_files.empty()) {
        m_last.reset();
        Q_EMIT finished();
        return;
    }
    m_request = {.path = m_files.front().path, .format = {}, .options = {}, .answers = {}};
    if (m_files.front().intoLast)
        m_files.front().target.into = m_last;
    if (m_files.front().intoLast || QFileInfo(m_request.path).size() > largestExamined) {
        import();
        return;
    }
    m_tasks.run<ReadFile>(
        tr("Reading %1").arg(QFileInfo(m_request.path).fileName()), this,
        [request = m_request](const TaskContext &context) { return readWhole(request, context.stop); },
        [this](Result<ReadFile> read) { examined(std::move(read)); });
}

void ImportFlow::examined(Result<ReadFile> read)
{
    if (!read) {
        Q_EMIT failed(read.error().message);
    } else if (settle(*read)) {
        if (m_open && !tellsOfAnIncident(*read)) {
            const QString name = QFileInfo(m_request.path).fileName();
            if (m_dialogs.confirm(
                    tr("Import"), tr("Add %1 to the open incident \"%2\"?").arg(name, m_openTitle), tr("Add to it")))
                m_files.front().target.into = m_open;
        }
        import();
        return;
    }
    m_files.erase(m_files.begin());
    next();
}

bool ImportFlow::settle(const ReadFile &read)
{
    const QString name = QFileInfo(m_request.path).fileName();
    if (lacksDate(read)) {
        QString typed;
        do {
            const auto answer = m_dialogs.line(
                tr("Import %1").arg(name),
                tr("The document states no complete date. On which day did it happen? (2024-01-16)"), typed);
            if (!answer)
                return false;
            typed = *answer;
            m_request.answers.date = QDate::fromString(typed.trimmed(), Qt::ISODate);
        } while (!m_request.answers.date->isValid());
    }
    if (isAsked(read, Question::About::Zone)) {
        const auto answer = m_dialogs.line(
            tr("Import %1").arg(name),
            tr("The document states no zone. In which zone are its times? (Europe/Berlin, UTC; empty: leave it open)"),
            {});
        if (!answer)
            return false;
        const QTimeZone zone(answer->trimmed().toUtf8());
        if (zone.isValid())
            m_request.answers.zone = zone;
    }
    return true;
}

void ImportFlow::import()
{
    m_tasks.run<ImportReport>(
        tr("Importing %1").arg(QFileInfo(m_request.path).fileName()), this,
        [this, request = ImportRequest{m_request, m_files.front().target}](const TaskContext &context) {
            return m_session.import(request, context);
        },
        [this](Result<ImportReport> report) { done(std::move(report)); });
}

void ImportFlow::done(Result<ImportReport> report)
{
    const QString name = QFileInfo(m_request.path).fileName();
    m_files.erase(m_files.begin());
    if (!report) {
        Q_EMIT failed(report.error().message);
    } else if (!report->outcome.incidents.empty()) {
        m_last = report->outcome.incidents.front();
        Q_EMIT imported(*m_last, tr("%1: %2").arg(name, summary(report->outcome)));
    }
    next();
}

} // namespace downtimeline
