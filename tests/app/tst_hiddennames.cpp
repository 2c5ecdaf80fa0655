// SPDX-License-Identifier: GPL-3.0-or-later
// With names hidden, no name of the list stands in any byte of any export.
#include "app/exporting/excerpt.h"
#include "app/exporting/exporting.h"

#include "models/storage/actionstore.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"
#include "tests/app/exportfixture.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

Persons team()
{
    return {
        {.id = {},
         .names = {"Annabeth Quixley", "Annabeth", "U02QUIX", "aquixley@example.org"},
         .role = "release manager"},
        {.id = {}, .names = {"Jörg Zwiebelmüller", "@zwiebel"}, .role = "on-call engineer"},
        {.id = {}, .names = {"Ольга Йонова"}, .role = "on-call engineer"},
    };
}

/// Every text that an incident has tells one of them, with that mark behind it.
WholeIncident toldByName()
{
    WholeIncident whole = measuredFounding();
    const std::string all = "Annabeth's, Jörg Zwiebelmüller, @zwiebel, ОЛЬГА ЙОНОВА, U02QUIX, aquixley@example.org";
    Incident &head = whole.incident;
    head.title = "Annabeth Quixley's outage";
    for (std::string *text :
         {&head.status, &head.service, &head.summary, &head.impact, &head.rootCause, &head.resolution})
        *text += " " + all;
    head.zone = "Annabeth time";
    head.authors = {"Annabeth Quixley", "Jörg Zwiebelmüller"};
    for (Event &event : whole.events) {
        for (std::string *text :
             {&event.title, &event.detail, &event.actor, &event.service, &event.note, &event.recordId})
            *text += " by " + all;
        event.time.text += " Annabeth";
    }
    for (WholeSeries &series : whole.series)
        series.series.name += " of Annabeth";
    for (TrafficClaim &claim : whole.trafficClaims)
        claim.words += " said Annabeth";
    for (Action &action : whole.actions) {
        action.text += " with " + all;
        action.owner = "annabeth quixley";
    }
    for (Finding &finding : whole.findings) {
        for (std::string *text : {&finding.title, &finding.message, &finding.key})
            *text += " " + all;
    }
    whole.explained.push_back({.text = all, .from = all, .to = all, .source = SourceId(1), .line = 3});
    whole.persons = {{.id = {}, .names = {"Wilhelmina Otto"}, .role = "SRE"}};
    whole.events.front().title += " for Wilhelmina Otto";
    return whole;
}

std::vector<Source> namedSources()
{
    std::vector<Source> sources = measuredSources();
    sources[0].name = "annabeth-quixley_postmortem.txt";
    sources[0].text = "written by Annabeth Quixley, J&ouml;rg Zwiebelm&uuml;ller";
    sources[1].name = "U02QUIX.csv";
    return sources;
}

/// As they may stand in bytes: letters as they are or in any case, of UTF-8, UTF-16 or as JSON and XML escape them.
QByteArrayList spellings(const QString &name)
{
    QByteArrayList all;
    for (const QString &spelled : {name, name.toLower(), name.toUpper()}) {
        QByteArray json;
        QByteArray xml;
        QByteArray utf16;
        for (const QChar c : spelled) {
            const char16_t unit = c.unicode();
            json += unit < 0x80 ? QByteArray(1, static_cast<char>(unit))
                                : "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
            xml += unit < 0x80 ? QByteArray(1, static_cast<char>(unit)) : "&#" + QByteArray::number(unit) + ';';
            utf16 += static_cast<char>(unit >> 8U);
            utf16 += static_cast<char>(unit & 0xFFU);
        }
        all << spelled.toUtf8() << json << xml << utf16 << utf16.toHex() << utf16.toHex().toUpper();
    }
    return all;
}

QStringList namesToHide()
{
    return {u"Annabeth"_s, u"Quixley"_s, u"U02QUIX"_s, u"Zwiebel"_s, u"Ольга"_s, u"Йонова"_s, u"Wilhelmina"_s};
}

void expectNoName(const QByteArray &bytes, const QString &where)
{
    EXPECT_FALSE(bytes.isEmpty()) << where.toStdString();
    for (const QString &name : namesToHide()) {
        for (const QByteArray &spelling : spellings(name))
            EXPECT_FALSE(bytes.contains(spelling)) << where.toStdString() << " has " << name.toStdString();
    }
}

bool hasAnyName(const QByteArray &bytes)
{
    const QStringList names = namesToHide();
    return std::ranges::any_of(names, [&bytes](const QString &name) {
        const QByteArrayList written = spellings(name);
        return std::ranges::any_of(written, [&bytes](const QByteArray &one) { return bytes.contains(one); });
    });
}

QByteArray outputOf(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    EXPECT_TRUE(process.waitForFinished(60000)) << tool.toStdString();
    return process.readAll();
}

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

class HiddenNames : public testing::Test
{
protected:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QByteArray exported(const QString &ending, bool hideNames)
    {
        const QString file = path(u"report."_s + ending);
        ExportRequest request{.path = file};
        request.hideNames = hideNames;
        request.persons = team();
        const Status written = exportIncident(toldByName(), namedSources(), request);
        EXPECT_TRUE(written) << (written ? "" : written.error().message.toStdString());
        return bytesAt(file);
    }

    QTemporaryDir m_folder;
};

TEST_F(HiddenNames, NoNameStandsInAnyByteOfAnyExport)
{
    for (const QString &ending : exportEndings())
        expectNoName(exported(ending, true), ending);
}

/// A form, paper or picture that only an option brings.
TEST_F(HiddenNames, NoNameStandsInAnyTemplateChartThemeOrPaper)
{
    const auto expectNoneIn = [this](const QString &ending, ExportRequest request) {
        request.path = path(u"option."_s + ending);
        request.hideNames = true;
        request.persons = team();
        const Status written = exportIncident(toldByName(), namedSources(), request);
        ASSERT_TRUE(written) << written.error().message.toStdString();
        expectNoName(bytesAt(request.path), ending);
    };
    for (const PostmortemTemplate style :
         {PostmortemTemplate::Plain, PostmortemTemplate::Sre, PostmortemTemplate::PagerDuty,
          PostmortemTemplate::Atlassian})
        expectNoneIn(u"md"_s, {.style = style});
    for (const QString &chart : {u"traffic"_s, u"response"_s}) {
        expectNoneIn(u"svg"_s, {.chart = chart});
        expectNoneIn(u"png"_s, {.chart = chart});
    }
    expectNoneIn(u"svg"_s, {.dark = true});
    const bool canInflate = !QStandardPaths::findExecutable(u"qpdf"_s).isEmpty();
    for (const PaperSize paper : {PaperSize::A4, PaperSize::Letter, PaperSize::A3, PaperSize::Slides}) {
        expectNoneIn(u"pdf"_s, {.report = {.paper = paper, .timeline = TimelinePaper::Pages}});
        if (!canInflate)
            continue;
        const QString inflated = path(u"inflated.pdf"_s);
        outputOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path(u"option.pdf"_s), inflated});
        expectNoName(bytesAt(inflated), u"qpdf --qdf"_s);
    }
}

/// The test before could not fail if the exports told no names anyhow.
TEST_F(HiddenNames, ShownTheyStandInEveryExportOfText)
{
    for (const QString &ending : {u"md"_s, u"csv"_s, u"json"_s, u"svg"_s, u"html"_s, u"ics"_s})
        EXPECT_TRUE(hasAnyName(exported(ending, false))) << ending.toStdString();
}

TEST_F(HiddenNames, RolesStandInTheirPlaceAndTheExportSaysSo)
{
    const QByteArray markdown = exported(u"md"_s, true);
    EXPECT_TRUE(markdown.contains("# release manager's outage")) << markdown.left(200).toStdString();
    EXPECT_TRUE(markdown.contains("on-call engineer 1, on-call engineer 1, on-call engineer 2, release manager"));
    EXPECT_TRUE(markdown.contains("for SRE"));
    EXPECT_TRUE(markdown.contains("Names on your list hidden"));
    EXPECT_TRUE(exported(u"html"_s, true).contains("<p class=\"note\">Names on your list hidden</p>"));
    EXPECT_FALSE(exported(u"html"_s, false).contains("Names on your list hidden"));
    EXPECT_TRUE(exported(u"json"_s, true).contains("\"namesHidden\": true"));
    EXPECT_FALSE(exported(u"json"_s, false).contains("namesHidden"));
}

TEST_F(HiddenNames, APdfTellsNoneInItsTextItsObjectsAndItsData)
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty() || QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
        GTEST_SKIP() << "pdftotext and qpdf are not installed";
    exported(u"pdf"_s, true);
    const QString file = path(u"report.pdf"_s);
    const QByteArray text = outputOf(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    expectNoName(text, u"pdftotext"_s);
    EXPECT_TRUE(text.contains("Names on your list hidden")) << text.toStdString();
    EXPECT_TRUE(text.contains("release manager's outage"));
    const QString inflated = path(u"inflated.pdf"_s);
    outputOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file, inflated});
    const QByteArray bytes = bytesAt(inflated);
    expectNoName(bytes, u"qpdf --qdf"_s);
    EXPECT_TRUE(bytes.contains("/Author"));
    exported(u"pdf"_s, false);
    outputOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file, inflated});
    EXPECT_TRUE(hasAnyName(bytesAt(inflated))); // so that a spelling which is never found would be noticed
    EXPECT_FALSE(outputOf(u"pdftotext"_s, {file, u"-"_s}).contains("Names on your list hidden"));
}

TEST_F(HiddenNames, OfAStoredIncidentTheListOfTheLibraryAndItsOwnPersonsAreHidden)
{
    const Result<std::unique_ptr<Library>> library =
        Library::open(path(u"outages.downtimeline"_s), Library::Open::CreateIfMissing);
    ASSERT_TRUE(library);
    const WholeIncident told = toldByName();
    const IncidentId id = IncidentStore(**library).add(told.incident).value();
    for (Event event : told.events) {
        event.source = {};
        ASSERT_TRUE(EventStore(**library).add(id, event));
    }
    Action action = told.actions.front();
    action.source = {};
    ASSERT_TRUE(ActionStore(**library).add(id, action));
    ASSERT_TRUE(PersonStore(**library).add(team()));
    ASSERT_TRUE(PersonStore(**library).addToIncident(id, told.persons));
    for (const QString &ending : exportEndings()) {
        const QString file = path(u"stored."_s + ending);
        ExportRequest request{.path = file};
        request.hideNames = true;
        ASSERT_TRUE(exportIncident(**library, id, request));
        expectNoName(bytesAt(file), ending);
    }
    ExportRequest copied;
    EXPECT_TRUE(hasAnyName(excerptOf(**library, id, copied)->html));
    copied.hideNames = true;
    const Result<IncidentExcerpt> excerpt = excerptOf(**library, id, copied);
    ASSERT_TRUE(excerpt);
    expectNoName(excerpt->html, u"rich text"_s);
    expectNoName(excerpt->text.toUtf8(), u"plain text"_s);
    EXPECT_TRUE(excerpt->text.contains(u"Names on your list hidden"_s));
}

} // namespace
} // namespace downtimeline
