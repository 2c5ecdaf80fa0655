// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/exports/slackfiles.h"
#include "models/readers/exports/slackwords.h"

#include <QDir>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

#include <unistd.h>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

const QString sampleFolder = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/slack");

Files sampleFiles()
{
    Files files;
    for (const char *name : {"general/2024-01-16.json", "incident-42/2024-01-16.json", "channels.json", "users.json"}) {
        std::ifstream file(sampleFolder.toStdString() + "/" + name, std::ios::binary);
        files.emplace_back(name, std::string(std::istreambuf_iterator<char>(file), {}));
    }
    return files;
}

/// A ZIP of the files, in their order.
QString zipOf(const QTemporaryDir &folder, const Files &files)
{
    const QString path = folder.filePath(QStringLiteral("export.zip"));
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    EXPECT_EQ(archive_write_open_filename(zip, path.toUtf8().constData()), ARCHIVE_OK);
    for (const auto &[name, bytes] : files) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        EXPECT_EQ(archive_write_header(zip, entry), ARCHIVE_OK);
        EXPECT_EQ(archive_write_data(zip, bytes.data(), bytes.size()), static_cast<la_ssize_t>(bytes.size()));
        archive_entry_free(entry);
    }
    EXPECT_EQ(archive_write_close(zip), ARCHIVE_OK);
    archive_write_free(zip);
    return path;
}

ImportBatch readPath(const QString &path)
{
    const auto source = openByteSource(path);
    EXPECT_TRUE(source) << (source ? std::string() : source.error().message.toStdString());
    if (!source)
        return {};
    const auto reader = recognise(**source);
    EXPECT_TRUE(reader && *reader);
    EXPECT_EQ((*reader)->key(), "slack");
    BatchSink sink;
    EXPECT_TRUE((*reader)->read(**source, {}, sink, {}));
    return sink.take();
}

std::string refusal(const QString &path)
{
    const auto source = openByteSource(path);
    return source ? std::string() : source.error().message.toStdString();
}

const Event *eventOf(const std::vector<Event> &events, std::string_view recordId)
{
    const auto found = std::ranges::find(events, recordId, &Event::recordId);
    return found == events.end() ? nullptr : &*found;
}

} // namespace

TEST(Slack, AFolderIsReadWithItsNamesAndChannels)
{
    const ImportBatch batch = readPath(sampleFolder);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 5U);
    const Event *looking = eventOf(events, "C1/1705399260.000300");
    ASSERT_TRUE(looking);
    EXPECT_EQ(looking->title, "@lee looking into it with @U9, see #general & the board (https://g.example/d/1)");
    EXPECT_EQ(looking->actor, "Kim Doe");
    EXPECT_EQ(looking->at, on16January(10, 1) + std::chrono::microseconds(300));
    EXPECT_EQ(looking->time.text, "1705399260.000300");
    EXPECT_TRUE(looking->detail.contains("channel: #incident-42"));
    EXPECT_TRUE(looking->detail.contains("1705399200.000200")) << "whose thread it is";
    EXPECT_TRUE(questionsOf(batch).empty());
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_TRUE(batch.skipped[0].reason.starts_with("1 message")) << batch.skipped[0].reason;
}

TEST(Slack, TheKindIsThatOfTheWordsAndElseACommunication)
{
    const auto events = eventsOf(readPath(sampleFolder));
    const Event *alert = eventOf(events, "C1/1705399200.000200");
    ASSERT_TRUE(alert);
    EXPECT_EQ(alert->kind, EventKind::Alert);
    EXPECT_EQ(alert->actor, "PagerDuty");
    EXPECT_EQ(alert->title, "Triggered #7: Checkout errors (https://pd.example/7)");
    EXPECT_TRUE(alert->detail.starts_with("5xx > 5 %"));
    const Event *rollback = eventOf(events, "C1/1705400100.000400");
    ASSERT_TRUE(rollback);
    EXPECT_EQ(rollback->kind, EventKind::Rollback);
    EXPECT_EQ(rollback->title, "rolling back to build 811");
    EXPECT_TRUE(rollback->starred) << "somebody pinned it";
    const Event *lunch = eventOf(events, "C2/1705406400.000100");
    ASSERT_TRUE(lunch);
    EXPECT_EQ(lunch->kind, EventKind::Communication);
    EXPECT_FALSE(lunch->starred);
}

TEST(Slack, WhatIsSaidOfAnOutageIsNoOutage)
{
    const std::string days = "==> users.json <==\n[]\n==> ops/2024-01-16.json <==\n[\n"
                             R"({"ts": "1705399200.000100", "user": "U1", "text": "checkout is down"},
 {"ts": "1705399201.000100", "subtype": "bot_message", "username": "github", "text": "1 new commit: outage page, site down"},
 {"ts": "1705399202.000100", "subtype": "bot_message", "username": "ci", "text": "Deployed build 812 to production"},
 {"ts": "1705399203.000100", "subtype": "bot_message", "username": "Grafana", "text": "[Resolved] error rate recovered"}])";
    std::vector<EventKind> kinds;
    for (const Event &event : eventsOf(readText("slack", days)))
        kinds.push_back(event.kind);
    using enum EventKind;
    EXPECT_EQ(kinds, (std::vector{Detection, Note, Deploy, Note}));
}

TEST(Slack, AZipReadsAsTheFolderDoesWhateverItsOrder)
{
    const QTemporaryDir folder;
    const auto plain = eventsOf(readPath(sampleFolder));
    auto zipped = eventsOf(readPath(zipOf(folder, sampleFiles())));
    ASSERT_EQ(zipped.size(), plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i)
        EXPECT_EQ(zipped[i].title, plain[i].title);
    Files nested;
    for (const auto &[name, bytes] : sampleFiles())
        nested.emplace_back("My export/" + name, bytes);
    EXPECT_EQ(eventsOf(readPath(zipOf(folder, nested))).size(), plain.size());
}

TEST(Slack, AZipIsReadAgainFromItsStart)
{
    const QTemporaryDir folder;
    const auto source = openByteSource(zipOf(folder, sampleFiles()));
    ASSERT_TRUE(source);
    const auto whole = [&source] {
        std::string text;
        for (auto chunk = (*source)->next(); chunk && !chunk->empty(); chunk = (*source)->next())
            text += *chunk;
        return text;
    };
    const std::string first = whole();
    EXPECT_TRUE(first.starts_with("==> channels.json <==\n")) << first.substr(0, 100);
    ASSERT_TRUE((*source)->rewind());
    EXPECT_EQ(whole(), first);
    EXPECT_EQ((*source)->name(), "export.zip");
}

TEST(Slack, OtherFoldersAndArchivesAreRefusedWithOneSentence)
{
    const QTemporaryDir folder;
    EXPECT_TRUE(refusal(folder.path()).contains("is a folder, and not one of a Slack export"));
    EXPECT_TRUE(refusal(zipOf(folder, {{"a.txt", "hello"}})).contains("not one of a Slack export"));
    EXPECT_TRUE(refusal(zipOf(folder, {{"users.json", "[]"}})).contains("not one of a Slack export"));
    QFile broken(folder.filePath(QStringLiteral("broken.zip")));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("PK\x03\x04 and no more");
    broken.close();
    EXPECT_TRUE(refusal(broken.fileName()).contains("broken.zip"));
}

TEST(Slack, AnArchiveThatUnpacksToFarTooMuchIsRefused)
{
    const QTemporaryDir folder;
    Files files = sampleFiles();
    files.emplace_back("general/2024-01-17.json", std::string(std::size_t{64} << 20, ' '));
    EXPECT_TRUE(refusal(zipOf(folder, files)).contains("unpacks to far more"));
}

TEST(Slack, NoNameOfAnArchiveBecomesAFile)
{
    const QTemporaryDir folder;
    Files files = sampleFiles();
    files.emplace_back("../evil/2024-01-16.json", "[]");
    files.emplace_back("/tmp/evil-2024-01-16.json", "[]");
    EXPECT_EQ(eventsOf(readPath(zipOf(folder, files))).size(), 5U);
    EXPECT_EQ(
        QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("export.zip")});
}

TEST(Slack, LinksInAFolderAreNotFollowed)
{
    const QTemporaryDir folder;
    const QDir root(folder.path());
    ASSERT_TRUE(root.mkdir(QStringLiteral("general")));
    ASSERT_TRUE(QFile::copy(sampleFolder + QStringLiteral("/users.json"), root.filePath(QStringLiteral("users.json"))));
    ASSERT_TRUE(QFile::copy(
        sampleFolder + QStringLiteral("/general/2024-01-16.json"),
        root.filePath(QStringLiteral("general/2024-01-16.json"))));
    ASSERT_EQ(
        ::symlink("/etc/passwd", root.filePath(QStringLiteral("general/2024-01-17.json")).toUtf8().constData()), 0);
    ASSERT_EQ(::symlink("/etc", root.filePath(QStringLiteral("other")).toUtf8().constData()), 0);
    EXPECT_EQ(eventsOf(readPath(folder.path())).size(), 1U);
}

TEST(Slack, ADamagedDaySpoilsNoOther)
{
    std::string text = exportText("slack.txt");
    EXPECT_EQ(keyOf(text), "slack");
    const std::size_t lunch = text.find("lunch?\"");
    text.erase(lunch + 6, 1);
    const ImportBatch batch = readText("slack", text);
    EXPECT_EQ(eventsOf(batch).size(), 4U);
    ASSERT_EQ(batch.skipped.size(), 2U);
    EXPECT_EQ(batch.skipped[0].line, 11);
    EXPECT_TRUE(batch.skipped[0].reason.starts_with("general/2024-01-16.json: ")) << batch.skipped[0].reason;
}

TEST(Slack, WhatCouldNotBeUnpackedIsTold)
{
    const std::string text = exportText("slack.txt") + slackDamageLine("general/2024-01-17.json", "CRC\nerror");
    const ImportBatch batch = readText("slack", text);
    EXPECT_EQ(eventsOf(batch).size(), 5U);
    ASSERT_EQ(batch.skipped.size(), 2U);
    EXPECT_EQ(batch.skipped[0].reason, "general/2024-01-17.json: CRC?error");
}

TEST(Slack, AnyCutReadsTheSame)
{
    const std::string text = exportText("slack.txt");
    const ImportBatch whole = readText("slack", text);
    for (std::size_t chunk = 1; chunk < 80; ++chunk) {
        SplitSource source(text, chunk, chunk);
        BatchSink sink;
        ASSERT_TRUE(readerOfKey("slack")->read(source, {}, sink, {}));
        ASSERT_EQ(sink.batch(), whole) << chunk;
    }
}

TEST(SlackWords, ReferencesAreDecodedAndAnythingElseStays)
{
    const SlackNames nobody;
    EXPECT_EQ(slackText("a &lt;b&gt; &amp;amp; c", nobody), "a <b> &amp; c");
    EXPECT_EQ(slackText("<https://x.example/?a=1&amp;b=2>", nobody), "https://x.example/?a=1&b=2");
    EXPECT_EQ(slackText("<http://x.example|x.example>", nobody), "x.example");
    EXPECT_EQ(slackText("<mailto:k@x.example|k@x.example>", nobody), "k@x.example");
    EXPECT_EQ(
        slackText("<!here> <!subteam^S1|@ops> <!date^1705399200^{date}|16 January>", nobody), "@here @ops 16 January");
    EXPECT_EQ(slackText("<@U1|kim> <@U2>", nobody), "@kim @U2");
    EXPECT_EQ(slackText("1 < 2 and <", nobody), "1 < 2 and <");
    EXPECT_EQ(slackText("<>", nobody), "<>");
}

TEST(Slack, TheSharedExportIsReadToItsLastMessage)
{
    const QString path = QStringLiteral(DOWNTIMELINE_SHARED_DIR "/corpus/exports/slack/hfaran-testarchive");
    if (!QDir(path).exists())
        GTEST_SKIP() << "the shared folder is not on this machine";
    const ImportBatch batch = readPath(path);
    EXPECT_GT(eventsOf(batch).size(), 20U);
    for (const Skip &skip : batch.skipped)
        EXPECT_EQ(skip.line, 0) << skip.reason;
    for (const Event &event : eventsOf(batch))
        EXPECT_NE(event.actor.substr(0, 2), "U0") << "users have names: " << event.title;
}
