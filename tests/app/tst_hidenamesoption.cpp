// SPDX-License-Identifier: GPL-3.0-or-later
// --hide-names and --add-persons.
#include "app/commandline/commands.h"

#include "models/storage/personstore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *document =
    "# Anna Smith's outage\n\nAuthors: Anna Smith\n\nOn 16 January 2024 (UTC), a server failed.\n\n"
    "| Time | Who | Event |\n| --- | --- | --- |\n| 10:00 | | Outage begins |\n"
    "| 10:05 | Kim Doe | Acknowledges the page of anna smith |\n| 10:20 | Kim Doe | Service restored |\n";

class HideNamesOption : public testing::Test
{
protected:
    struct Answer
    {
        ExitCode code;
        QString out;
    };

    Answer run(QStringList words)
    {
        words << u"--library"_s << libraryPath();
        std::ostringstream out;
        std::ostringstream err;
        const auto arguments = parseArguments(words);
        EXPECT_TRUE(arguments);
        const ExitCode code = runCommand(*arguments, {out, err});
        EXPECT_EQ(err.str(), "");
        return {code, QString::fromStdString(out.str())};
    }

    QString libraryPath() const { return m_folder.filePath(u"library.downtimeline"_s); }

    QString written(const QByteArray &text = document)
    {
        QFile file(m_folder.filePath(u"anna-smith.md"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    Persons list()
    {
        const auto library = Library::open(libraryPath(), Library::Open::ReadOnly);
        return library ? PersonStore(**library).list().value_or(Persons()) : Persons();
    }

    static bool tellsAName(const QString &text)
    {
        return text.contains(u"anna"_s, Qt::CaseInsensitive) || text.contains(u"kim doe"_s, Qt::CaseInsensitive);
    }

    QTemporaryDir m_folder;
};

TEST_F(HideNamesOption, AnImportListsNobodyUnlessItIsAsked)
{
    EXPECT_EQ(run({u"import"_s, written()}).code, ExitCode::Done);
    EXPECT_TRUE(list().empty());
    const Answer asked = run({u"import"_s, written(), u"--add-persons"_s});
    EXPECT_TRUE(asked.out.contains(u"2 people listed"_s)) << asked.out.toStdString();
    ASSERT_EQ(list().size(), 2U);
    EXPECT_EQ(list()[0].names, std::vector<std::string>{"Anna Smith"});
    EXPECT_EQ(list()[1].role, "on-call engineer");
    EXPECT_FALSE(run({u"import"_s, written(), u"--add-persons"_s}).out.contains(u"listed"_s));
}

TEST_F(HideNamesOption, ListShowAndExportTellRoles)
{
    run({u"import"_s, written(), u"--add-persons"_s});
    const QString id = run({u"list"_s, u"--ids"_s}).out.trimmed();
    EXPECT_TRUE(tellsAName(run({u"list"_s}).out));
    EXPECT_TRUE(tellsAName(run({u"show"_s, id}).out));
    EXPECT_TRUE(tellsAName(run({u"show"_s, id, u"--json"_s}).out));
    const QList<QStringList> calls{
        QStringList{u"list"_s}, QStringList{u"list"_s, u"--json"_s}, QStringList{u"show"_s, id},
        QStringList{u"show"_s, id, u"--json"_s}};
    for (const QStringList &words : calls) {
        const QString out = run(words + QStringList{u"--hide-names"_s}).out;
        EXPECT_FALSE(tellsAName(out)) << out.toStdString();
        EXPECT_TRUE(out.contains(u"author's outage"_s)) << out.toStdString();
    }
    EXPECT_TRUE(run({u"show"_s, id, u"--hide-names"_s}).out.contains(u"Names on your list hidden"_s));
    const QString out = m_folder.filePath(u"out.md"_s);
    EXPECT_EQ(run({u"export"_s, id, u"-o"_s, out, u"--hide-names"_s}).code, ExitCode::Done);
    QFile file(out);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_FALSE(tellsAName(text)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"Acknowledges the page of author"_s)) << text.toStdString();
}

TEST_F(HideNamesOption, AFileIsExportedWithTheListOfTheLibrary)
{
    run({u"import"_s, written(), u"--add-persons"_s});
    const QString out = m_folder.filePath(u"out.json"_s);
    EXPECT_EQ(run({u"export"_s, written(), u"-o"_s, out, u"--hide-names"_s}).code, ExitCode::Done);
    QFile file(out);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_FALSE(tellsAName(QString::fromUtf8(bytes))) << bytes.toStdString();
    EXPECT_TRUE(QJsonDocument::fromJson(bytes).object().value(u"namesHidden"_s).toBool());
}

TEST_F(HideNamesOption, InspectListsWhomItMetWhereThereIsAnybody)
{
    const QJsonObject read = QJsonDocument::fromJson(run({u"inspect"_s, written(), u"--json"_s}).out.toUtf8()).object();
    const QJsonArray persons = read.value(u"persons"_s).toArray();
    ASSERT_EQ(persons.size(), 2);
    const QJsonObject first = persons.at(0).toObject();
    EXPECT_EQ(first.value(u"names"_s).toArray().at(0).toString(), u"Anna Smith"_s);
    EXPECT_EQ(first.value(u"role"_s).toString(), u"author"_s);
    const QString sample = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt");
    EXPECT_FALSE(run({u"inspect"_s, sample, u"--json"_s}).out.contains(u"persons"_s));
}

} // namespace
} // namespace downtimeline
