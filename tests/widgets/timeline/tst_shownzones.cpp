// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtimetext.h"
#include "tests/widgets/timeline/laidtimeline.h"
#include "widgets/timeline/eventdetails.h"
#include "widgets/timeline/timelineexport.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace downtimeline {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

constexpr std::array zones{"UTC",          "Europe/Berlin",    "America/New_York",
                           "Asia/Kolkata", "Asia/Kathmandu",   "Australia/Lord_Howe",
                           "Pacific/Apia", "Africa/Casablanca"};

/// What Qt's own calendar says, by another way than ours.
QString clockByQt(Instant at, const char *zone, const char *format)
{
    const qint64 milliseconds = floor<std::chrono::milliseconds>(at).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone(QByteArray(zone)))
        .toString(QString::fromLatin1(format));
}

/// An incident with an event every half hour for a day around that moment.
FoundingTimeline eventsAround(Instant middle)
{
    FoundingTimeline incident;
    incident.events.clear();
    for (int i = -24; i <= 24; ++i)
        incident.add(EventKind::Note, 0, "event").at = middle + i * 30min;
    for (EventEntry &event : incident.events)
        event.end = event.at;
    return incident;
}

/// Both changes of Berlin and New York, those of Lord Howe (half an hour), a leap day, and a day that Apia left out.
const std::array moments{Instant(sys_days{2024y / 3 / 31} + 1h),  Instant(sys_days{2024y / 10 / 27} + 1h),
                         Instant(sys_days{2024y / 3 / 10} + 7h),  Instant(sys_days{2024y / 11 / 3} + 6h),
                         Instant(sys_days{2024y / 4 / 6} + 15h),  Instant(sys_days{2024y / 10 / 5} + 15h + 30min),
                         Instant(sys_days{2024y / 2 / 29} + 12h), Instant(sys_days{2011y / 12 / 30} + 10h)};

} // namespace

TEST(ShownZones, RulerCursorTableAndExportAgreeInEightZonesAcrossEveryChange)
{
    for (const Instant moment : moments) {
        const FoundingTimeline incident = eventsAround(moment);
        for (const char *name : zones) {
            Laid laid(incident, {moment - 5h, moment + 5h}, QSizeF(1400, 300));
            laid.look.zone = DisplayZone(QTimeZone(QByteArray(name)));
            const DisplayList list = laid.list();
            const std::string what = std::string(name) + " " + clockByQt(moment, "UTC", "yyyy-MM-dd").toStdString();
            int told = 0;
            for (const PlotLabel &label : list.labels) {
                if (label.ink != Ink::RulerText || label.rect.left() < list.plot.left() || label.plain.contains(u' '))
                    continue;
                const double x = label.rect.center().x();
                const auto line =
                    std::ranges::min_element(list.grid, {}, [x](const GridLine &grid) { return std::abs(grid.x - x); });
                if (std::abs(line->x - x) > 0.5) // moved beside the gutter or the edge
                    continue;
                const Instant at = round<minutes>(laid.scale.instant(line->x));
                EXPECT_EQ(label.plain.toStdString(), clockByQt(at, name, "HH:mm").toStdString()) << what;
                ++told;
            }
            EXPECT_GE(told, 6) << what;
            for (const EventEntry &event : laid.content.events()) {
                EXPECT_EQ(cursorText(event.at, laid.look), clockByQt(event.at, name, "HH:mm:ss")) << what;
                EXPECT_TRUE(eventTimeText(event, laid.look.zone, DateNeed::Clock) == clockByQt(event.at, name, "HH:mm"))
                    << what;
            }
        }
    }
}

TEST(ShownZones, TheExportedRulerIsThatOfTheScreen)
{
    const FoundingTimeline incident = eventsAround(moments[0]);
    for (const char *name : {"Europe/Berlin", "Asia/Kathmandu"}) {
        TimelineLook look{.zone = DisplayZone(QTimeZone(QByteArray(name)))};
        look.title = incident.texts().title;
        const TimelineContent content = incident.content();
        const TimelinePicture picture{.content = content, .look = look, .visible = {moments[0] - 5h, moments[0] + 5h}};
        const Result<QByteArray> svg = timelineSvg(picture, {});
        ASSERT_TRUE(svg);
        for (const int hour : {-3, -1, 1, 3}) {
            const QString clock = clockByQt(moments[0] + hour * 1h, name, "HH:mm");
            EXPECT_TRUE(svg->contains(clock.toUtf8())) << name << clock.toStdString();
        }
    }
}

TEST(ShownZones, ASecondZoneHasARowOfItsOwnUnderTheFirst)
{
    Laid laid{FoundingTimeline()};
    laid.scale = TimeScale(FoundingTimeline::range(), 150, 977);
    const double before = laid.list().plot.top();
    laid.look.second = DisplayZone(QTimeZone("Asia/Kolkata"));
    const DisplayList list = laid.list();
    expectTidy(list, "two zones");
    EXPECT_EQ(list.plot.top(), before + laid.metrics.secondRulerHeight);
    const auto first = labelWith(list, QStringLiteral("10:00"));
    const auto second = labelWith(list, QStringLiteral("14:30"));
    ASSERT_TRUE(first && second);
    EXPECT_NEAR(first->rect.center().x(), second->rect.center().x(), 0.5);
    EXPECT_GE(second->rect.top(), first->rect.bottom());
    EXPECT_TRUE(labelWith(list, QStringLiteral("16 Jan, UTC+05:30")));
    EXPECT_EQ(cursorText(minute(12), laid.look), QStringLiteral("10:12:00 · 14:42:00 UTC+05:30"));
    const HitArea hit{{}, EventId(4), 1, {minute(10), minute(10)}};
    const QString told = detailsOf(hit, laid.content, laid.look, FoundingTimeline().texts()).text();
    EXPECT_TRUE(told.contains(QStringLiteral("14:40 UTC+05:30"))) << told.toStdString();
}

TEST(ShownZones, ANewDayOfTheSecondZoneIsToldWhereItBegins)
{
    Laid laid(FoundingTimeline(), {minute(-120), minute(1000)});
    laid.look.second = DisplayZone(9h, QStringLiteral("JST"));
    const DisplayList list = laid.list();
    const auto day = std::ranges::find_if(list.labels, [](const PlotLabel &label) {
        return label.ink == Ink::RulerText && label.plain.startsWith(QStringLiteral("17 Jan, "));
    });
    ASSERT_NE(day, list.labels.end());
    EXPECT_GT(day->rect.top(), 0);
    expectTidy(list, "a second day");
}

TEST(ShownZones, TimesThatCountFromTheImpactAreToldEverywhere)
{
    Laid laid{FoundingTimeline()};
    laid.scale = TimeScale(FoundingTimeline::range(), 150, 977);
    laid.look.zone = DisplayZone::since(minute(0), gmt1());
    const DisplayList list = laid.list();
    expectTidy(list, "T+0");
    EXPECT_TRUE(labelWith(list, QStringLiteral("T = 16 Jan, 10:00")));
    const auto zero = labelWith(list, QStringLiteral("T+0"));
    ASSERT_TRUE(zero);
    EXPECT_NEAR(zero->rect.center().x(), laid.scale.x(minute(0)), 0.5);
    EXPECT_TRUE(labelWith(list, QStringLiteral("T+10 min")));
    EXPECT_EQ(labelWith(list, QStringLiteral("Upgrades"))->bold, QStringLiteral("T−15 min"));
    EXPECT_EQ(labelWith(list, QStringLiteral("Server Outage begins"))->bold, QStringLiteral("T+0–T+22 min"));
    EXPECT_EQ(cursorText(minute(12), laid.look), QStringLiteral("T+12 min 00 s"));
    EXPECT_EQ(eventTimeText(laid.content.event(3), laid.look.zone, DateNeed::Clock), QStringLiteral("T+10 min"));
    const QString zone = zoneDetails(laid.content, laid.look).text();
    EXPECT_TRUE(zone.contains(QStringLiteral("since 16 Jan 2024, 10:00 GMT+1"))) << zone.toStdString();
}

TEST(ShownZones, DaysAreSeparatedAmongClocksAndNotAmongDays)
{
    const auto separators = [](const DisplayList &list) {
        return std::ranges::count(list.grid, Ink::GridDay, &GridLine::ink);
    };
    EXPECT_EQ(separators(Laid(FoundingTimeline()).list()), 0) << "one day";
    const Laid days(FoundingTimeline(), {minute(-600), minute(3 * 24 * 60 - 600)});
    EXPECT_EQ(separators(days.list()), 3);
    const DisplayList list = days.list();
    const auto first = std::ranges::find(list.grid, Ink::GridDay, &GridLine::ink);
    ASSERT_NE(first, list.grid.end());
    EXPECT_NEAR(first->x, days.scale.x(minute(-600)), 0.5) << "midnight of the shown zone";
    const Laid month(FoundingTimeline(), {minute(-600), minute(40 * 24 * 60)});
    EXPECT_EQ(separators(month.list()), 0) << "where every line is a day none stands out";
}

} // namespace downtimeline
