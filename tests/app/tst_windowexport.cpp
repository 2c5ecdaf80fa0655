// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowactions.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/messagebar.h"

#include <QAction>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProgressBar>
#include <QTest>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray manyEvents(int count)
{
    QByteArray rows("time,kind,title\n");
    const QDateTime start(QDate(2024, 1, 16), QTime(8, 0), QTimeZone::utc());
    for (int i = 0; i < count; ++i)
        rows += start.addSecs(i * 20).toString(Qt::ISODate).toUtf8() + (i % 3 ? ",note,Event " : ",alert,Alert ") +
                QByteArray::number(i) + '\n';
    return rows;
}

/// Counts how often the event loop turns, and how long it stood still at most.
class Pulse
{
public:
    Pulse()
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            ++m_beats;
            m_longest = std::max(m_longest, m_since.restart());
        });
        m_timer.start(5);
    }

    int beats() const { return m_beats; }
    qint64 longest() const { return m_longest; } ///< ms

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    int m_beats = 0;
    qint64 m_longest = 0;
};

class WindowExport : public ShownWindow
{
protected:
    void loadMany(int count) { importAndWait({file(u"many.csv"_s, manyEvents(count))}); }
    QString target(const QString &name)
    {
        m_dialogs.save = m_folder.filePath(name);
        return *m_dialogs.save;
    }
    /// Ctrl+E, and Export in the dialog once it has its pages.
    bool startReport()
    {
        QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return window().isBusy(); }, 60000);
    }
    bool isDone()
    {
        return QTest::qWaitFor([this] { return !window().isBusy(); }, 60000);
    }
    QStringList names() { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }
    QToolButton *cancelButton() { return window().findChild<QToolButton *>(u"cancel"_s); }
};

TEST_F(WindowExport, TheWindowGoesOnWhileABigReportIsWritten)
{
    loadMany(5000);
    const QString path = target(u"report.pdf"_s);
    const Pulse pulse;
    ASSERT_TRUE(startReport());
    EXPECT_FALSE(QFile::exists(path)) << "the key waited for the file";
    ASSERT_TRUE(QTest::qWaitFor([this] { return cancelButton()->isVisible(); }, 20000));
    photograph(u"window-exporting-light"_s);
    ASSERT_TRUE(isDone());
    EXPECT_TRUE(bytesAt(path).startsWith("%PDF-"));
    EXPECT_FALSE(cancelButton()->isVisible());
    EXPECT_GT(pulse.beats(), 50);
    RecordProperty("longestStandstillMs", static_cast<int>(pulse.longest()));
    EXPECT_LT(pulse.longest(), 2000);
}

TEST_F(WindowExport, EveryOtherFormatIsWrittenByTheWorkerToo)
{
    loadMany(500);
    for (const QString &ending : {u"json"_s, u"csv"_s, u"md"_s, u"svg"_s, u"png"_s}) {
        const QString path = target(u"out."_s + ending);
        window().actionsOfWindow()->exportRecord->trigger();
        EXPECT_TRUE(window().isBusy());
        ASSERT_TRUE(isDone());
        EXPECT_GT(bytesAt(path).size(), 500) << ending.toStdString();
        EXPECT_TRUE(window().messages()->text().contains(u"out."_s + ending));
    }
}

TEST_F(WindowExport, CancelLeavesTheOlderFileAndNoLitter)
{
    loadMany(5000);
    const QString path = file(u"report.pdf"_s, "older");
    target(u"report.pdf"_s);
    const QStringList before = names();
    ASSERT_TRUE(startReport());
    auto *progress = window().findChild<QProgressBar *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return progress->isVisible() && progress->value() > 0; }, 60000));
    EXPECT_TRUE(window().isBusy());
    QTest::mouseClick(cancelButton(), Qt::LeftButton);
    ASSERT_TRUE(isDone());
    EXPECT_EQ(bytesAt(path), "older");
    EXPECT_EQ(names(), before);
    EXPECT_TRUE(window().messages()->text().contains(u"cancelled"_s));
}

TEST_F(WindowExport, CancelIsHeardWhileRowsAreWritten)
{
    loadMany(60'000);
    const QString path = file(u"record.json"_s, "older");
    target(u"record.json"_s);
    window().actionsOfWindow()->exportRecord->trigger();
    auto *progress = window().findChild<QProgressBar *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return progress->isVisible() && progress->value() > 0; }, 60000));
    EXPECT_LT(progress->value(), progress->maximum());
    QTest::mouseClick(cancelButton(), Qt::LeftButton);
    ASSERT_TRUE(isDone());
    EXPECT_EQ(bytesAt(path), "older");
    EXPECT_TRUE(window().messages()->text().contains(u"cancelled"_s));
}

TEST_F(WindowExport, AWindowThatIsClosedMeanwhileDoesNotHang)
{
    loadMany(3000);
    const QString path = file(u"report.pdf"_s, "older");
    target(u"report.pdf"_s);
    ASSERT_TRUE(startReport());
    auto *progress = window().findChild<QProgressBar *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return progress->isVisible() && progress->value() > 0; }, 60000));
    m_window.reset();
    QCoreApplication::processEvents(); // what was left of the painting goes
    EXPECT_EQ(bytesAt(path), "older");
}

TEST_F(WindowExport, AFolderThatIsNotThereIsTold)
{
    loadSample();
    target(u"nowhere/report.csv"_s);
    window().actionsOfWindow()->exportRecord->trigger();
    ASSERT_TRUE(isDone());
    EXPECT_TRUE(window().messages()->text().contains(u"nowhere"_s));
}

} // namespace
} // namespace downtimeline
