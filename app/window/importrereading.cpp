// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importrereading.h"

#include "app/tasks/taskrunner.h"
#include "models/storage/library.h"

namespace downtimeline {
namespace {

Result<Reread> readAndLook(const QString &library, const ImportRereading::Wish &wish, const DraftReading &reading)
{
    Result<ReadSource> read = readAgain(*wish.before, wish.columns, reading);
    if (!read)
        return std::unexpected(read.error());
    const Result<std::unique_ptr<Library>> reader = Library::open(library, Library::Open::ReadOnly);
    if (!reader)
        return std::unexpected(reader.error());
    Result<Forecast> known = forecast(**reader, read->source, read->batch, wish.target);
    if (!known)
        return std::unexpected(known.error());
    return Reread{.read = std::move(*read), .forecast = std::move(*known)};
}

} // namespace

ImportRereading::ImportRereading(TaskRunner &tasks, QString library, QObject *parent)
    : QObject(parent), m_tasks(tasks), m_library(std::move(library))
{}

ImportRereading::~ImportRereading()
{
    stop();
}

void ImportRereading::start(Wish wish)
{
    Running &running = m_running[wish.source];
    running.stop.request_stop();
    running = {.number = ++m_started, .stop = std::stop_source()};
    const QString name = QString::fromStdString(wish.before->source.name);
    const std::size_t source = wish.source;
    m_tasks.run<Reread>(
        tr("Reading %1").arg(name), this,
        [library = m_library, wish = std::move(wish), own = running.stop](const TaskContext &context) mutable {
            const std::stop_callback linked(context.stop, [&own] { own.request_stop(); });
            const std::int64_t whole = std::max<std::int64_t>(1, wish.before->source.size);
            return readAndLook(
                library, wish, {.stop = own.get_token(), .progress = [&context, whole](std::int64_t bytes) {
                                    context.progress(std::min(bytes, whole), whole);
                                }});
        },
        [this, source, number = running.number](Result<Reread> result) { take(source, number, std::move(result)); });
}

void ImportRereading::stop()
{
    for (auto &[source, running] : m_running)
        running.stop.request_stop();
    m_running.clear();
}

void ImportRereading::take(std::size_t source, quint64 number, Result<Reread> result)
{
    const auto running = m_running.find(source);
    if (running == m_running.end() || running->second.number != number)
        return; // another wish came since
    m_running.erase(running);
    if (result)
        Q_EMIT done(source, std::make_shared<Reread>(std::move(*result)));
    else
        Q_EMIT failed(source, result.error().message);
}

} // namespace downtimeline
