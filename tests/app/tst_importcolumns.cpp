// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/rememberedcolumns.h"
#include "models/storage/eventstore.h"
#include "tests/app/importflowtest.h"
#include "widgets/import/columnspanel.h"
#include "widgets/import/columnstable.h"
#include "widgets/import/draftfields.h"

#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *pager = "When,What,Note,Sort\n2024-01-16T10:00:00Z,Database down,errors,outage\n"
                              "2024-01-16T10:05:00Z,On call paged,first,alert\n";
constexpr const char *nextPager = "When,What,Note,Sort\n2024-02-01T08:00:00Z,Disk full,space,outage\n";

class ImportColumns : public ImportFlowTest
{
protected:
    /// Gives the column the meaning, as an editor of its cell does.
    static void choose(ImportPreview &preview, int column, const QString &words)
    {
        QAbstractItemModel *columns = preview.page(0)->columns()->table()->model();
        const std::vector<ColumnMeaning> meanings = columnMeanings(static_cast<const ColumnsModel *>(columns)->table());
        const auto meaning = std::ranges::find(meanings, words, &ColumnMeaning::words);
        ASSERT_NE(meaning, meanings.end()) << words.toStdString();
        columns->setData(
            columns->index(column, ColumnsModel::MeaningColumn), static_cast<int>(meaning - meanings.begin()),
            ColumnsModel::MeaningRole);
    }

    std::vector<Event> stored()
    {
        const Result<std::unique_ptr<Library>> reader = Library::open(m_session->path(), Library::Open::ReadOnly);
        return EventStore(**reader).all(m_imported.back()).value_or(std::vector<Event>());
    }

    /// What the page of the next preview tells of its columns.
    void lookAtNext(const QString &name, const char *text)
    {
        m_dialogs.onPreview = [this](ImportPreview &preview) {
            m_wasRemembered = preview.page(0)->source().isRemembered;
            m_kinds.clear();
            for (const Event &event : preview.page(0)->draft().incidents[0].read.events)
                m_kinds.push_back(event.kind);
        };
        m_dialogs.accepts = false;
        run({file(name, text)});
        m_dialogs.accepts = true;
    }

    bool m_wasRemembered = false;
    std::vector<EventKind> m_kinds;
};

TEST_F(ImportColumns, AChangedMeaningIsReadAgainAndStored)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        choose(preview, 3, u"Kind"_s);
        EXPECT_TRUE(preview.isLooking()) << "it is read on another thread";
        EXPECT_FALSE(preview.footer()->importButton()->isEnabled());
    };
    run({file(u"pager.csv"_s, pager)});
    ASSERT_EQ(m_imported.size(), 1U);
    ASSERT_EQ(stored().size(), 2U);
    EXPECT_EQ(stored()[0].kind, EventKind::Outage);
    EXPECT_EQ(stored()[1].kind, EventKind::Alert);
}

TEST_F(ImportColumns, OfTwoWishesTheLaterHolds)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        choose(preview, 3, u"Kind"_s);
        choose(preview, 2, u"Title"_s);
    };
    run({file(u"pager.csv"_s, pager)});
    ASSERT_EQ(m_imported.size(), 1U);
    EXPECT_EQ(stored()[0].title, "errors");
    EXPECT_EQ(stored()[0].kind, EventKind::Outage);
}

TEST_F(ImportColumns, StoppingTheReadingLeavesWhatWasRead)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        choose(preview, 3, u"Kind"_s);
        preview.footer()->cancelButton()->click();
        EXPECT_TRUE(preview.isVisible());
        const QAbstractItemModel *columns = preview.page(0)->columns()->table()->model();
        EXPECT_EQ(columns->index(3, ColumnsModel::MeaningColumn).data().toString(), u"Not read"_s);
    };
    run({file(u"pager.csv"_s, pager)});
    ASSERT_EQ(m_imported.size(), 1U);
    EXPECT_EQ(stored()[1].title, "On call paged");
    EXPECT_NE(stored()[1].kind, EventKind::Alert);
    lookAtNext(u"next.csv"_s, nextPager);
    EXPECT_FALSE(m_wasRemembered) << "what was stopped was not chosen";
}

TEST_F(ImportColumns, WhatWasChosenIsProposedForTheSameHeaderAndForgotten)
{
    m_dialogs.onPreview = [](ImportPreview &preview) { choose(preview, 3, u"Kind"_s); };
    run({file(u"pager.csv"_s, pager)});
    lookAtNext(u"next.csv"_s, nextPager);
    EXPECT_TRUE(m_wasRemembered);
    EXPECT_EQ(m_kinds, std::vector{EventKind::Outage});
    lookAtNext(u"other.csv"_s, "When,What,Sort\n2024-02-01T08:00:00Z,Disk full,outage\n");
    EXPECT_FALSE(m_wasRemembered) << "another header";

    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_TRUE(preview.page(0)->columns()->forget()->isVisible());
        preview.page(0)->columns()->forget()->click();
    };
    run({file(u"next.csv"_s, nextPager)});
    EXPECT_NE(stored()[0].kind, EventKind::Outage) << "read as it is guessed";
    lookAtNext(u"again.csv"_s, nextPager);
    EXPECT_FALSE(m_wasRemembered);
}

TEST_F(ImportColumns, ACancelledPreviewRemembersNothing)
{
    m_dialogs.onPreview = [](ImportPreview &preview) { choose(preview, 3, u"Kind"_s); };
    m_dialogs.accepts = false;
    run({file(u"pager.csv"_s, pager)});
    lookAtNext(u"next.csv"_s, nextPager);
    EXPECT_FALSE(m_wasRemembered);
}

TEST_F(ImportColumns, WhatIsRememberedSurvivesTheProgram)
{
    m_dialogs.onPreview = [](ImportPreview &preview) { choose(preview, 3, u"Kind"_s); };
    run({file(u"pager.csv"_s, pager)});
    const Settings later(m_folder.filePath(u"window.ini"_s));
    const RememberedColumns remembered = RememberedColumns::fromJson(later.columns());
    const ColumnsWish *wish = remembered.find({"When", "What", "Note", "Sort"});
    ASSERT_NE(wish, nullptr);
    EXPECT_EQ(wish->columns.at("Sort"), "kind");
    EXPECT_EQ(wish->columns.at("When"), "time");
}

TEST_F(ImportColumns, ATableThatNobodyKnowsIsShownToBeMapped)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        ASSERT_TRUE(preview.page(0)->columns()->isVisible());
        EXPECT_FALSE(preview.footer()->importButton()->isEnabled());
        EXPECT_FALSE(preview.page(0)->source().problem.isEmpty());
        choose(preview, 1, u"Title"_s);
        choose(preview, 0, u"Time"_s);
    };
    run({file(
        u"odd.jsonl"_s, "{\"a\": \"2024-01-16T10:00:00Z\", \"b\": \"down\"}\n{\"a\": \"soon\", \"b\": \"up\"}\n"
                        "{\"a\": \"later\", \"b\": \"well\"}\n")});
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
    EXPECT_TRUE(m_failures.isEmpty()) << m_failures.join(u' ').toStdString();
    EXPECT_EQ(events(), 1) << "of three rows one has a time";
}

TEST(RememberedColumns, AreReadBackAndDamageIsLeftOut)
{
    RememberedColumns remembered;
    remembered.keep({"a", "b"}, {.sort = TableSort::Metrics, .columns = {{"a", "time"}, {"b", "value:ms:comma"}}});
    remembered.keep({"x", ""}, {.sort = TableSort::Events, .columns = {{"x", "title"}}});
    EXPECT_EQ(RememberedColumns::fromJson(remembered.toJson()), remembered);
    EXPECT_EQ(
        RememberedColumns::fromJson("[{\"names\": [\"a\"], \"columns\": {\"a\": \"flavour\"}}, 7, {}]").count(), 1U);
    EXPECT_TRUE(RememberedColumns::fromJson("[{\"names\": [\"a\"], \"columns\": {\"a\": \"flavour\"}}]")
                    .find({"a"})
                    ->columns.empty());
    EXPECT_EQ(RememberedColumns::fromJson("no json").count(), 0U);
}

TEST(RememberedColumns, AreSoManyAndTheOldestGoesFirst)
{
    RememberedColumns remembered;
    for (std::size_t i = 0; i <= RememberedColumns::mostTables; ++i)
        remembered.keep({"column " + std::to_string(i)}, {});
    EXPECT_EQ(remembered.count(), RememberedColumns::mostTables);
    EXPECT_EQ(remembered.find({"column 0"}), nullptr);
    EXPECT_NE(remembered.find({"column 1"}), nullptr);
    remembered.keep(std::vector<std::string>(RememberedColumns::mostColumns + 1, "x"), {});
    EXPECT_EQ(remembered.count(), RememberedColumns::mostTables);
}

} // namespace
} // namespace downtimeline
