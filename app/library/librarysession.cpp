// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/librarysession.h"

#include <QDir>
#include <QFileInfo>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

constexpr auto lookEvery = 1000ms;

/// Where the older form of a migrated library was kept.
QString asideNotice(const QString &path)
{
    return path.isEmpty()
               ? QString()
               : LibrarySession::tr("The library was brought to the present format; the older one was kept as %1.")
                     .arg(path);
}

} // namespace

Result<std::unique_ptr<LibrarySession>> LibrarySession::open(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    Result<std::unique_ptr<Library>> first = Library::open(path, Library::Open::CreateIfMissing);
    if (!first)
        return std::unexpected(first.error());
    if ((*first)->isReadOnly()) {
        const QString reason = (*first)->readOnlyReason();
        return std::unique_ptr<LibrarySession>(new LibrarySession(std::move(*first), nullptr, reason));
    }
    const QString notice = asideNotice((*first)->copiedAside());
    auto writer = std::make_unique<LibraryWriter>(std::move(*first));
    Result<std::unique_ptr<Library>> reader = Library::open(path, Library::Open::ReadOnly);
    if (!reader)
        return std::unexpected(reader.error());
    return std::unique_ptr<LibrarySession>(new LibrarySession(std::move(*reader), std::move(writer), notice));
}

LibrarySession::LibrarySession(std::unique_ptr<Library> reader, std::unique_ptr<LibraryWriter> writer, QString notice)
    : m_reader(std::move(reader)), m_writer(std::move(writer)), m_notice(std::move(notice))
{
    m_version = m_reader->dataVersion().value_or(0);
    if (m_writer) {
        m_writer->setPendingChanged([this](std::size_t pending) {
            m_ownChange = true;
            QMetaObject::invokeMethod(
                this, [this, saving = pending > 0] { Q_EMIT savingChanged(saving); }, Qt::QueuedConnection);
        });
    }
    connect(&m_watch, &QTimer::timeout, this, &LibrarySession::look);
    m_watch.start(lookEvery);
}

LibrarySession::~LibrarySession()
{
    m_reader.reset(); // before the writer, which leaves one whole file behind when it closes last
}

Result<std::vector<IncidentSummary>> LibrarySession::incidents(const QString &query)
{
    return IncidentStore(*m_reader).list(query.toStdString());
}

Result<ImportReport> LibrarySession::import(const ImportRequest &request, const TaskContext &context)
{
    if (!m_writer)
        return failure(Error::Code::ReadOnly, m_notice);
    const std::int64_t size = QFileInfo(request.read.path).size();
    const auto progress = [&context, size](std::int64_t bytes) { context.progress(bytes, size); };
    return m_writer
        ->submit<ImportReport>(
            [&request, &progress](WriteContext &writing) {
                return importFile(writing.library, request, progress, writing.stop);
            },
            context.stop)
        .get();
}

Result<ImportReport> LibrarySession::import(const DraftRequest &request, const TaskContext &context)
{
    if (!m_writer)
        return failure(Error::Code::ReadOnly, m_notice);
    return m_writer
        ->submit<ImportReport>(
            [&request](WriteContext &writing) { return importDraft(writing.library, request, writing.stop); },
            context.stop)
        .get();
}

Status LibrarySession::removeIncident(IncidentId incident)
{
    if (!m_writer)
        return failure(Error::Code::ReadOnly, m_notice);
    return m_writer
        ->submit<void>([incident](WriteContext &writing) { return IncidentStore(writing.library).remove(incident); })
        .get();
}

void LibrarySession::expectOwnChange()
{
    m_ownChange = true;
}

void LibrarySession::look()
{
    const Result<std::int64_t> version = m_reader->dataVersion();
    if (!version || *version == m_version)
        return;
    m_version = *version;
    const bool own = m_ownChange.exchange(false) || (m_writer && m_writer->isBusy());
    if (!own)
        Q_EMIT changedOutside();
}

} // namespace downtimeline
