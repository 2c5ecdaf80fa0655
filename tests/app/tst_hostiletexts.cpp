// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exporting.h"
#include "app/window/incidentpane.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/actionstore.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"
#include "tests/app/windowfixture.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QHelpEvent>
#include <QImage>
#include <QMouseEvent>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <set>

#include <sys/inotify.h>
#include <unistd.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// A folder with bait in it, and a watch that counts who opens any of it.
class Canary
{
public:
    explicit Canary(const QString &folder) : m_folder(folder)
    {
        QDir().mkpath(folder);
        QImage bait(8, 8, QImage::Format_RGB32);
        bait.fill(Qt::red);
        EXPECT_TRUE(bait.save(folder + u"/a.png"_s));
        QFile style(folder + u"/a.css"_s);
        EXPECT_TRUE(style.open(QIODevice::WriteOnly));
        style.close();
        m_watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        EXPECT_GE(inotify_add_watch(m_watch, QFile::encodeName(folder).constData(), IN_OPEN), 0);
    }
    ~Canary() { ::close(m_watch); }
    Canary(const Canary &) = delete;
    Canary &operator=(const Canary &) = delete;

    /// How often something in the folder was opened since the last question.
    int opens() const
    {
        int count = 0;
        alignas(inotify_event) char bytes[4096];
        for (ssize_t read = 0; (read = ::read(m_watch, bytes, sizeof(bytes))) > 0;) {
            for (ssize_t at = 0; at < read; ++count) {
                const auto *event = reinterpret_cast<const inotify_event *>(bytes + at);
                at += static_cast<ssize_t>(sizeof(inotify_event)) + event->len;
            }
        }
        return count;
    }

    /// Every way in which a text may ask for a file, as one text that begins with that word.
    std::string text(const std::string &word) const
    {
        const std::string path = m_folder.toStdString();
        return "<b>" + word + "</b><img src='" + path + "/a.png'><img src=\"file://" + path +
               "/a.png\"><img src=a.png>" + "<link rel=stylesheet href='" + path + "/a.css'><table background='" +
               path + "/a.png'><tr><td>x</table>" +
               "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file://" + path +
               "/a.png\"/></svg>'>![](" + path + "/a.png)";
    }

private:
    QString m_folder;
    int m_watch = -1;
};

class HostileTexts : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        m_canary = std::make_unique<Canary>(m_folder.filePath(u"canary"_s));
        m_before = QDir::currentPath();
        QDir::setCurrent(m_folder.filePath(u"canary"_s)); // relative names lead there too
        m_window.reset();
        fillLibrary();
        (void)m_canary->opens(); // those were ours
        restart();
    }

    void TearDown() override
    {
        m_window.reset();
        QDir::setCurrent(m_before);
    }

    static WrittenTime writtenAt(int minute)
    {
        return writtenTimeOf(instantAt(minute), std::chrono::hours(1), ZoneOrigin::Header);
    }

    static Instant instantAt(int minute)
    {
        using namespace std::chrono;
        return sys_days(year(2024) / January / 16) + hours(9) + minutes(minute);
    }

    void fillLibrary()
    {
        const std::unique_ptr<Library> library = Library::open(libraryPath(), Library::Open::ReadWrite).value();
        Incident incident;
        for (std::string *field :
             {&incident.title, &incident.status, &incident.service, &incident.summary, &incident.impact,
              &incident.rootCause, &incident.resolution, &incident.zone})
            *field = m_canary->text("incident");
        incident.authors = {m_canary->text("author")};
        incident.offset = std::chrono::hours(1);
        m_incident = IncidentStore(*library).add(incident).value();
        Source source{.incident = m_incident, .name = m_canary->text("source"), .format = m_canary->text("format")};
        source.sha256 = std::string(64, 'c');
        source.text = m_canary->text("line 1") + "\n" + m_canary->text("line 2") + "\n";
        const SourceId sourceId = SourceStore(*library).add(source).value();
        addEvents(*library, sourceId);
        addSeries(*library, sourceId);
        Finding finding;
        for (std::string *field : {&finding.rule, &finding.key, &finding.title, &finding.message})
            *field = m_canary->text("finding");
        finding.lines = {1, 2};
        finding.source = sourceId;
        ASSERT_TRUE(FindingStore(*library).put(m_incident, finding));
        Explained explained{
            .text = m_canary->text("37 minutes"), .from = m_canary->text("from"), .to = m_canary->text("to")};
        ASSERT_TRUE(FindingStore(*library).putExplained(m_incident, explained));
        Action action;
        for (std::string *field : {&action.text, &action.owner, &action.due})
            *field = m_canary->text("action");
        ASSERT_TRUE(ActionStore(*library).add(m_incident, action));
    }

    void addEvents(Library &library, SourceId source)
    {
        int minute = 0;
        for (const EventKind kind :
             {EventKind::Outage, EventKind::Alert, EventKind::Acknowledgement, EventKind::Rollback, EventKind::Recovery,
              EventKind::Note}) {
            Event event;
            event.kind = kind;
            event.at = instantAt(minute);
            event.time = writtenAt(minute);
            event.source = source;
            event.line = 1 + minute % 2;
            for (std::string *field :
                 {&event.title, &event.detail, &event.recordId, &event.actor, &event.service, &event.note,
                  &event.time.text, &event.time.zone})
                *field = m_canary->text("event");
            ASSERT_TRUE(EventStore(library).add(m_incident, event));
            minute += 5;
        }
    }

    void addSeries(Library &library, SourceId source)
    {
        for (const Measure measure : {Measure::Traffic, Measure::ResponseTime, Measure::ErrorRate}) {
            Series series;
            series.name = m_canary->text("series");
            series.unit = m_canary->text("ms");
            series.measure = measure;
            series.source = source;
            const SeriesId id = SeriesStore(library).add(m_incident, series).value();
            std::vector<Sample> samples;
            for (int minute = -5; minute < 30; ++minute)
                samples.push_back({.at = instantAt(minute), .value = minute % 7 + 1.0});
            ASSERT_TRUE(SeriesStore(library).append(id, samples));
        }
    }

    /// Asks every place of the window for its tooltip, as a resting pointer does; answers the texts that were shown.
    std::set<QString> hoverEverywhere()
    {
        std::set<QString> shown;
        constexpr int step = 24;
        for (int y = step / 2; y < window().height(); y += step) {
            for (int x = step / 2; x < window().width(); x += step) {
                QWidget *below = window().childAt(x, y);
                if (!below)
                    continue;
                const QPoint global = window().mapToGlobal(QPoint(x, y));
                const QPoint local = below->mapFromGlobal(global);
                QMouseEvent move(QEvent::MouseMove, local, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
                QApplication::sendEvent(below, &move);
                QHelpEvent help(QEvent::ToolTip, local, global);
                QApplication::sendEvent(below, &help);
                if (QToolTip::isVisible())
                    shown.insert(QToolTip::text());
            }
            QCoreApplication::processEvents();
        }
        QToolTip::hideText();
        return shown;
    }

    std::unique_ptr<Canary> m_canary;
    QString m_before;
    IncidentId m_incident;
};

TEST_F(HostileTexts, TheCanaryNoticesADocumentThatTakesTextForMarkup)
{
    QTextDocument careless;
    careless.setHtml(QString::fromStdString(m_canary->text("x")));
    (void)careless.size();
    EXPECT_GT(m_canary->opens(), 0) << "else the other tests prove nothing";
}

TEST_F(HostileTexts, TheWindowOpensNothingThatATextNames)
{
    ASSERT_TRUE(window().document()->isOpen());
    photograph(u"window-hostile-everywhere"_s);
    const std::set<QString> tooltips = hoverEverywhere();
    EXPECT_TRUE(std::ranges::any_of(tooltips, [](const QString &text) { return text.contains(u"a.png"_s); }))
        << "the hostile texts must have come into tooltips: " << tooltips.size();
    window().actionsOfWindow()->showSource->trigger();
    QCoreApplication::processEvents();
    photograph(u"window-hostile-source"_s);
    hoverEverywhere();
    for (int step = 0; step < 6; ++step)
        window().pane()->stepEvent(1);
    QCoreApplication::processEvents();
    EXPECT_EQ(m_canary->opens(), 0);
}

TEST_F(HostileTexts, DialogsAndMessagesOpenNothing)
{
    int closed = 0;
    QTimer::singleShot(0, &window(), [this, &closed] {
        if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
            (void)dialog->grab();
            ++closed;
            dialog->reject();
        }
    });
    window().actionsOfWindow()->editIncident->trigger();
    EXPECT_EQ(closed, 1);
    QFile unreadable(m_folder.filePath(u"<img src=a.png> <b>x.bin"_s));
    ASSERT_TRUE(unreadable.open(QIODevice::WriteOnly));
    unreadable.write(QByteArray(100, '\0'));
    unreadable.close();
    importAndWait({unreadable.fileName()});
    photograph(u"window-hostile-message"_s);
    EXPECT_EQ(m_canary->opens(), 0);
}

TEST_F(HostileTexts, ExportsOpenNothing)
{
    const std::unique_ptr<Library> library = Library::open(libraryPath(), Library::Open::ReadOnly).value();
    for (const QString &ending : exportEndings()) {
        const QString path = m_folder.filePath(u"out."_s + ending);
        const Status written = exportIncident(*library, m_incident, {.path = path, .ending = ending});
        EXPECT_TRUE(written) << (written ? QString() : written.error().message).toStdString();
        EXPECT_GT(QFile(path).size(), 200) << ending.toStdString();
        EXPECT_EQ(m_canary->opens(), 0) << ending.toStdString();
    }
}

} // namespace
} // namespace downtimeline
