// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importflow.h"

#include "tests/app/importflowtest.h"
#include "widgets/import/choicebox.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/drafttable.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

using Flow = ImportFlowTest;

constexpr const char *document =
    "Outage report\n\nOn 16 January 2024 (UTC), a server failed.\n\n10:00 Outage begins\n10:20 Service restored\n";
constexpr const char *metrics =
    "time,requests_per_second\n2024-01-16T10:00:00Z,5\n2024-01-16T10:01:00Z,6\n2024-01-16T10:02:00Z,7\n";

TEST_F(Flow, OneBadFileDoesNotStopTheOthers)
{
    run({file(u"bad.bin"_s, QByteArray(100, '\0')), file(u"good.txt"_s, document)});
    EXPECT_EQ(m_failures.size(), 1);
    ASSERT_EQ(m_imported.size(), 1U);
    EXPECT_EQ(events(), 2);
}

TEST_F(Flow, MetricsGoIntoTheOpenIncident)
{
    run({file(u"good.txt"_s, document)});
    ASSERT_EQ(m_imported.size(), 1U);
    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_EQ(preview.destination().kind, ImportDestination::Kind::Existing);
        EXPECT_EQ(preview.footer()->importButton()->text(), u"Import 1 series"_s);
        EXPECT_TRUE(preview.footer()->places()->currentText().contains(u"open one"_s));
    };
    run({file(u"metrics.csv"_s, metrics)}, m_imported.front());
    EXPECT_EQ(m_session->counts()->incidents, 1);
    EXPECT_EQ(m_session->counts()->samples, 3);
}

TEST_F(Flow, MetricsStandAloneWhenTheUserSaysSo)
{
    run({file(u"good.txt"_s, document)});
    m_dialogs.onPreview = [](ImportPreview &preview) { choose(preview, u"new incident"_s); };
    run({file(u"metrics.csv"_s, metrics)}, m_imported.front());
    EXPECT_EQ(m_session->counts()->incidents, 2);
}

TEST_F(Flow, SeveralFilesAreShownTogetherAndBecomeOneIncident)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_EQ(preview.count(), 2);
        EXPECT_EQ(preview.destination().kind, ImportDestination::Kind::Together);
        EXPECT_EQ(preview.footer()->importButton()->text(), u"Import 2 events"_s);
    };
    run({file(u"metrics.csv"_s, metrics), file(u"good.txt"_s, document)});
    EXPECT_EQ(m_session->counts()->incidents, 1);
    EXPECT_EQ(m_session->counts()->samples, 3);
    EXPECT_EQ(m_session->incidents({})->front().title, "Outage report"); // the document gives the title
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
}

TEST_F(Flow, SeveralFilesBecomeAnIncidentEachWhenTheUserSaysSo)
{
    m_dialogs.onPreview = [](ImportPreview &preview) { choose(preview, u"a new incident for each file"_s); };
    run({file(u"metrics.csv"_s, metrics), file(u"good.txt"_s, document)});
    EXPECT_EQ(m_session->counts()->incidents, 2);
}

TEST_F(Flow, CancellingThePreviewImportsNothing)
{
    m_dialogs.accepts = false;
    run({file(u"good.txt"_s, document)});
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
    EXPECT_TRUE(m_imported.empty());
    EXPECT_EQ(events(), 0);
}

TEST_F(Flow, WithoutADateNothingCanBeImported)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_FALSE(preview.footer()->importButton()->isEnabled());
        EXPECT_TRUE(preview.page(0)->fields()->day()->isDoubtful());
    };
    run({file(u"nodate.txt"_s, "Outage report\n\nTimeline\n\n10:00 Outage begins\n10:20 Service restored\n")});
    EXPECT_EQ(events(), 0);
}

TEST_F(Flow, ASecondReadingSaysThatItIsKnownAndAddsNothing)
{
    const QString path = file(u"good.txt"_s, document);
    run({path});
    m_dialogs.onPreview = [](ImportPreview &preview) {
        EXPECT_EQ(preview.destination().kind, ImportDestination::Kind::Update);
        EXPECT_EQ(preview.footer()->importButton()->text(), u"Update"_s);
    };
    run({path});
    ASSERT_EQ(m_dialogs.sentences.size(), 2);
    EXPECT_TRUE(m_dialogs.sentences[1].contains(u"2 events known already, nothing new"_s));
    EXPECT_EQ(events(), 2);
    EXPECT_EQ(m_session->counts()->incidents, 1);
}

TEST_F(Flow, MetricsThatWereReadBeforeAreSaidToBe)
{
    const QString path = file(u"metrics.csv"_s, metrics);
    run({path});
    run({path});
    ASSERT_EQ(m_dialogs.sentences.size(), 2);
    EXPECT_FALSE(m_dialogs.sentences[0].contains(u"read before"_s));
    EXPECT_TRUE(m_dialogs.sentences[1].contains(u"It was read before."_s));
    EXPECT_EQ(m_session->counts()->incidents, 1);
    EXPECT_EQ(m_session->counts()->samples, 3);
}

TEST_F(Flow, AKnownFileBecomesACopyWhenTheUserSaysSo)
{
    const QString path = file(u"good.txt"_s, document);
    run({path});
    m_dialogs.onPreview = [](ImportPreview &preview) { choose(preview, u"new incident, a copy"_s); };
    run({path});
    EXPECT_EQ(m_session->counts()->incidents, 2);
    EXPECT_EQ(events(), 4);
}

TEST_F(Flow, WhatAnotherSourceTellsAlreadyIsProposedToBeLeftOut)
{
    run({file(u"good.txt"_s, document)});
    const char *pager = "time,kind,title\n2024-01-16T10:00:30Z,outage,All is down\n2024-01-16T10:07:00Z,note,Looking\n";
    m_dialogs.onPreview = [](ImportPreview &preview) {
        const QAbstractItemModel *rows = preview.page(0)->table()->model();
        EXPECT_EQ(rows->index(0, 0).data(DraftTableModel::NoteRole).toString(), u"like 10:00 Outage begins"_s);
        EXPECT_EQ(preview.footer()->importButton()->text(), u"Import 1 event"_s);
    };
    run({file(u"pager.csv"_s, pager)}, m_imported.front());
    EXPECT_EQ(events(), 3);
}

TEST_F(Flow, APastedTextIsShownAndStored)
{
    ImportFlow flow(*m_session, m_tasks, m_dialogs);
    QSignalSpy finished(&flow, &ImportFlow::finished);
    flow.startText(QString::fromUtf8(document), {}, {});
    ASSERT_TRUE(finished.wait(20000));
    EXPECT_EQ(events(), 2);
    EXPECT_TRUE(m_dialogs.sentences.front().contains(u"2 events"_s));
}

} // namespace
} // namespace downtimeline
