// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtablemodel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant nine = Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + hours(9);

EventEntry entry(int id, Instant at, EventKind kind = EventKind::Note)
{
    return {.id = EventId(id), .at = at, .end = at, .kind = kind, .lane = laneOf(kind), .flags = 0};
}

/// Words "event 1", "event 2" and a record of what was edited.
class FakeRows : public EventTextSource, public EventEditor
{
public:
    EventText textAt(std::size_t row) const override
    {
        return {
            .id = EventId(),
            .title = "event " + std::to_string(row + 1),
            .detail = {},
            .timeText = written,
            .sourceName = "notes.txt",
            .line = static_cast<int>(row) * 10};
    }
    bool isEditable() const override { return editable; }
    Status setEventTime(EventId event, Instant at) override
    {
        edited = event;
        time = at;
        return {};
    }
    Status setEventKind(EventId event, EventKind changed) override
    {
        edited = event;
        kind = changed;
        return {};
    }
    Status setEventTitle(EventId event, const QString &changed) override
    {
        if (changed.isEmpty())
            return failure(Error::Code::Usage, QStringLiteral("An event needs a title."));
        edited = event;
        title = changed;
        return {};
    }

    bool editable = true;
    std::string written; ///< the time of every event, in the words of its source
    EventId edited;
    std::optional<Instant> time;
    std::optional<EventKind> kind;
    QString title;
};

class EventTableModelTest : public testing::Test
{
protected:
    EventTableModelTest() : model(rows, &rows)
    {
        model.setZone(DisplayZone(hours(1), QStringLiteral("GMT+1")));
        show({entry(1, nine, EventKind::Outage), entry(2, nine + minutes(10), EventKind::Recovery)});
    }
    void show(EventIndex events) { model.setEvents(std::make_shared<EventIndex>(std::move(events))); }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    bool edit(int row, int column, const QVariant &value) { return model.setData(model.index(row, column), value); }

    FakeRows rows;
    EventTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(EventTableModelTest, AMaskDimsRowsOrLeavesThemOutAndRowsStillFindTheirEvents)
{
    show({entry(1, nine), entry(2, nine + minutes(10)), entry(3, nine + minutes(12))});
    const auto mask = std::make_shared<EventMask>(EventMask{{true, false, true}, 2});
    model.setMask(mask, false);
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_TRUE(model.index(1, 0).data(EventTableModel::DimRole).toBool());
    EXPECT_FALSE(model.index(2, 0).data(EventTableModel::DimRole).toBool());
    model.setMask(mask, true);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.eventAt(1), EventId(3));
    EXPECT_EQ(model.rowOf(EventId(3)), 1);
    EXPECT_EQ(model.rowOf(EventId(2)), -1);
    EXPECT_EQ(model.index(1, EventTableModel::TitleColumn).data().toString(), QStringLiteral("event 3"));
    EXPECT_TRUE(model.setData(model.index(1, EventTableModel::TitleColumn), QStringLiteral("third")));
    EXPECT_EQ(rows.edited, EventId(3));
    show({entry(2, nine), entry(3, nine + minutes(2))});
    EXPECT_EQ(model.rowCount(), 1) << "the mask is told anew with the rows; until then it is read by row";
    model.setMask(nullptr, true);
    EXPECT_EQ(model.rowCount(), 2);
}

TEST_F(EventTableModelTest, ShowsTimeKindTitleAndSourceOfEachEvent)
{
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(text(1, EventTableModel::TimeColumn), QStringLiteral("10:10"));
    EXPECT_EQ(text(1, EventTableModel::KindColumn), QStringLiteral("Recovery"));
    EXPECT_EQ(text(1, EventTableModel::TitleColumn), QStringLiteral("event 2"));
    EXPECT_EQ(text(1, EventTableModel::SourceColumn), QStringLiteral("line 10"));
}

EventEntry undated(int id)
{
    EventEntry event = entry(id, Instant{});
    event.flags = EventEntry::Undated;
    return event;
}

TEST_F(EventTableModelTest, AnEventWithoutATimeShowsTheWordsOfItsSourceAtTheEnd)
{
    rows.written = "shortly  after lunch";
    show({entry(1, nine), undated(7)});
    EXPECT_EQ(text(0, EventTableModel::TimeColumn), QStringLiteral("10:00"));
    EXPECT_EQ(text(1, EventTableModel::TimeColumn), QStringLiteral("shortly after lunch"));
    rows.written.clear();
    EXPECT_EQ(text(1, EventTableModel::TimeColumn), QStringLiteral("no time"));
    EXPECT_EQ(model.index(1, EventTableModel::TimeColumn).data(Qt::EditRole).toString(), QString());
    EXPECT_TRUE(model.index(1, EventTableModel::TimeColumn).data(EventTableModel::UndatedRole).toBool());
    EXPECT_FALSE(model.index(0, EventTableModel::TimeColumn).data(EventTableModel::UndatedRole).toBool());
    const auto sortKey = [this](int row) {
        return model.index(row, EventTableModel::TimeColumn).data(EventTableModel::SortRole).toLongLong();
    };
    EXPECT_GT(sortKey(1), sortKey(0));
}

TEST_F(EventTableModelTest, TheHeaderCountsTheEventsWithoutATime)
{
    const auto header = [this] {
        return model.headerData(EventTableModel::TitleColumn, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    EXPECT_EQ(header(), QStringLiteral("Event"));
    const QSignalSpy told(&model, &QAbstractItemModel::headerDataChanged);
    show({entry(1, nine), undated(7), undated(8)});
    EXPECT_EQ(header(), QStringLiteral("Event · 2 of 3 without a time"));
    EXPECT_EQ(model.undatedCount(), 2);
    EXPECT_EQ(told.count(), 1);
}

TEST_F(EventTableModelTest, AClockPlacesAnUndatedEventOnTheOnlyDayThatThereIs)
{
    show({entry(1, nine), entry(2, nine + minutes(10)), undated(7)});
    EXPECT_TRUE(edit(2, EventTableModel::TimeColumn, QStringLiteral("10:05")));
    EXPECT_EQ(rows.edited, EventId(7));
    EXPECT_EQ(rows.time, nine + minutes(5));
}

TEST_F(EventTableModelTest, WhereThereIsNoOneDayAClockAloneIsRefused)
{
    QSignalSpy refused(&model, &EventTableModel::editRefused);
    show({undated(7)});
    EXPECT_FALSE(edit(0, EventTableModel::TimeColumn, QStringLiteral("10:05")));
    show({entry(1, nine), entry(2, nine + hours(24)), undated(7)});
    EXPECT_FALSE(edit(2, EventTableModel::TimeColumn, QStringLiteral("10:05")));
    ASSERT_EQ(refused.count(), 2);
    EXPECT_TRUE(refused[1][0].toString().contains(QStringLiteral("says no day")));
    EXPECT_TRUE(edit(2, EventTableModel::TimeColumn, QStringLiteral("2024-01-17 10:05")));
    EXPECT_EQ(rows.time, nine + hours(24) + minutes(5));
}

TEST_F(EventTableModelTest, AnEmptyTimeOfAnUndatedEventIsNoEdit)
{
    show({undated(7)});
    EXPECT_TRUE(edit(0, EventTableModel::TimeColumn, QStringLiteral(" ")));
    EXPECT_FALSE(rows.time.has_value());
}

TEST_F(EventTableModelTest, AnUndatedEventThatGetsATimeMovesUpAndStaysSelected)
{
    show({entry(1, nine), entry(2, nine + minutes(10)), undated(7)});
    const QPersistentModelIndex kept = model.index(2, EventTableModel::TitleColumn);
    show({entry(1, nine), entry(7, nine + minutes(5)), entry(2, nine + minutes(10))});
    EXPECT_EQ(kept.row(), 1);
    EXPECT_EQ(model.undatedCount(), 0);
}

TEST_F(EventTableModelTest, WithoutALineTheSourceIsTheFilesName)
{
    EXPECT_EQ(text(0, EventTableModel::SourceColumn), QStringLiteral("notes.txt"));
}

TEST_F(EventTableModelTest, AnotherZoneChangesTheTimesThatAreShown)
{
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setZone(DisplayZone());
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(text(0, EventTableModel::TimeColumn), QStringLiteral("09:00"));
}

TEST_F(EventTableModelTest, EventsOverSeveralDaysShowTheirDay)
{
    show({entry(1, nine), entry(2, nine + hours(24))});
    EXPECT_EQ(text(0, EventTableModel::TimeColumn), QStringLiteral("16 Jan, 10:00"));
}

TEST_F(EventTableModelTest, ATypedClockKeepsTheDayAndTheZone)
{
    EXPECT_TRUE(edit(1, EventTableModel::TimeColumn, QStringLiteral("10:25")));
    EXPECT_EQ(rows.edited, EventId(2));
    EXPECT_EQ(rows.time, nine + minutes(25));
}

TEST_F(EventTableModelTest, WhatIsNoTimeIsRefusedWithASentence)
{
    QSignalSpy refused(&model, &EventTableModel::editRefused);
    EXPECT_FALSE(edit(1, EventTableModel::TimeColumn, QStringLiteral("soon")));
    ASSERT_EQ(refused.count(), 1);
    EXPECT_TRUE(refused[0][0].toString().contains(QStringLiteral("“soon” is not a time")));
    EXPECT_FALSE(rows.time.has_value());
}

TEST_F(EventTableModelTest, ATimeThatIsLeftAsItWasIsNoEdit)
{
    const QVariant before = model.index(1, EventTableModel::TimeColumn).data(Qt::EditRole);
    EXPECT_TRUE(edit(1, EventTableModel::TimeColumn, before));
    EXPECT_FALSE(rows.time.has_value());
}

TEST_F(EventTableModelTest, ATimeParserOfTheCallerIsUsed)
{
    model.setTimeParser([](QStringView, std::optional<Instant> current, const DisplayZone &) -> Result<Instant> {
        return *current + seconds(1);
    });
    EXPECT_TRUE(edit(0, EventTableModel::TimeColumn, QStringLiteral("whatever")));
    EXPECT_EQ(rows.time, nine + seconds(1));
}

TEST_F(EventTableModelTest, KindsAndTitlesGoToTheEditor)
{
    EXPECT_TRUE(edit(0, EventTableModel::KindColumn, static_cast<int>(EventKind::Alert)));
    EXPECT_EQ(rows.kind, EventKind::Alert);
    EXPECT_TRUE(edit(0, EventTableModel::TitleColumn, QStringLiteral("new words")));
    EXPECT_EQ(rows.title, QStringLiteral("new words"));
}

TEST_F(EventTableModelTest, ARefusalOfTheEditorIsTold)
{
    QSignalSpy refused(&model, &EventTableModel::editRefused);
    EXPECT_FALSE(edit(0, EventTableModel::TitleColumn, QString()));
    ASSERT_EQ(refused.count(), 1);
    EXPECT_EQ(refused[0][0].toString(), QStringLiteral("An event needs a title."));
}

TEST_F(EventTableModelTest, NothingIsEditableInALibraryThatIsReadOnlyNorInTheSourceColumn)
{
    EXPECT_FALSE(model.flags(model.index(0, EventTableModel::SourceColumn)) & Qt::ItemIsEditable);
    EXPECT_TRUE(model.flags(model.index(0, EventTableModel::TimeColumn)) & Qt::ItemIsEditable);
    rows.editable = false;
    EXPECT_FALSE(model.flags(model.index(0, EventTableModel::TimeColumn)) & Qt::ItemIsEditable);
    EXPECT_FALSE(edit(0, EventTableModel::TitleColumn, QStringLiteral("x")));
    EXPECT_TRUE(rows.title.isEmpty());
}

TEST_F(EventTableModelTest, AMovedEventMovesItsRowAndItsSelection)
{
    show({});
    show({entry(1, nine), entry(2, nine + minutes(1)), entry(3, nine + minutes(2))});
    const QPersistentModelIndex first = model.index(0, 0);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    show({entry(2, nine + minutes(1)), entry(3, nine + minutes(2)), entry(1, nine + minutes(5))});
    EXPECT_EQ(moved.count(), 1);
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(first.row(), 2);
    EXPECT_EQ(model.eventAt(2), EventId(1));
}

TEST_F(EventTableModelTest, AnAddedAndARemovedEventAreOneRow)
{
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex last = model.index(1, 0);
    show({entry(1, nine), entry(9, nine + minutes(1)), entry(2, nine + minutes(10))});
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(last.row(), 2);
    show({entry(9, nine + minutes(1)), entry(2, nine + minutes(10))});
    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(last.row(), 1);
    EXPECT_EQ(model.rowOf(EventId(1)), -1);
}

TEST_F(EventTableModelTest, OtherEventsResetTheTable)
{
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    show({entry(5, nine), entry(6, nine), entry(7, nine)});
    EXPECT_EQ(reset.count(), 1);
    show({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(EventTableModelTest, AMillionthRowAsksForItsOwnWordsOnly)
{
    EventIndex many;
    for (int i = 1; i <= 1000; ++i)
        many.push_back(entry(i, nine + seconds(i)));
    show(std::move(many));
    EXPECT_EQ(text(999, EventTableModel::TitleColumn), QStringLiteral("event 1000"));
    EXPECT_EQ(model.index(999, 0).data(EventTableModel::IdRole).toLongLong(), 1000);
}

TEST_F(EventTableModelTest, SortsTimesAsNumbersAndNamesItsColumns)
{
    EXPECT_EQ(model.index(0, 0).data(EventTableModel::SortRole).toLongLong(), microseconds(nine));
    EXPECT_EQ(model.index(0, 1).data(EventTableModel::SortRole).toString(), QStringLiteral("Outage"));
    EXPECT_EQ(model.headerData(EventTableModel::TitleColumn, Qt::Horizontal).toString(), QStringLiteral("Event"));
    EXPECT_FALSE(model.headerData(9, Qt::Horizontal).isValid());
}

TEST_F(EventTableModelTest, TimesOfTwoYearsTellTheirYear)
{
    show({entry(1, nine), entry(2, nine + std::chrono::days(365))});
    const QString first = text(0, EventTableModel::TimeColumn);
    const QString second = text(1, EventTableModel::TimeColumn);
    EXPECT_TRUE(first.contains(QStringLiteral(" 2024, "))) << first.toStdString();
    EXPECT_TRUE(second.contains(QStringLiteral(" 2025, "))) << second.toStdString();
    show({entry(1, nine), entry(2, nine + std::chrono::days(2))});
    EXPECT_FALSE(text(0, EventTableModel::TimeColumn).contains(QStringLiteral("2024")));
}

} // namespace
} // namespace downtimeline
