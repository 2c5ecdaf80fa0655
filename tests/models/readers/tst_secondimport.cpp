// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "libraryimport.h"
#include "models/storage/eventstore.h"

#include <QDir>

using namespace downtimeline;
using namespace downtimeline::test;

using SecondImport = LibraryImport;

TEST_F(SecondImport, OfAnyExportAddsNothing)
{
    const QDir folder(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/exports"));
    int seen = 0;
    for (const QString &file : folder.entryList(QDir::Files)) {
        const std::string name = file.toStdString();
        const std::string text = exportText(name);
        const std::unique_ptr<Library> library = fresh();
        const ImportOutcome first = import(*library, name, text);
        EXPECT_GT(first.eventsAdded + first.samplesAdded, 0) << name;
        const ImportOutcome second = import(*library, name, text);
        EXPECT_EQ(second.incidents, first.incidents) << name;
        EXPECT_EQ(second.eventsAdded, 0) << name;
        EXPECT_EQ(second.eventsKnown, first.eventsAdded) << name;
        EXPECT_EQ(second.eventsDiffering, 0) << name;
        EXPECT_EQ(second.seriesAdded + second.samplesAdded, 0) << name;
        EXPECT_EQ(library->counts().value().events, first.eventsAdded) << name;
        ++seen;
    }
    EXPECT_GE(seen, 20);
}

TEST_F(SecondImport, OfALongerExportAddsOnlyWhatIsNew)
{
    const std::unique_ptr<Library> library = fresh();
    const std::string slack = exportText("slack.txt");
    const ImportOutcome first = import(*library, "export.zip", slack);
    const ImportOutcome second = import(
        *library, "export.zip",
        slack + "==> general/2024-01-17.json <==\n[{\"type\": \"message\", \"user\": \"U1\", "
                "\"text\": \"next day\", \"ts\": \"1705482000.000100\"}]\n",
        {.into = first.incidents.at(0)});
    EXPECT_EQ(second.eventsAdded, 1) << "what came before is known by channel and time stamp";
}

namespace {

constexpr const char *nextDay = "==> general/2024-01-17.json <==\n[{\"type\": \"message\", \"user\": \"U1\", "
                                "\"text\": \"next day\", \"ts\": \"1705482000.000100\"}]\n";

} // namespace

TEST_F(SecondImport, OfAChangedSlackExportGoesWhereItsMessagesAre)
{
    const std::unique_ptr<Library> library = fresh();
    const std::string slack = exportText("slack.txt");
    const ImportOutcome first = import(*library, "export Jan 16.zip", slack);
    const ImportOutcome second = import(*library, "export Jan 17.zip", slack + nextDay);
    EXPECT_EQ(second.incidents, first.incidents) << "under another name too";
    EXPECT_EQ(second.eventsAdded, 1);
    EXPECT_EQ(second.eventsKnown, first.eventsAdded);
    EXPECT_EQ(library->counts().value().incidents, 1);
}

TEST_F(SecondImport, OfASlackExportOfOtherMessagesIsAnotherIncident)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome first = import(*library, "export.zip", exportText("slack.txt"));
    const ImportOutcome other = import(*library, "export.zip", nextDay);
    EXPECT_NE(other.incidents, first.incidents);
    EXPECT_EQ(other.eventsAdded, 1);
}

TEST_F(SecondImport, OfSlackAsACopyIsANewIncident)
{
    const std::unique_ptr<Library> library = fresh();
    const std::string slack = exportText("slack.txt");
    import(*library, "export.zip", slack);
    const ImportOutcome copy = import(*library, "export.zip", slack + nextDay, {.into = {}, .asCopy = true});
    EXPECT_EQ(copy.eventsKnown, 0);
    EXPECT_EQ(library->counts().value().incidents, 2);
}

TEST_F(SecondImport, OfSlackDoesNotBringBackWhatTheUserRemoved)
{
    const std::unique_ptr<Library> library = fresh();
    const std::string slack = exportText("slack.txt");
    const ImportOutcome first = import(*library, "export.zip", slack);
    const std::vector<Event> events = EventStore(*library).all(first.incidents[0]).value();
    ASSERT_TRUE(EventStore(*library).remove(events.front().id));
    const ImportOutcome second = import(*library, "later.zip", slack + nextDay);
    EXPECT_EQ(second.eventsAdded, 1);
    EXPECT_EQ(EventStore(*library).all(first.incidents[0]).value().size(), events.size());
}
