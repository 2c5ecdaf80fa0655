// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importflow.h"

#include "app/library/librarysession.h"
#include "tests/app/fakedialogs.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class Flow : public testing::Test
{
protected:
    void SetUp() override
    {
        auto session = LibrarySession::open(m_folder.filePath(u"library.downtimeline"_s));
        ASSERT_TRUE(session);
        m_session = std::move(*session);
    }

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile written(m_folder.filePath(name));
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(bytes);
        return written.fileName();
    }

    void run(const QStringList &paths, std::optional<IncidentId> open = {})
    {
        ImportFlow flow(*m_session, m_tasks, m_dialogs);
        QObject::connect(
            &flow, &ImportFlow::imported, [this](IncidentId id, const QString &) { m_imported.push_back(id); });
        QObject::connect(&flow, &ImportFlow::failed, [this](const QString &sentence) { m_failures << sentence; });
        QSignalSpy finished(&flow, &ImportFlow::finished);
        flow.start(paths, open, u"open one"_s);
        ASSERT_TRUE(finished.count() > 0 || finished.wait(20000));
    }

    std::int64_t events() { return m_session->counts()->events; }

    QTemporaryDir m_folder;
    std::unique_ptr<LibrarySession> m_session;
    TaskRunner m_tasks;
    FakeDialogs m_dialogs;
    std::vector<IncidentId> m_imported;
    QStringList m_failures;
};

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

TEST_F(Flow, MetricsGoIntoTheOpenIncidentWhenTheUserAgrees)
{
    run({file(u"good.txt"_s, document)});
    ASSERT_EQ(m_imported.size(), 1U);
    run({file(u"metrics.csv"_s, metrics)}, m_imported.front());
    EXPECT_EQ(m_session->counts()->incidents, 1);
    EXPECT_EQ(m_session->counts()->samples, 3);
}

TEST_F(Flow, MetricsStandAloneWhenTheUserDoesNotAgree)
{
    run({file(u"good.txt"_s, document)});
    m_dialogs.yes = false;
    run({file(u"metrics.csv"_s, metrics)}, m_imported.front());
    EXPECT_EQ(m_session->counts()->incidents, 2);
}

TEST_F(Flow, CancellingAQuestionImportsNothing)
{
    run({file(u"nodate.txt"_s, "Outage report\n\nTimeline\n\n10:00 Outage begins\n10:20 Service restored\n")});
    EXPECT_FALSE(m_dialogs.asked.isEmpty());
    EXPECT_TRUE(m_imported.empty());
    EXPECT_EQ(events(), 0);
}

} // namespace
} // namespace downtimeline
