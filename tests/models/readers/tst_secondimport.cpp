// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "libraryimport.h"

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
