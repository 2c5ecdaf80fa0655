// SPDX-License-Identifier: GPL-3.0-or-later
// What of an incident goes out is chosen in one form, for the report as for every other format.
#include "app/exporting/filteredevents.h"
#include "app/window/incidentpane.h"
#include "app/window/reportflow.h"
#include "app/window/windowactions.h"
#include "models/storage/personstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/import/choicebox.h"
#include "widgets/incidents/filterbar.h"
#include "widgets/incidents/messagebar.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr auto outage = "time,kind,title,service,actor\n"
                        "2024-01-16T10:00:00Z,outage,Sign-in fails,login,\n"
                        "2024-01-16T10:02:00Z,alert,Error rate is high,login,\n"
                        "2024-01-16T10:05:00Z,acknowledgement,Quixley looks,login,Annabeth Quixley\n"
                        "2024-01-16T10:09:00Z,rollback,Quixley rolls back,database,Annabeth Quixley\n"
                        "2024-01-16T10:20:00Z,recovery,Sign-in works,login,\n";

class ExportChoices : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        {
            const auto library = Library::open(libraryPath(), Library::Open::CreateIfMissing);
            ASSERT_TRUE(library);
            const Persons team{{.id = {}, .names = {"Annabeth Quixley", "Quixley"}, .role = "release manager"}};
            ASSERT_TRUE(PersonStore(**library).add(team));
        }
        restart();
        importAndWait({file(u"outage.csv"_s, outage)});
    }

    WindowActions &actions() { return *window().actionsOfWindow(); }

    QByteArray csv()
    {
        m_dialogs.save = m_folder.filePath(u"events.csv"_s);
        actions().exportEvents->trigger();
        EXPECT_TRUE(QTest::qWaitFor([this] { return !window().isBusy(); }, 60'000));
        QFile written(*m_dialogs.save);
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    }

    /// With Ctrl and Shift; a dialog before may have had the keys.
    void press(Qt::Key key)
    {
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), key, Qt::ControlModifier | Qt::ShiftModifier);
    }

    /// As many events as rows, below the head.
    static int rows(const QByteArray &csv) { return static_cast<int>(csv.count("\r\n")) - 1; }

    static void tick(const ScopeChoice &choice, const QString &kind)
    {
        choice.kinds()->menu()->popup(choice.mapToGlobal(QPoint(0, 0)));
        for (QAction *action : choice.kinds()->menu()->actions()) {
            if (action->text() == kind)
                choice.kinds()->menu()->setActiveAction(action);
        }
        QTest::keyClick(choice.kinds()->menu(), Qt::Key_Space);
        EXPECT_TRUE(choice.kinds()->menu()->isVisible()) << "several can be ticked in one go";
        choice.kinds()->menu()->close();
    }

    static QString wordsOf(const ReportPages &pages)
    {
        QStringList words{pages.title};
        for (const ReportPage &page : pages.pages) {
            for (const PageText &text : page.texts)
                words << text.text;
        }
        return words.join(u'\n');
    }

    /// The report by that key, used and then closed.
    void useReport(Qt::Key key, const std::function<void(ReportDialog &)> &use)
    {
        bool wasUsed = false;
        m_dialogs.onReport = [&](ReportDialog &dialog) {
            use(dialog);
            wasUsed = true;
        };
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), key, Qt::ControlModifier);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] {
                return wasUsed && !window().reports()->dialog() && !window().isBusy() && !window().reports()->isBusy();
            },
            60'000));
    }

    static void keep(QWidget &widget, const QString &name)
    {
        QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
        widget.grab().save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/%1.png").arg(name));
    }
};

TEST_F(ExportChoices, OnlyTheKindsThatAreTickedGoOut)
{
    EXPECT_EQ(rows(csv()), 5);
    m_dialogs.onForm = [](ExportForm &form) {
        EXPECT_EQ(form.scope()->kinds()->text(), u"Every kind"_s);
        tick(*form.scope(), u"Alert"_s);
        EXPECT_EQ(form.scope()->kinds()->text(), u"Alert"_s);
        tick(*form.scope(), u"Rollback"_s);
        EXPECT_EQ(form.scope()->kinds()->text(), u"2 kinds"_s);
        keep(form, u"export-choices-light"_s);
    };
    const QByteArray some = csv();
    EXPECT_EQ(rows(some), 2) << some.toStdString();
    EXPECT_TRUE(some.contains(",rollback,"));
    EXPECT_TRUE(some.contains(",alert,"));
}

TEST_F(ExportChoices, WhatTheFilterOfTheWindowLetsPassGoesOut)
{
    m_dialogs.onForm = [](ExportForm &form) {
        EXPECT_LT(form.scope()->events()->findText(u"Those of the filter"_s), 0);
    };
    csv();
    press(Qt::Key_F);
    QLineEdit *filter = window().pane()->filterBar()->words();
    ASSERT_TRUE(filter->isVisible());
    QTest::keyClicks(filter, u"service:login kind:alert,ack"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    m_dialogs.onForm = [](ExportForm &form) {
        form.scope()->events()->setFocus();
        QTest::keyClick(form.scope()->events(), Qt::Key_End);
        EXPECT_EQ(form.scope()->events()->currentText(), u"Those of the filter"_s);
    };
    const QByteArray some = csv();
    EXPECT_EQ(rows(some), 2) << some.toStdString();
    m_dialogs.onForm = [](ExportForm &form) {
        QTest::keyClick(form.scope()->events(), Qt::Key_End);
        tick(*form.scope(), u"Rollback"_s);
    };
    EXPECT_EQ(rows(csv()), 0) << "both must fit";
}

TEST_F(ExportChoices, NamesFollowTheSwitchOfTheWindowUntilTheFormSaysOtherwise)
{
    EXPECT_TRUE(csv().contains("Quixley"));
    m_dialogs.onForm = [](ExportForm &form) {
        EXPECT_FALSE(form.scope()->names()->isChecked());
        QTest::mouseClick(form.scope()->names(), Qt::LeftButton, {}, QPoint(8, form.scope()->names()->height() / 2));
    };
    EXPECT_FALSE(csv().contains("Quixley"));
    press(Qt::Key_H);
    m_dialogs.onForm = [](ExportForm &form) { EXPECT_TRUE(form.scope()->names()->isChecked()); };
    const QByteArray roles = csv();
    EXPECT_FALSE(roles.contains("Quixley"));
    EXPECT_TRUE(roles.contains("release manager rolls back"));
}

TEST_F(ExportChoices, ThePreviewAndThePrinterTellRolesToo)
{
    press(Qt::Key_H);
    m_dialogs.printTo = m_folder.filePath(u"printed.pdf"_s);
    useReport(Qt::Key_P, [this](ReportDialog &dialog) {
        const QString words = wordsOf(dialog.report()->pages());
        EXPECT_FALSE(words.contains(u"Quixley"_s)) << words.toStdString();
        EXPECT_TRUE(words.contains(u"release manager rolls back"_s)) << words.toStdString();
        EXPECT_TRUE(words.contains(u"Names on your list hidden"_s));
        keep(dialog, u"report-dialog-names-hidden"_s);
        QTest::mouseClick(dialog.printButton(), Qt::LeftButton);
    });
    ASSERT_TRUE(QTest::qWaitFor([this] { return window().messages()->text().contains(u"printer"_s); }, 60'000));
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        GTEST_SKIP() << "pdftotext is not installed";
    QProcess text;
    text.start(u"pdftotext"_s, {m_dialogs.printTo, u"-"_s});
    ASSERT_TRUE(text.waitForFinished(30'000));
    const QByteArray printed = text.readAll();
    EXPECT_FALSE(printed.contains("Quixley"));
    EXPECT_TRUE(printed.contains("release manager"));
}

TEST_F(ExportChoices, AReportIsOfTheKindsWordsAndZoneThatAreChosen)
{
    m_dialogs.accepts = false;
    useReport(Qt::Key_E, [](ReportDialog &dialog) {
        tick(*dialog.scope(), u"Rollback"_s);
        ASSERT_TRUE(QTest::qWaitFor([&] { return dialog.report() != nullptr; }, 60'000));
        EXPECT_TRUE(wordsOf(dialog.report()->pages()).contains(u"Hidden events left out: 4"_s))
            << wordsOf(dialog.report()->pages()).toStdString();
        QTest::keyClicks(dialog.scope()->words(), u"nowhere"_s);
        ASSERT_TRUE(QTest::qWaitFor([&] { return dialog.report() != nullptr; }, 60'000));
        EXPECT_TRUE(wordsOf(dialog.report()->pages()).contains(u"Hidden events left out: 5"_s));
        QTest::keyClick(dialog.scope()->times(), Qt::Key_End);
        EXPECT_EQ(dialog.scope()->scope().zone, DisplayZone());
    });
}

TEST(FilteredEvents, AFilterNarrowsWhatIsChosenAlready)
{
    EventChoice choice{.kinds = {EventKind::Alert, EventKind::Note}, .words = "db"};
    narrow(choice, parseFilter(u"kind:alert,rollback service:login source:slack star: pool"_s));
    EXPECT_EQ(choice.kinds, std::set{EventKind::Alert});
    EXPECT_EQ(choice.services, std::vector<std::string>{"login"});
    EXPECT_EQ(choice.sources, std::vector<std::string>{"slack"});
    EXPECT_TRUE(choice.starredOnly);
    EXPECT_EQ(choice.words, "db pool");
    EXPECT_FALSE(choice.isNone);
    narrow(choice, parseFilter(u"kind:rollback"_s));
    EXPECT_TRUE(choice.isNone);
}

} // namespace
} // namespace downtimeline
