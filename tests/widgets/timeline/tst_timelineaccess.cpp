// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader finds of the timeline.
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/timeline/timelineaccess.h"
#include "widgets/timeline/timelineview.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// Before there is a view, as the window does.
struct ToldToReaders
{
    ToldToReaders() { tellTimelinesToReaders(); }
};

struct ReadTimeline : ToldToReaders
{
    FoundingTimeline founding;
    ViewState state;
    TimelineView view{&state};

    ReadTimeline()
    {
        state.setZone(gmt1());
        state.setWhole({minute(-20), minute(40)});
        view.resize(1200, 400);
        view.setContent(founding.content(), founding.texts());
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&view));
    }

    QAccessibleInterface *timeline() { return QAccessible::queryAccessibleInterface(&view); }
    QAccessibleInterface *lane(const QString &name)
    {
        for (int i = 0; i < timeline()->childCount(); ++i)
            if (timeline()->child(i)->text(QAccessible::Name) == name)
                return timeline()->child(i);
        return nullptr;
    }
    QStringList names(const QAccessibleInterface &parent)
    {
        QStringList all;
        for (int i = 0; i < parent.childCount(); ++i)
            all << parent.child(i)->text(QAccessible::Name);
        return all;
    }
};

TEST(TimelineAccess, LanesAreListsOfWhatIsDrawnInThem)
{
    ReadTimeline read;
    ASSERT_NE(read.timeline(), nullptr);
    EXPECT_EQ(
        read.names(*read.timeline()),
        (QStringList{u"Impact"_s, u"Alerts"_s, u"Response"_s, u"Changes"_s, u"Recovery"_s}));
    QAccessibleInterface *changes = read.lane(u"Changes"_s);
    EXPECT_EQ(changes->role(), QAccessible::List);
    EXPECT_EQ(changes->text(QAccessible::Description), u"3 events"_s);
    EXPECT_EQ(changes->parent(), read.timeline());
    EXPECT_EQ(
        read.names(*changes), (QStringList{
                                  u"09:45 GMT+1, Deploy: Upgrades implementation begins"_s,
                                  u"10:15–10:20 GMT+1, Rollback: Rollback initiation begins"_s,
                                  u"10:20 GMT+1, Rollback: Successful rollback"_s}));
    EXPECT_EQ(changes->child(1)->role(), QAccessible::ListItem);
    EXPECT_EQ(changes->indexOfChild(changes->child(1)), 1);
    EXPECT_EQ(changes->child(3), nullptr);
}

TEST(TimelineAccess, AnEventIsWhereItIsDrawn)
{
    ReadTimeline read;
    QAccessibleInterface *deploy = read.lane(u"Changes"_s)->child(0);
    const QPoint mark = read.view.mapToGlobal(QPoint(static_cast<int>(read.view.scale().x(minute(-15))), 0));
    const QPoint middle(mark.x(), deploy->rect().center().y());
    EXPECT_TRUE(deploy->rect().contains(middle));
    EXPECT_EQ(read.lane(u"Changes"_s)->childAt(middle.x(), middle.y()), deploy);
    EXPECT_EQ(read.timeline()->childAt(middle.x(), middle.y()), read.lane(u"Changes"_s));
    EXPECT_TRUE(read.lane(u"Changes"_s)->rect().contains(deploy->rect()));
}

TEST(TimelineAccess, PressingAnEventSelectsItAndTheFocusIsThere)
{
    ReadTimeline read;
    read.view.setFocus();
    QSignalSpy details(&read.view, &TimelineView::detailsRequested);
    QAccessibleInterface *alert = read.lane(u"Alerts"_s)->child(0);
    EXPECT_FALSE(alert->state().selected);
    ASSERT_NE(alert->actionInterface(), nullptr);
    alert->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(read.state.selection(), EventId(3));
    EXPECT_EQ(details.count(), 1);
    EXPECT_TRUE(alert->state().selected);
    EXPECT_TRUE(alert->state().focused);
    EXPECT_EQ(read.timeline()->focusChild(), alert);
}

TEST(TimelineAccess, WhatLeavesTheViewIsNoLongerThere)
{
    ReadTimeline read;
    QAccessibleInterface *changes = read.lane(u"Changes"_s);
    QAccessibleInterface *deploy = changes->child(0);
    EXPECT_TRUE(deploy->isValid());
    read.state.setVisible({minute(12), minute(40)});
    EXPECT_FALSE(deploy->isValid());
    EXPECT_TRUE(deploy->state().invalid);
    EXPECT_EQ(changes->childCount(), 2);
    read.view.setContent({}, {});
    EXPECT_FALSE(changes->isValid());
    EXPECT_FALSE(changes->child(0));
}

TEST(TimelineAccess, AFoldedMarkSaysHowManyAndFromWhenToWhen)
{
    ReadTimeline read;
    for (int i = 0; i < 200; ++i)
        read.founding.add(EventKind::Alert, i / 40, "Probe failed");
    read.view.setContent(read.founding.content(), read.founding.texts());
    const QStringList names = read.names(*read.lane(u"Alerts"_s));
    ASSERT_FALSE(names.isEmpty());
    EXPECT_TRUE(names.front().startsWith(u"10:00"_s)) << names.front().toStdString();
    EXPECT_TRUE(names.front().endsWith(u" events"_s)) << names.front().toStdString();
}

} // namespace
} // namespace downtimeline
