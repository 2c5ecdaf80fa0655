// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/emptystate.h"

#include "incidentfixture.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace downtimeline {
namespace {

class EmptyStateTest : public testing::Test
{
protected:
    EmptyStateTest()
    {
        setLook(false);
        empty.resize(900, 600);
        empty.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&empty));
    }
    /// Drags the files over the widget and lets them fall; answers whether they were welcome.
    bool drop(const QList<QUrl> &urls)
    {
        QMimeData files;
        files.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&empty, &enter);
        if (!enter.isAccepted())
            return false;
        saveScreenshot(empty, QStringLiteral("emptystate-drop"));
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&empty, &event);
        return true;
    }

    EmptyState empty;
};

TEST_F(EmptyStateTest, ItsButtonsAskForAnImportAndForTheSample)
{
    const QSignalSpy imported(&empty, &EmptyState::importRequested);
    const QSignalSpy sample(&empty, &EmptyState::sampleRequested);
    QTest::mouseClick(empty.importButton(), Qt::LeftButton);
    QTest::keyClick(empty.sampleButton(), Qt::Key_Space);
    EXPECT_EQ(imported.count(), 1);
    EXPECT_EQ(sample.count(), 1);
}

TEST_F(EmptyStateTest, DroppedFilesAreHandedOver)
{
    QSignalSpy dropped(&empty, &EmptyState::filesDropped);
    EXPECT_TRUE(
        drop({QUrl::fromLocalFile(QStringLiteral("/tmp/a b.txt")), QUrl(QStringLiteral("https://x.example/"))}));
    ASSERT_EQ(dropped.count(), 1);
    EXPECT_EQ(dropped[0][0].toStringList(), QStringList(QStringLiteral("/tmp/a b.txt")));
}

TEST_F(EmptyStateTest, WhatIsNoFileIsNotWelcome)
{
    QSignalSpy dropped(&empty, &EmptyState::filesDropped);
    EXPECT_FALSE(drop({QUrl(QStringLiteral("https://x.example/file.txt"))}));
    EXPECT_FALSE(drop({}));
    EXPECT_EQ(dropped.count(), 0);
}

TEST_F(EmptyStateTest, NoTextIsCut)
{
    for (const QLabel *label : empty.findChildren<QLabel *>())
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << label->text().toStdString();
}

TEST_F(EmptyStateTest, LooksCalmInBothLooks)
{
    saveScreenshot(empty, QStringLiteral("emptystate-light"));
    EXPECT_GT(pixelsOf(empty, Theme::light().accent), 500);
    setLook(true);
    saveScreenshot(empty, QStringLiteral("emptystate-dark"));
    EXPECT_GT(pixelsOf(empty, Theme::dark().accent), 500);
}

} // namespace
} // namespace downtimeline
