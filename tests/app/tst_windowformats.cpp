// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/windowfixture.h"
#include "widgets/import/choicebox.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSpinBox>
#include <QTest>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class WindowFormats : public ShownWindow
{
protected:
    /// What stands in the file that the action makes.
    QByteArray made(const QAction *action, const QString &name)
    {
        m_dialogs.save = m_folder.filePath(name);
        const_cast<QAction *>(action)->trigger();
        EXPECT_TRUE(QTest::qWaitFor([this] { return !window().isBusy(); }, 60'000));
        QFile file(*m_dialogs.save);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    WindowActions &actions() { return *window().actionsOfWindow(); }

    static void keep(QWidget &widget, const QString &name)
    {
        QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
        QImage image(widget.size() * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2);
        widget.render(&image);
        image.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/%1.png").arg(name));
    }
};

TEST_F(WindowFormats, TheFileMenuOffersEveryFormat)
{
    loadSample();
    QStringList offered;
    for (const QAction *menu : window().menuBar()->actions()) {
        for (const QAction *action : menu->menu()->actions()) {
            if (action->menu() && action->text().remove(u'&') == u"Export"_s) {
                for (const QAction *format : action->menu()->actions())
                    offered << format->text().remove(u'&');
            }
        }
    }
    EXPECT_EQ(offered.size(), 6) << offered.join(u", "_s).toStdString();
    EXPECT_TRUE(offered.contains(u"HTML page…"_s));
    EXPECT_TRUE(actions().exportPage->isEnabled());
}

TEST_F(WindowFormats, EachFormatIsWrittenByItsOwnEnding)
{
    loadSample();
    EXPECT_TRUE(made(actions().exportPage, u"a.html"_s).startsWith("<!DOCTYPE html>"));
    EXPECT_TRUE(made(actions().exportPostmortem, u"a.md"_s).startsWith("# "));
    EXPECT_TRUE(made(actions().exportPicture, u"a.png"_s).startsWith("\x89PNG"));
    EXPECT_TRUE(made(actions().exportPicture, u"a.svg"_s).contains("<svg"));
    EXPECT_TRUE(made(actions().exportEvents, u"a.csv"_s).startsWith("time,"));
    EXPECT_TRUE(made(actions().exportCalendar, u"a.ics"_s).startsWith("BEGIN:VCALENDAR"));
    EXPECT_TRUE(made(actions().exportRecord, u"a.json"_s).startsWith("{\"format\": \"downtimeline\""));
    EXPECT_TRUE(made(actions().exportPage, u"without an ending"_s).startsWith("<!DOCTYPE html>"));
}

TEST_F(WindowFormats, OnlyTheEventsInViewAreWrittenWhereThatIsChosen)
{
    loadSample();
    const int all = static_cast<int>(made(actions().exportEvents, u"all.csv"_s).count("\r\n"));
    for (int i = 0; i < 6; ++i)
        actions().zoomIn->trigger();
    m_dialogs.onForm = [](ExportForm &form) {
        form.scope()->events()->setFocus();
        QTest::keyClick(form.scope()->events(), Qt::Key_Down);
        EXPECT_EQ(form.scope()->events()->currentText(), u"Those in view"_s);
    };
    const int some = static_cast<int>(made(actions().exportEvents, u"some.csv"_s).count("\r\n"));
    EXPECT_EQ(all, 9);
    EXPECT_GT(some, 1);
    EXPECT_LT(some, all);
}

TEST_F(WindowFormats, WordsAndTemplateAreTakenFromTheForm)
{
    loadSample();
    m_dialogs.onForm = [](ExportForm &form) {
        QTest::keyClicks(form.scope()->words(), u"rollback"_s);
        QTest::keyClick(form.templates(), Qt::Key_End);
        keep(form, u"export-markdown-light"_s);
    };
    const QByteArray text = made(actions().exportPostmortem, u"a.md"_s);
    EXPECT_TRUE(text.contains("## Five whys")) << "the last template";
    EXPECT_TRUE(text.contains("| Rollback |"));
    EXPECT_FALSE(text.contains("| Alert |"));
    EXPECT_TRUE(text.contains("Events left out: 6."));
}

TEST_F(WindowFormats, AChartIsWrittenAtTheChosenSize)
{
    loadSample();
    m_dialogs.onForm = [](ExportForm &form) {
        QTest::keyClick(form.picture(), Qt::Key_Down);
        EXPECT_NE(form.picture()->currentText(), u"Timeline"_s);
        form.pictureWidth()->setValue(640);
        form.pictureHeight()->setValue(240);
        keep(form, u"export-picture-light"_s);
    };
    const QByteArray svg = made(actions().exportPicture, u"chart.svg"_s);
    EXPECT_TRUE(svg.contains("viewBox=\"0 0 640 240\"")) << svg.left(400).toStdString();
    const QImage image = QImage::fromData(made(actions().exportPicture, u"chart.png"_s), "PNG");
    EXPECT_EQ(image.size(), QSize(1280, 480)) << "twice as sharp";
}

TEST_F(WindowFormats, TheFormIsDarkInADarkWindow)
{
    m_settings->setLook(Settings::Look::Dark);
    restart();
    loadSample();
    m_dialogs.onForm = [](ExportForm &form) {
        EXPECT_TRUE(form.dark()->isChecked());
        keep(form, u"export-picture-dark"_s);
    };
    EXPECT_TRUE(made(actions().exportPicture, u"a.svg"_s).contains("#0f141b"));
}

TEST_F(WindowFormats, ACancelledFormAsksForNoFile)
{
    loadSample();
    m_dialogs.accepts = false;
    EXPECT_TRUE(made(actions().exportPage, u"a.html"_s).isEmpty());
    EXPECT_TRUE(QDir(m_folder.path()).entryList({u"*.html"_s}).isEmpty());
}

TEST_F(WindowFormats, CopyPutsTextRichTextAndAPictureOnTheClipboard)
{
    loadSample();
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(&window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([] { return QGuiApplication::clipboard()->mimeData()->hasImage(); }, 20'000));
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    EXPECT_TRUE(mime->hasText());
    EXPECT_TRUE(mime->hasHtml());
    const QString html = QString::fromUtf8(mime->data(u"text/html"_s));
    EXPECT_TRUE(html.contains(u"<td"_s) && html.contains(u"22 min"_s) && html.contains(u"Pagers alerted the crew"_s));
    const QString text = mime->text();
    EXPECT_TRUE(text.contains(u"Time to recover\t22 min\t"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"10:10\t+10 min\tAcknowledgement\tCrew acknowledges the page\n"_s));
    EXPECT_GT(qvariant_cast<QImage>(mime->imageData()).width(), 2000);
    EXPECT_TRUE(window().messages()->text().contains(u"Copied"_s));
}

TEST_F(WindowFormats, WhatIsCopiedHasTheTimesOfTheWindow)
{
    loadSample();
    for (QAction *action : window().findChildren<QAction *>()) {
        if (action->text().remove(u'&') == u"UTC"_s)
            action->trigger();
    }
    actions().copyIncident->trigger();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !window().isBusy(); }, 20'000));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(u"09:10\t+10 min\tAcknowledgement"_s));
}

} // namespace
} // namespace downtimeline
