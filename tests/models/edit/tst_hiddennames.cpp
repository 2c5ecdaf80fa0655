// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/incidentdocument.h"

#include "fakestorage.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace downtimeline {
namespace {

const EventId deploy(1);
const EventId outage(2);

/// The founding incident, in which Anna Smith and Ben took part.
class HiddenNamesTest : public testing::Test
{
protected:
    HiddenNamesTest()
    {
        Incident &head = storage.content.incident;
        head.title = "Anna Smith's outage";
        head.authors = {"Anna Smith"};
        head.summary = "nobody is told here";
        storage.content.persons = {{.id = {}, .names = {"Ben"}, .role = "DBA"}};
        storage.content.sources = {Source{.id = SourceId(1), .name = "anna-smith.txt"}};
        storage.content.actions = {Action{.text = "train Ben", .owner = "Anna Smith"}};
        storage.content.series = {Series{.name = "traffic of Ben"}};
        storage.content.explained = {Explained{.text = "Ben's hour"}};
        for (Finding &finding : storage.content.findings) {
            finding.message += " says Anna Smith";
            finding.key += " Anna Smith";
        }
        storage.events[deploy].title = "Anna Smith deploys";
        storage.events[deploy].note = "ask Ben";
        storage.events[outage].title = "The outage";
        EXPECT_TRUE(document.open(IncidentId(1)).has_value());
    }

    void hide() { document.hideNames(Persons{{.id = {}, .names = {"Anna Smith"}, .role = "SRE"}}); }

    FakeStorage storage = foundingStorage();
    IncidentDocument document{storage};
};

TEST_F(HiddenNamesTest, EveryTextOfTheDocumentTellsRoles)
{
    ASSERT_FALSE(document.findings().empty());
    hide();
    EXPECT_TRUE(document.hidesNames());
    EXPECT_EQ(document.shownText(QStringLiteral("anna-smith.sqlite")), QStringLiteral("SRE.sqlite"));
    EXPECT_EQ(document.incident().title, "SRE's outage");
    EXPECT_EQ(document.incident().authors, std::vector<std::string>{"SRE"});
    EXPECT_EQ(document.text(deploy).title, "SRE deploys");
    EXPECT_EQ(document.textAt(0).title, "SRE deploys");
    EXPECT_EQ(document.event(deploy)->note, "ask DBA");
    EXPECT_EQ(document.sources()[0].name, "SRE.txt");
    EXPECT_EQ(document.source(SourceId(1))->text, std::nullopt);
    EXPECT_EQ(document.actions()[0].text, "train DBA");
    EXPECT_EQ(document.actions()[0].owner, "SRE");
    EXPECT_EQ(document.series()[0].name, "traffic of DBA");
    EXPECT_EQ(document.explained()[0].text, "DBA's hour");
    EXPECT_TRUE(document.findings()[0].message.ends_with("says SRE"));
}

TEST_F(HiddenNamesTest, ShownAgainTheWordsAreAsTheyWere)
{
    hide();
    document.hideNames({});
    EXPECT_FALSE(document.hidesNames());
    EXPECT_EQ(document.incident(), storage.content.incident);
    EXPECT_EQ(document.text(deploy).title, "Anna Smith deploys");
    EXPECT_EQ(document.source(SourceId(1))->text, "one\ntwo");
}

TEST_F(HiddenNamesTest, HidingTellsWhoShowsTheDocument)
{
    const QSignalSpy incident(&document, &IncidentDocument::incidentChanged);
    const QSignalSpy events(&document, &IncidentDocument::eventsChanged);
    const QSignalSpy findings(&document, &IncidentDocument::findingsChanged);
    hide();
    EXPECT_EQ(incident.count(), 1);
    EXPECT_EQ(events.count(), 1);
    EXPECT_EQ(findings.count(), 1);
}

TEST_F(HiddenNamesTest, AnotherPartOfAnEventIsEditedAndItsWordsStay)
{
    hide();
    ASSERT_TRUE(document.setEventKind(deploy, EventKind::Note));
    ASSERT_TRUE(document.setEventTitle(deploy, QStringLiteral("SRE deploys"))); // as it was shown
    storage.answer();
    EXPECT_EQ(storage.events[deploy].kind, EventKind::Note);
    EXPECT_EQ(storage.events[deploy].title, "Anna Smith deploys");
}

TEST_F(HiddenNamesTest, ATextWithAHiddenNameIsNotChanged)
{
    hide();
    const Status edited = document.setEventTitle(deploy, QStringLiteral("SRE deploys again"));
    ASSERT_FALSE(edited);
    EXPECT_EQ(edited.error().code, Error::Code::Usage);
    EXPECT_TRUE(edited.error().message.contains(QStringLiteral("Ctrl+Shift+H")));
    ASSERT_TRUE(document.setEventTitle(outage, QStringLiteral("Anna Smith sees the outage")));
    EXPECT_EQ(document.text(outage).title, "SRE sees the outage");
    storage.answer();
    EXPECT_EQ(storage.events[deploy].title, "Anna Smith deploys");
    EXPECT_EQ(storage.events[outage].title, "Anna Smith sees the outage");
}

TEST_F(HiddenNamesTest, MoreIsWrittenBehindANoteWithAHiddenName)
{
    hide();
    ASSERT_TRUE(document.editEvent(deploy, EditedField::Note, [](Event &event) { event.note += "\nask Cy"; }));
    EXPECT_FALSE(document.editEvent(deploy, EditedField::Note, [](Event &event) { event.note = "ask DBA now"; }));
    storage.answer();
    EXPECT_EQ(storage.events[deploy].note, "ask Ben\nask Cy");
    EXPECT_EQ(document.event(deploy)->note, "ask DBA\nask Cy");
}

TEST_F(HiddenNamesTest, ANewActionTellsRolesToo)
{
    hide();
    ASSERT_TRUE(document.addAction(QStringLiteral("Ben writes it up")));
    EXPECT_EQ(document.actions().back().text, "DBA writes it up");
}

TEST_F(HiddenNamesTest, AFormThatWasFilledWithRolesSavesTheWords)
{
    hide();
    Incident typed = document.incident();
    typed.summary = "told anew";
    ASSERT_TRUE(document.editIncident(IncidentField::All, [&typed](Incident &incident) { incident = typed; }));
    storage.answer();
    EXPECT_EQ(storage.content.incident.title, "Anna Smith's outage");
    EXPECT_EQ(storage.content.incident.authors, std::vector<std::string>{"Anna Smith"});
    EXPECT_EQ(storage.content.incident.summary, "told anew");
    EXPECT_EQ(document.incident().title, "SRE's outage");
    typed.title = "SRE's second outage";
    EXPECT_FALSE(document.editIncident(IncidentField::All, [&typed](Incident &incident) { incident = typed; }));
}

TEST_F(HiddenNamesTest, ADeletedEventComesBackWithItsWords)
{
    hide();
    ASSERT_TRUE(document.deleteEvent(deploy));
    document.undoStack().undo();
    storage.answer();
    EXPECT_EQ(storage.events[deploy].title, "Anna Smith deploys");
    EXPECT_EQ(document.text(deploy).title, "SRE deploys");
}

TEST_F(HiddenNamesTest, AFindingIsDecidedOnByItsOwnKey)
{
    hide();
    const std::string key = document.findings()[0].key;
    ASSERT_TRUE(document.decideFinding(key, Finding::Decision::Settled));
    EXPECT_EQ(document.findings()[0].decision, Finding::Decision::Settled);
    storage.answer();
    EXPECT_EQ(storage.content.findings[0].decision, Finding::Decision::Settled);
    EXPECT_TRUE(storage.content.findings[0].message.ends_with("says Anna Smith"));
}

TEST_F(HiddenNamesTest, AnIncidentThatIsReadAnewIsHiddenAsWell)
{
    hide();
    storage.content.incident.title = "Ben and Anna Smith";
    ASSERT_TRUE(document.reload());
    EXPECT_EQ(document.incident().title, "DBA and SRE");
    document.close();
    EXPECT_TRUE(document.incident().title.empty());
}

} // namespace
} // namespace downtimeline
