// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reportflow.h"
#include "app/window/sectionpicker.h"
#include "app/window/windowactions.h"
#include "models/readers/exports/pdfattachment.h"
#include "tests/app/windowfixture.h"
#include "widgets/import/choicebox.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/paint/pagepreview.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPainter>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ReportDialogTest : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        loadSample();
        m_dialogs.save = m_folder.filePath(u"report.pdf"_s);
    }

    /// Opens the dialog, has it used, and waits until what follows from it is done.
    void open(const std::function<void(ReportDialog &)> &use, Qt::Key key = Qt::Key_E)
    {
        bool wasUsed = false;
        m_dialogs.onReport = [&](ReportDialog &dialog) {
            use(dialog);
            wasUsed = true;
        };
        window().activateWindow(); // an earlier dialog had the keys
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), key, Qt::ControlModifier);
        ASSERT_TRUE(QTest::qWaitFor([&] { return wasUsed; }, 60000));
        ASSERT_TRUE(QTest::qWaitFor(
            [this] { return !window().reports()->dialog() && !window().isBusy() && !window().reports()->isBusy(); },
            60000));
    }

    static bool waitForPages(ReportDialog &dialog)
    {
        return QTest::qWaitFor([&] { return dialog.report() != nullptr; }, 60000);
    }

    static bool waitForPictures(ReportDialog &dialog)
    {
        return QTest::qWaitFor([&] { return dialog.preview()->isPainted(); }, 60000);
    }

    static void photographDialog(ReportDialog &dialog, const QString &name)
    {
        QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
        EXPECT_TRUE(dialog.grab().save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/") + name + u".png"_s));
    }

    QString pdfInfo()
    {
        QProcess process;
        process.start(u"pdfinfo"_s, {*m_dialogs.save});
        EXPECT_TRUE(process.waitForFinished(30000));
        return QString::fromUtf8(process.readAll());
    }

    QByteArray written() { return bytesAt(*m_dialogs.save); }
};

TEST_F(ReportDialogTest, CtrlEShowsThePagesAndExportWritesThem)
{
    std::size_t pages = 0;
    open([&](ReportDialog &dialog) {
        pages = dialog.preview()->count();
        ASSERT_TRUE(waitForPictures(dialog));
        photographDialog(dialog, u"report-dialog-light"_s);
        EXPECT_TRUE(dialog.exportButton()->isDefault());
    });
    EXPECT_GT(pages, 1U);
    EXPECT_TRUE(written().startsWith("%PDF-"));
    EXPECT_TRUE(window().messages()->text().contains(u"report.pdf"_s));
}

TEST_F(ReportDialogTest, WhatIsChosenIsSeenWrittenAndRemembered)
{
    open([&](ReportDialog &dialog) {
        dialog.paperBox()->setFocus();
        QTest::keyClick(dialog.paperBox(), Qt::Key_End); // slides
        ASSERT_TRUE(waitForPages(dialog));
        EXPECT_NEAR(dialog.preview()->pageRect(0).width() / dialog.preview()->pageRect(0).height(), 16.0 / 9.0, 0.02);
        const std::size_t all = dialog.preview()->count();
        QListWidget *list = dialog.sections()->list();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Space); // without the appendix
        ASSERT_TRUE(waitForPages(dialog));
        EXPECT_LT(dialog.preview()->count(), all);
        ASSERT_TRUE(waitForPictures(dialog));
        photographDialog(dialog, u"report-dialog-slides"_s);
        QTest::mouseClick(dialog.dataBox(), Qt::LeftButton, {}, QPoint(8, dialog.dataBox()->height() / 2));
    });
    const ReportChoice kept = m_settings->report();
    EXPECT_EQ(kept.paper, PaperSize::Slides);
    EXPECT_FALSE(kept.has(ReportSection::Appendix));
    EXPECT_FALSE(kept.attachesData);
    EXPECT_TRUE(kept.has(ReportSection::Events));
    EXPECT_TRUE(pdfInfo().contains(u"576 x 324"_s)) << pdfInfo().toStdString();
    open([&](ReportDialog &dialog) { EXPECT_EQ(dialog.choice(), kept); });
}

TEST_F(ReportDialogTest, OnlyTheEventsThatAreChosenGoOut)
{
    open([&](ReportDialog &dialog) {
        const auto rows = [&dialog] {
            std::size_t glyphs = 0;
            for (const ReportPage &page : dialog.report()->pages().pages)
                glyphs += page.glyphs.size();
            return glyphs;
        };
        EXPECT_EQ(rows(), 8U);
        ChoiceBox *events = dialog.scope()->events();
        events->setFocus();
        QTest::keyClick(events, Qt::Key_End); // none has a star
        ASSERT_TRUE(waitForPages(dialog));
        EXPECT_EQ(rows(), 0U);
        QTest::keyClick(events, Qt::Key_Up); // the window shows all of them
        ASSERT_TRUE(waitForPages(dialog));
        EXPECT_EQ(rows(), 8U);
        QTest::keyClick(events, Qt::Key_Down);
        ASSERT_TRUE(waitForPages(dialog));
    });
    const Result<std::string> data = attachedIncident(written().toStdString(), u"report.pdf"_s);
    ASSERT_TRUE(data) << data.error().message.toStdString();
    EXPECT_EQ(data->find("\"kind\""), std::string::npos) << "what stays behind is not in the data either";
}

TEST_F(ReportDialogTest, SectionsMoveByKeyAndByButton)
{
    open([&](ReportDialog &dialog) {
        QListWidget *list = dialog.sections()->list();
        list->setFocus();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        EXPECT_EQ(dialog.choice().sections[0], ReportSection::Summary);
        EXPECT_EQ(dialog.choice().sections[1], ReportSection::Measures);
        EXPECT_FALSE(dialog.sections()->upButton()->isEnabled());
        QTest::mouseClick(dialog.sections()->downButton(), Qt::LeftButton);
        EXPECT_EQ(dialog.choice().sections[0], ReportSection::Measures);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        EXPECT_EQ(dialog.choice().sections[2], ReportSection::Summary);
        ASSERT_TRUE(waitForPages(dialog));
        EXPECT_EQ(dialog.report()->pages().bookmarks[0].title, u"Timeline"_s);
    });
}

TEST_F(ReportDialogTest, WithoutASectionThereIsNothingToWriteAndTheDialogSaysSo)
{
    m_dialogs.accepts = false;
    open([&](ReportDialog &dialog) {
        QListWidget *list = dialog.sections()->list();
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        QTest::qWait(20);
        EXPECT_FALSE(dialog.exportButton()->isEnabled());
        EXPECT_FALSE(dialog.printButton()->isEnabled());
        EXPECT_FALSE(dialog.report());
        list->item(0)->setCheckState(Qt::Checked);
        ASSERT_TRUE(waitForPages(dialog));
        EXPECT_TRUE(dialog.exportButton()->isEnabled());
    });
    EXPECT_TRUE(written().isEmpty());
    EXPECT_EQ(m_settings->report(), ReportChoice()) << "a cancelled choice is not remembered";
}

TEST_F(ReportDialogTest, KeysGoThroughThePagesAndZoom)
{
    open([&](ReportDialog &dialog) {
        PagePreview *preview = dialog.preview();
        preview->setFocus();
        const std::size_t last = preview->count() - 1;
        QTest::keyClick(preview, Qt::Key_End);
        EXPECT_EQ(preview->current(), last);
        EXPECT_TRUE(preview->pageRect(last).intersects(QRectF(preview->viewport()->rect())));
        QTest::keyClick(preview, Qt::Key_PageUp);
        EXPECT_EQ(preview->current(), last - 1);
        QTest::keyClick(preview, Qt::Key_Home);
        EXPECT_EQ(preview->current(), 0U);
        QTest::keyClick(preview, Qt::Key_Left);
        EXPECT_EQ(preview->current(), 0U);
        const double before = preview->pageWidth();
        QTest::keyClick(preview, Qt::Key_Plus);
        EXPECT_GT(preview->pageWidth(), before);
        QTest::keyClick(preview, Qt::Key_0);
        EXPECT_GT(preview->pageRect(0).width(), preview->viewport()->width() * 0.9);
        ASSERT_TRUE(waitForPictures(dialog));
        photographDialog(dialog, u"report-dialog-page"_s);
        QTest::mouseDClick(preview->viewport(), Qt::LeftButton, {}, preview->pageRect(0).center().toPoint());
        EXPECT_LT(preview->pageRect(0).width(), preview->viewport()->width() / 2);
        EXPECT_TRUE(preview->accessibleDescription().contains(u"Page 1 of"_s));
    });
}

TEST_F(ReportDialogTest, APageOfThePreviewIsThePageThatIsPainted)
{
    open([&](ReportDialog &dialog) {
        ASSERT_TRUE(waitForPictures(dialog));
        PagePreview *preview = dialog.preview();
        const QRectF rect = preview->pageRect(0);
        const QImage shown = preview->viewport()->grab(rect.toRect()).toImage().convertToFormat(QImage::Format_RGB32);
        QImage painted(shown.size(), QImage::Format_RGB32);
        painted.setDevicePixelRatio(shown.devicePixelRatio());
        painted.fill(Qt::white);
        QPainter painter(&painted);
        painter.setRenderHint(QPainter::Antialiasing);
        const double scale = rect.width() / dialog.report()->pages().size.width();
        painter.scale(scale, scale);
        paintReportPage(painter, dialog.report()->pages().pages[0], dialog.report()->painters());
        painter.end();
        int different = 0;
        for (int y = 4; y < shown.height() - 4; ++y) {
            for (int x = 4; x < shown.width() - 4; ++x)
                different += shown.pixel(x, y) != painted.pixel(x, y) ? 1 : 0;
        }
        EXPECT_LT(different, shown.width() * shown.height() / 200);
    });
}

TEST_F(ReportDialogTest, CtrlPPrintsTheSamePages)
{
    m_dialogs.printTo = m_folder.filePath(u"printed.pdf"_s);
    std::size_t pages = 0;
    open(
        [&](ReportDialog &dialog) {
            pages = dialog.preview()->count();
            EXPECT_TRUE(dialog.printButton()->isDefault());
            QTest::mouseClick(dialog.printButton(), Qt::LeftButton);
        },
        Qt::Key_P);
    ASSERT_TRUE(QTest::qWaitFor([this] { return window().messages()->text().contains(u"printer"_s); }, 60000));
    const QByteArray printed = bytesAt(m_dialogs.printTo);
    EXPECT_TRUE(printed.startsWith("%PDF-"));
    EXPECT_EQ(static_cast<std::size_t>(printed.count("/Type /Page\n")), pages);
    EXPECT_TRUE(written().isEmpty()) << "printing writes no file of ours";
}

TEST_F(ReportDialogTest, ACancelledPrinterLeavesTheDialogOpen)
{
    m_dialogs.accepts = false;
    open([&](ReportDialog &dialog) {
        QTest::mouseClick(dialog.printButton(), Qt::LeftButton);
        EXPECT_TRUE(dialog.isVisible());
    });
}

TEST_F(ReportDialogTest, TheDialogFollowsTheDarkThemeAndPaperStaysWhite)
{
    window().actionsOfWindow();
    QTest::keyClick(&window(), Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    open([&](ReportDialog &dialog) {
        ASSERT_TRUE(waitForPictures(dialog));
        photographDialog(dialog, u"report-dialog-dark"_s);
        const QImage shown = dialog.preview()->viewport()->grab().toImage();
        const QPoint corner = dialog.preview()->pageRect(0).topLeft().toPoint() + QPoint(6, 6);
        EXPECT_EQ(shown.pixelColor(corner * shown.devicePixelRatio()), QColor(Qt::white));
        EXPECT_LT(shown.pixelColor(2, 2).lightness(), 90);
    });
}

} // namespace
} // namespace downtimeline
