// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/draftreading.h"

#include <QObject>

#include <map>
#include <memory>

namespace downtimeline {

class TaskRunner;

/// A source that was read again, and what storing it would meet.
struct Reread
{
    ReadSource read;
    Forecast forecast;
};

/// Reads sources of an import once more, as the user wishes, off the GUI thread. A later wish for a source stops the
/// earlier one and drops its answer.
class ImportRereading : public QObject
{
    Q_OBJECT

public:
    /// Which of the sources is read again, and how.
    struct Wish
    {
        std::size_t source = 0;
        std::shared_ptr<const ReadSource> before;
        std::optional<ColumnsWish> columns; ///< none: as it is guessed
        ImportTarget target;
    };

    /// The runner must outlive it; library is the path of the file that is asked what it knows.
    ImportRereading(TaskRunner &tasks, QString library, QObject *parent = nullptr);
    ~ImportRereading() override;

    void start(Wish wish);
    bool isBusy() const { return !m_running.empty(); }
    /// Drops whatever is on its way.
    void stop();

Q_SIGNALS:
    void done(std::size_t source, const std::shared_ptr<downtimeline::Reread> &reread);
    /// It could not be read at all; what was read before stays.
    void failed(std::size_t source, const QString &sentence);

private:
    struct Running
    {
        quint64 number = 0;
        std::stop_source stop;
    };

    void take(std::size_t source, quint64 number, Result<Reread> result);

    TaskRunner &m_tasks;
    QString m_library;
    std::map<std::size_t, Running> m_running; ///< the latest of each source
    quint64 m_started = 0;
};

} // namespace downtimeline
