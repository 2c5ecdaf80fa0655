// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/import/importfixture.h"

#include "widgets/import/choicebox.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/drafttable.h"
#include "widgets/import/skippedlist.h"
#include "widgets/import/sourcelines.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using Column = DraftTableModel::Column;

constexpr const char *undated = "Outage report\n\nTimeline\n\n10:00 Outage begins\n10:20 Service restored\n";
constexpr const char *metrics = "time,requests_per_second\n2024-01-16T10:00:00Z,5\n2024-01-16T10:01:00Z,6\n";

class Pages : public ShownPreview
{
protected:
    QString importText() const { return m_preview->footer()->importButton()->text(); }
};

TEST_F(Pages, WithoutADateTheDayIsAskedForInWords)
{
    show("undated.txt", undated);
    EXPECT_FALSE(m_preview->footer()->importButton()->isEnabled());
    EXPECT_TRUE(page()->fields()->day()->isDoubtful());
    EXPECT_GE(page()->cards()->model()->rowCount(), 1);
    EXPECT_EQ(shown(0, Column::TimeColumn), u"10:00, no date"_s);
    photograph(u"import-undated-light"_s);
    look(true);
    photograph(u"import-undated-dark"_s);
    typeInto(page()->fields()->day()->lineEdit(), u"16 January 2024"_s);
    EXPECT_TRUE(m_preview->footer()->importButton()->isEnabled());
    EXPECT_EQ(shown(0, Column::TimeColumn), u"10:00"_s);
    EXPECT_FALSE(page()->fields()->day()->isDoubtful());
}

TEST_F(Pages, AMetricFileShowsItsSeries)
{
    show("rps.csv", metrics);
    EXPECT_EQ(importText(), u"Import 1 series"_s);
    EXPECT_TRUE(m_preview->sentence().contains(u"1 series"_s));
    EXPECT_FALSE(table()->isVisible());
    photograph(u"import-metrics-light"_s);
}

TEST_F(Pages, WhatWasNotReadIsToldWithItsLineAndFoldsAway)
{
    std::string text = "time,kind,title\n2024-01-16T10:00:00Z,outage,Down\n";
    for (int i = 0; i < 8; ++i)
        text += "not a time,note,row\n";
    show("events.csv", text);
    SkippedList *skipped = page()->skipped();
    ASSERT_TRUE(skipped->isVisible());
    EXPECT_FALSE(skipped->view()->isVisible());
    EXPECT_EQ(skipped->heading()->text(), u"8 lines were not read"_s);
    QTest::mouseClick(skipped->heading(), Qt::LeftButton);
    ASSERT_TRUE(skipped->view()->isVisible());
    EXPECT_TRUE(skipped->view()->model()->index(0, 0).data().toString().startsWith(u"Line 3: "_s));
    skipped->view()->setFocus();
    skipped->view()->setCurrentIndex(skipped->view()->model()->index(1, 0));
    EXPECT_EQ(page()->lines()->selectedLine(), 4);
    photograph(u"import-skipped-light"_s);
}

TEST_F(Pages, EveryFileHasAPageAndOneImportIsForAll)
{
    std::vector<PreviewedSource> sources;
    sources.push_back(readForPreview("outage.txt", outageText()));
    sources.push_back(readForPreview("undated.txt", undated));
    show(std::move(sources));
    EXPECT_EQ(importText(), u"Import 10 events"_s);
    EXPECT_FALSE(m_preview->footer()->importButton()->isEnabled()); // the second has no date
    photograph(u"import-pages-light"_s);
    EXPECT_FALSE(m_preview->previousButton()->isEnabled());
    QTest::mouseClick(m_preview->nextButton(), Qt::LeftButton);
    EXPECT_EQ(m_preview->currentPage(), 1);
    EXPECT_FALSE(m_preview->nextButton()->isEnabled());
    typeInto(page()->fields()->day()->lineEdit(), u"2024-03-05"_s);
    EXPECT_TRUE(m_preview->footer()->importButton()->isEnabled());
    QTest::keyClick(m_preview.get(), Qt::Key_PageUp, Qt::AltModifier);
    EXPECT_EQ(m_preview->currentPage(), 0);
}

TEST_F(Pages, InOneIncidentAFileStandsBesideTheOnesBeforeIt)
{
    std::vector<PreviewedSource> sources;
    sources.push_back(readForPreview("outage.txt", outageText()));
    sources.push_back(readForPreview("pager.csv", "time,kind,title\n2024-01-16T09:00:20Z,alert,Paged\n"));
    show(std::move(sources));
    const auto note = [this] {
        return m_preview->page(1)->table()->model()->index(0, 0).data(DraftTableModel::NoteRole).toString();
    };
    EXPECT_TRUE(note().isEmpty());
    m_preview->setPlaces({{.destination = {.kind = ImportDestination::Kind::Together}, .words = u"one"_s}}, {});
    EXPECT_EQ(note(), u"like 09:00 Pagers alerted on-call team"_s);
    EXPECT_EQ(importText(), u"Import 8 events"_s);
    QTest::mouseClick( // the other is left out, so this one is no double any more
        table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell(2, Column::TakenColumn)).center());
    EXPECT_TRUE(note().isEmpty());
}

TEST_F(Pages, AnIncidentOfSeveralIsChosenAndLeftOut)
{
    ImportBatch batch;
    for (const char *title : {"First outage", "Second outage"}) {
        ReadIncident &incident = batch.incidents.emplace_back();
        incident.isStated = true;
        incident.incident.title = title;
        incident.events.resize(2);
        for (Event &event : incident.events) {
            event.title = title;
            event.line = static_cast<int>(batch.incidents.size());
            event.time = writtenTimeOf(Instant{std::chrono::hours(400'000)}, std::chrono::hours(0), ZoneOrigin::Line);
            event.at = Instant{std::chrono::hours(400'000)};
        }
    }
    std::vector<PreviewedSource> sources;
    sources.push_back({.name = u"history.json"_s, .readerName = u"x"_s, .text = u"a\nb\n"_s, .draft = draftOf(batch)});
    show(std::move(sources));
    EXPECT_TRUE(m_preview->sentence().contains(u"2 incidents, 4 events"_s));
    ChoiceBox *incidents = page()->fields()->incidents();
    ASSERT_TRUE(incidents->isVisible());
    page()->lines()->setCurrentIndex(page()->lines()->model()->index(1, 0)); // the line of the second
    EXPECT_EQ(incidents->currentIndex(), 1);
    EXPECT_EQ(page()->fields()->title()->text(), u"Second outage"_s);
    photograph(u"import-several-light"_s);
    table()->selectAll();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Space);
    EXPECT_EQ(importText(), u"Import 2 events"_s);
    EXPECT_EQ(placedBatch(page()->draft()).incidents.size(), 1U);
}

TEST_F(Pages, ForeignTextIsNeverMarkup)
{
    show(
        "hostile.csv", "time,kind,title\n2024-01-16T10:00:00Z,outage,<img src='file:///dev/zero'><b>Down</b>\n"
                       "2024-01-16T10:05:00Z,recovery,abc\xE2\x80\xAE def\n");
    EXPECT_TRUE(shown(0, Column::TitleColumn).startsWith(u"<img"_s));
    const QString tip = cell(0, Column::TitleColumn).data(Qt::ToolTipRole).toString();
    EXPECT_FALSE(tip.contains(u"<img"_s)) << tip.toStdString();
    const QString line = page()->lines()->model()->index(1, 0).data(Qt::ToolTipRole).toString();
    EXPECT_FALSE(line.contains(u"<img"_s)) << line.toStdString();
    photograph(u"import-hostile-light"_s);
}

TEST_F(Pages, TheModelsKeepTheirPromises)
{
    ImportDraft draft = readForPreview("outage.txt", outageText()).draft;
    DraftTableModel rows;
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.setDraft(&draft, 0);
    EXPECT_EQ(rows.rowCount(), 8);
    EXPECT_FALSE(rows.setData(rows.index(0, Column::LineColumn), 7));
    EXPECT_TRUE(rows.setData(rows.index(0, Column::TakenColumn), Qt::Unchecked, Qt::CheckStateRole));
    rows.setDraft(nullptr, 0);
    EXPECT_EQ(rows.rowCount(), 0);
    SourceLineModel lines;
    const QAbstractItemModelTester lineTester(&lines, QAbstractItemModelTester::FailureReportingMode::Fatal);
    lines.setText(u"one\n\nthree"_s);
    EXPECT_EQ(lines.rowCount(), 3);
    EXPECT_EQ(lines.index(2).data().toString(), u"three"_s);
    EXPECT_EQ(lines.index(1).data().toString(), QString());
    lines.setText(u"one\n"_s);
    EXPECT_EQ(lines.rowCount(), 1);
}

TEST_F(Pages, FiveMegabytesWithFiveThousandEventsOpenInASecond)
{
    std::string text = "time,kind,title\n";
    const std::string filler(1000, 'x');
    for (int i = 0; i < 5000; ++i) {
        char time[40];
        std::snprintf(time, sizeof time, "2024-01-16T%02d:%02d:%02dZ", i / 3600, i / 60 % 60, i % 60);
        text += std::string(time) + ",note,Event " + std::to_string(i) + " " + filler + "\n";
    }
    std::vector<PreviewedSource> sources;
    sources.push_back(readForPreview("big.csv", text));
    QElapsedTimer clock;
    clock.start();
    show(std::move(sources));
    m_preview->grab();
    const qint64 opened = clock.restart();
    click(3, Column::TakenColumn);
    m_preview->grab();
    const qint64 ticked = clock.elapsed();
    RecordProperty("opened_ms", static_cast<int>(opened));
    RecordProperty("ticked_ms", static_cast<int>(ticked));
    std::printf("5 MB, 5,000 events: opened in %lld ms, a tick %lld ms\n", opened, ticked);
    EXPECT_LT(opened, 5000); // a second where nothing else runs; sanitizers and shared machines are slower
    EXPECT_EQ(table()->model()->rowCount(), 5000);
    table()->scrollToBottom();
    click(4999, Column::TitleColumn);
    EXPECT_EQ(page()->lines()->selectedLine(), 5001);
    EXPECT_TRUE(qobject_cast<DraftTableModel *>(table()->model())->storyOf(4999).contains(u"01:23:19 UTC"_s));
    const QRect far = page()->lines()->visualRect(page()->lines()->model()->index(5000, 0));
    EXPECT_TRUE(page()->lines()->viewport()->rect().contains(far.center()));
    photograph(u"import-many-light"_s);
}

} // namespace
} // namespace downtimeline
