// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/rememberedcolumns.h"
#include "tests/app/processtest.h"

#include <QDir>
#include <QSettings>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;
using testing::Not;

constexpr const char *rows = "a,b,c\n"
                             "2024-01-16 10:00:00,Pager,The page called\n"
                             "2024-01-16 10:05:00,Pager,The page called again\n"
                             "2024-01-16 10:09:00,Web,Back\n";

/// A user who chose in the window how such a table is read: its middle column tells the service.
class ChosenInTheWindow : public Process
{
protected:
    void remember(const ColumnsWish &wish)
    {
        RememberedColumns remembered;
        remembered.keep({"a", "b", "c"}, wish);
        const QDir config(m_output.path());
        ASSERT_TRUE(config.mkpath(u"downtimeline"_s));
        QSettings settings(config.filePath(u"downtimeline/window.ini"_s), QSettings::IniFormat);
        settings.setValue(QLatin1StringView(rememberedColumnsKey), remembered.toJson());
    }

    const ColumnsWish m_service{
        .sort = TableSort::Events, .columns = {{"a", "time"}, {"b", "service"}, {"c", "title"}}};
};

TEST_F(ChosenInTheWindow, ATableIsReadSoOnTheCommandLineToo)
{
    const QString table = write(u"table.csv"_s, rows);
    EXPECT_THAT(run({u"inspect"_s, u"--json"_s, table}).out, Not(HasSubstr(R"("service":"Pager")")));
    remember(m_service);
    const Ended json = run({u"inspect"_s, u"--json"_s, table});
    EXPECT_EQ(json.code, 0) << json.err;
    EXPECT_THAT(json.out, HasSubstr(R"("service":"Pager")"));
    EXPECT_THAT(json.out, HasSubstr(R"("title":"The page called again")"));
    EXPECT_THAT(run({u"inspect"_s, table}).out, HasSubstr("read as you chose them in the window"));
    EXPECT_THAT(run({u"import"_s, u"--dry-run"_s, table}).out, HasSubstr("3 events"));
    const Ended imported = run({u"import"_s, table});
    EXPECT_EQ(imported.code, 0) << imported.err;
    EXPECT_THAT(imported.out, HasSubstr("columns as you chose them in the window"));
    const QString id = QString::fromStdString(run({u"list"_s, u"--ids"_s}).out).trimmed();
    EXPECT_THAT(run({u"show"_s, u"--json"_s, id}).out, HasSubstr(R"("service":"Pager")"));
}

TEST_F(ChosenInTheWindow, WhatTheCommandLineChoosesOutweighsIt)
{
    const QString table = write(u"table.csv"_s, rows);
    remember(m_service);
    const Ended mapped = run({u"inspect"_s, u"--json"_s, table, u"--map"_s, u"b=actor"_s});
    EXPECT_EQ(mapped.code, 0) << mapped.err;
    EXPECT_THAT(mapped.out, HasSubstr(R"("actor":"Pager")"));
    EXPECT_THAT(mapped.out, Not(HasSubstr(R"("service":"Pager")")));
    const Ended as = run({u"inspect"_s, u"--json"_s, table, u"--as"_s, u"events"_s});
    EXPECT_THAT(as.out, Not(HasSubstr(R"("service":"Pager")")));
}

TEST_F(ChosenInTheWindow, ATableThatNobodyRecognisesIsReadAsItWasChosen)
{
    const QString table = write(u"table.csv"_s, "a,b,c\nx,1,yesterday\ny,2,today\n");
    EXPECT_EQ(run({u"inspect"_s, table}).code, 1);
    remember({.sort = TableSort::Events, .columns = {{"a", "title"}, {"b", "time"}, {"c", "detail"}}});
    const Ended read =
        run({u"inspect"_s, write(u"other.csv"_s, "a,b,c\nDown,2024-01-16 10:00:00,x\nUp,2024-01-16 10:05:00,y\n")});
    EXPECT_EQ(read.code, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("Events: 2"));
    EXPECT_EQ(run({u"inspect"_s, table}).code, 1) << "there is still no time in it";
}

TEST_F(ChosenInTheWindow, OtherTablesAndDamagedMemoryChangeNothing)
{
    const QString table =
        write(u"table.csv"_s, "a,b,c,d\n2024-01-16 10:00:00,Pager,Down,x\n2024-01-16 10:05:00,Pager,Up,x\n");
    const std::string before = run({u"inspect"_s, u"--json"_s, table}).out;
    remember(m_service);
    EXPECT_EQ(run({u"inspect"_s, u"--json"_s, table}).out, before);
    QFile settings(m_output.filePath(u"downtimeline/window.ini"_s));
    ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
    settings.write("[import]\ncolumns=\"@ByteArray([{\\\"names\\\": 7\"\n\0\xff");
    settings.close();
    EXPECT_EQ(run({u"inspect"_s, u"--json"_s, table}).out, before);
}

/// A library, into which a Slack export goes under several names.
using SlackNames = Process;

TEST_F(SlackNames, OneExportAddsNothingUnderAnotherName)
{
    const QString data = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/");
    ASSERT_TRUE(QFile::copy(data + u"archives/slack.zip"_s, path(u"Team export Jan 1 2024.zip"_s)));
    ASSERT_TRUE(QFile::copy(data + u"archives/slack_stored.zip"_s, path(u"copy (2).zip"_s)));
    const Ended first = run({u"import"_s, path(u"Team export Jan 1 2024.zip"_s)});
    ASSERT_EQ(first.code, 0) << first.err;
    const std::string list = run({u"list"_s}).out;
    for (const QString &again : {path(u"copy (2).zip"_s), data + u"slack"_s, data + u"archives/slack.zip"_s}) {
        const Ended second = run({u"import"_s, again});
        EXPECT_EQ(second.code, 0) << second.err;
        EXPECT_THAT(second.out, HasSubstr(": 0 events added")) << again.toStdString();
        EXPECT_THAT(second.out, Not(HasSubstr("differ")));
        EXPECT_EQ(run({u"list"_s}).out, list);
    }
}

} // namespace
} // namespace downtimeline
