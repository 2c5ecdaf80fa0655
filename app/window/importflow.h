// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/draftreading.h"
#include "app/importing/importing.h"
#include "app/window/dialogs.h"
#include "widgets/import/importfooter.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace downtimeline {

class ImportPreview;
class ImportRereading;
class LibrarySession;
class Settings;
class TaskRunner;
struct PreviewedSource;
struct Reread;

/// The way of files and pastes into the library: reads each off the GUI thread, shows what was read, imports what the
/// user takes of it, and says what came of it. One bad file does not stop the others. Of files that are too big to be
/// shown the first part is, and the answers hold for the whole.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    ImportFlow(LibrarySession &session, TaskRunner &tasks, Dialogs &dialogs, QObject *parent = nullptr);

    /// How the user reads tables is remembered there, which has to outlive it.
    void rememberIn(Settings &settings);

    /// open: the incident that is open; files that tell of no incident of their own are proposed to go there.
    void start(const QStringList &paths, std::optional<IncidentId> open, const QString &openTitle);
    /// A text from the clipboard or a drop.
    void startText(const QString &text, std::optional<IncidentId> open, const QString &openTitle);
    /// Imports without showing what was read first.
    void startUnseen(const QStringList &paths);
    /// The sample outage with its metrics, as one incident.
    void startSample();

Q_SIGNALS:
    /// One file is in: this incident is new or has changed. The sentence counts the files before it too.
    void imported(downtimeline::IncidentId incident, const QString &sentence);
    void failed(const QString &sentence);
    /// Nothing is left to do.
    void finished();

private:
    struct File
    {
        QString path;
        std::string text; ///< of a paste, which has no path
        ImportTarget target;
        bool intoLast = false; ///< into whatever the file before it became
        bool isUnseen = false; ///< imported as it is
    };
    /// A reading that is shown or waits to be stored.
    struct Shown
    {
        ReadSource read;
        Forecast forecast;
        ImportDraft draft;
        ImportTarget target;
        bool isIntoLast = false; ///< into the incident that the reading before it became
        bool isChosen = false;   ///< the user says what its columns mean

        bool wasReadBefore() const;
    };

    void enqueue(std::vector<File> files);
    void next();
    void read(const File &file);
    void importUnseen(const File &file);
    void preview();
    static PreviewedSource previewed(const Shown &shown);
    static ImportRequest wholeOf(const Shown &shown);
    void readAgain(int page, const std::optional<ColumnsWish> &wish);
    void takeReread(std::size_t index, Reread reread);
    void stopRereading(const QString &sentence);
    void forget(int page);
    void rememberChosen();
    std::vector<ImportPlace> places() const;
    ImportDestination proposed() const;
    ImportTarget targetOf(const ImportDestination &destination, std::size_t index) const;
    void forecastAgain();
    void takeForecast(std::size_t index, Forecast forecast);
    void answered(bool isAccepted);
    void storeNext();
    void done(const QString &name, const Result<ImportReport> &report);

    LibrarySession &m_session;
    TaskRunner &m_tasks;
    Dialogs &m_dialogs;
    std::vector<File> m_files;  ///< the first is the one in work
    std::vector<Shown> m_shown; ///< read, and shown or to be stored
    QPointer<ImportPreview> m_preview;
    ImportRereading *m_rereading;
    Settings *m_settings = nullptr;
    RememberedColumns m_remembered;
    std::size_t m_looking = 0; ///< forecasts that are still awaited
    quint64 m_generation = 0;  ///< of forecasts: late ones are dropped
    std::optional<IncidentId> m_open;
    QString m_openTitle;
    std::optional<IncidentId> m_last;
    ImportOutcome m_total; ///< the counts of all files of this round
    int m_stored = 0;      ///< how many they are
    bool m_isBusy = false;
};

} // namespace downtimeline
