// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/incidentdocument.h"
#include "models/edit/librarydocumentstorage.h"
#include "models/storage/actionstore.h"
#include "models/storage/incidentstore.h"

#include "fakestorage.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

TEST(Actions, AnAddedActionIsAStepThatCanBeUndone)
{
    FakeStorage storage = foundingStorage();
    IncidentDocument document(storage);
    ASSERT_TRUE(document.open(IncidentId(1)).has_value());
    const QSignalSpy changed(&document, &IncidentDocument::actionsChanged);
    ASSERT_TRUE(document.addAction(u"  Try upgrades\nsomewhere else first "_s).has_value());
    ASSERT_EQ(document.actions().size(), 1U);
    EXPECT_EQ(document.actions().front().text, "Try upgrades somewhere else first");
    EXPECT_FALSE(document.actions().front().uuid.isNull());
    EXPECT_TRUE(document.isSaving());
    storage.answer();
    EXPECT_EQ(storage.content.actions, document.actions());
    document.undoStack().undo();
    storage.answer();
    EXPECT_TRUE(document.actions().empty());
    EXPECT_TRUE(storage.content.actions.empty());
    document.undoStack().redo();
    EXPECT_EQ(document.actions().size(), 1U);
    EXPECT_EQ(changed.count(), 3);
}

TEST(Actions, AnActionThatCannotBeSavedIsTakenBackAndTold)
{
    FakeStorage storage = foundingStorage();
    IncidentDocument document(storage);
    ASSERT_TRUE(document.open(IncidentId(1)).has_value());
    const QSignalSpy failed(&document, &IncidentDocument::editFailed);
    ASSERT_TRUE(document.addAction(u"Try it first"_s).has_value());
    storage.failures = 1;
    storage.answer();
    EXPECT_TRUE(document.actions().empty());
    EXPECT_EQ(failed.count(), 1);
    EXPECT_FALSE(document.undoStack().canUndo());
}

TEST(Actions, AnActionWithoutWordsIsRefusedAndSoIsOneWithoutAnIncident)
{
    FakeStorage storage = foundingStorage();
    IncidentDocument document(storage);
    EXPECT_EQ(document.addAction(u"Try it first"_s).error().message, u"No incident is open."_s);
    ASSERT_TRUE(document.open(IncidentId(1)).has_value());
    EXPECT_FALSE(document.addAction(u" \n"_s).has_value());
    storage.writable = false;
    EXPECT_EQ(document.addAction(u"Try it first"_s).error().code, Error::Code::ReadOnly);
    EXPECT_TRUE(document.actions().empty());
}

TEST(Actions, ActionsReachTheLibraryAndLeaveItWithTheirUndo)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"library.downtimeline"_s);
    LibraryWriter writer(std::move(*Library::open(path, Library::Open::CreateIfMissing)));
    IncidentId incident;
    const auto added = writer
                           .submit<IncidentId>([](WriteContext &context) {
                               Incident made;
                               made.title = "Server outage";
                               return IncidentStore(context.library).add(made);
                           })
                           .get();
    ASSERT_TRUE(added.has_value());
    incident = *added;
    const auto reader = std::move(*Library::open(path, Library::Open::ReadOnly));
    LibraryDocumentStorage storage(*reader, &writer);
    IncidentDocument document(storage);
    const QSignalSpy failed(&document, &IncidentDocument::editFailed);
    QSignalSpy saving(&document, &IncidentDocument::savingChanged);
    const auto wait = [&] {
        while (document.isSaving())
            ASSERT_TRUE(saving.wait(10'000));
    };
    ASSERT_TRUE(document.open(incident).has_value());
    ASSERT_TRUE(document.addAction(u"First"_s).has_value());
    ASSERT_TRUE(document.addAction(u"Second"_s).has_value());
    document.undoStack().undo();
    document.undoStack().redo();
    document.undoStack().undo();
    wait();
    EXPECT_EQ(failed.count(), 0);
    const auto stored = ActionStore(*reader).list(incident);
    ASSERT_EQ(stored->size(), 1U);
    EXPECT_EQ(stored->front().text, "First");
    EXPECT_EQ(stored->front().uuid, document.actions().front().uuid);
}

} // namespace
} // namespace downtimeline
