// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exporting.h"
#include "models/readers/allreaders.h"
#include "models/readers/draft/importbatch.h"
#include "models/report/runwrap.h"
#include "tests/app/exportfixture.h"
#include "tests/app/hostilestrings.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <set>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// Every string is the title of an event and the text of an action; one after another they stand everywhere else.
WholeIncident hostileIncident()
{
    const std::vector<std::string> strings = hostileStrings();
    WholeIncident whole = measuredFounding();
    std::size_t next = 0;
    const auto any = [&] { return strings[next++ % strings.size()]; };
    Incident &head = whole.incident;
    for (std::string *text :
         {&head.title, &head.status, &head.service, &head.summary, &head.impact, &head.rootCause, &head.resolution})
        *text = any();
    head.authors = {any(), any()};
    const Event model = whole.events[1];
    whole.events.clear();
    for (const std::string &string : strings) {
        Event event = model;
        event.kind = allEventKinds()[whole.events.size() % eventKindCount];
        event.progress = Progress::Unstated;
        *event.at += std::chrono::seconds(whole.events.size() * 10);
        event.time = writtenTimeOf(*event.at, std::chrono::hours(1), ZoneOrigin::Line);
        event.title = string;
        event.detail = any();
        event.actor = any();
        event.service = any();
        event.line = static_cast<int>(whole.events.size()) + 1;
        whole.events.push_back(event);
    }
    whole.actions.clear();
    for (const std::string &string : strings)
        whole.actions.push_back({.text = string, .owner = any(), .due = any()});
    for (Finding &finding : whole.findings) {
        finding.title = any();
        finding.message = any();
    }
    whole.explained[0].text = any();
    for (WholeSeries &each : whole.series)
        each.series.name = any();
    return whole;
}

std::vector<Source> hostileSources()
{
    std::vector<Source> sources = measuredSources();
    sources[0].name = "<script>alert('source')</script>.txt";
    sources[1].name = "../\u202Ecsv";
    return sources;
}

QByteArray exported(ExportFormat format)
{
    const Result<QByteArray> bytes = exportedBytes(hostileIncident(), hostileSources(), format, {});
    EXPECT_TRUE(bytes) << (bytes ? QString() : bytes.error().message).toStdString();
    return bytes.value_or(QByteArray());
}

QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return text.remove(blanks);
}

/// As a page shows it.
QString shown(const std::string &string)
{
    return withoutBlanks(printable(string, 100'000));
}

/// What a browser would make of the page.
struct ParsedPage
{
    std::set<std::string> elements;
    std::vector<std::pair<std::string, std::string>> attributes;
    QString text;
};

std::string value(const xmlChar *text)
{
    return text ? std::string(reinterpret_cast<const char *>(text)) : std::string();
}

void walk(const xmlNode *node, ParsedPage &page)
{
    for (; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            page.elements.insert(value(node->name));
            for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
                page.attributes.emplace_back(
                    value(attribute->name), value(attribute->children ? attribute->children->content : nullptr));
        } else if (node->type == XML_TEXT_NODE) {
            page.text += QString::fromUtf8(value(node->content)) + u' ';
        }
        walk(node->children, page);
    }
}

ParsedPage parsed(const QByteArray &html)
{
    ParsedPage page;
    const htmlDocPtr document = htmlReadMemory(
        html.constData(), static_cast<int>(html.size()), nullptr, "UTF-8",
        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | (1 << 19)); // huge
    EXPECT_NE(document, nullptr);
    walk(xmlDocGetRootElement(document), page);
    xmlFreeDoc(document);
    return page;
}

TEST(HostileExports, ThereAreTwoHundredDifferentStrings)
{
    const std::vector<std::string> strings = hostileStrings();
    EXPECT_EQ(strings.size(), 200U);
    EXPECT_EQ(std::set<std::string>(strings.begin(), strings.end()).size(), 200U);
}

TEST(HostileExports, AnHtmlPageHasOnlyOurOwnElements)
{
    const ParsedPage page = parsed(exported(ExportFormat::Html));
    const std::set<std::string> ours = {"html",  "head",  "meta",  "title",   "style",  "body", "main",   "header",
                                        "p",     "h1",    "h2",    "dl",      "div",    "dt",   "dd",     "nav",
                                        "ul",    "li",    "a",     "section", "figure", "svg",  "path",   "text",
                                        "table", "thead", "tbody", "tr",      "th",     "td",   "strong", "code"};
    for (const std::string &name : page.elements)
        EXPECT_TRUE(ours.contains(name)) << name;
    bool hasPolicy = false;
    for (const auto &[name, text] : page.attributes) {
        EXPECT_FALSE(name.starts_with("on")) << name;
        EXPECT_NE(name, "style");
        EXPECT_NE(name, "src");
        EXPECT_NE(name, "action");
        EXPECT_TRUE(name != "href" || text.starts_with("#")) << text;
        hasPolicy = hasPolicy || text.starts_with("default-src 'none'; style-src 'sha256-");
    }
    EXPECT_TRUE(hasPolicy);
}

TEST(HostileExports, AnHtmlPageShowsEveryStringAsText)
{
    const QString text = withoutBlanks(parsed(exported(ExportFormat::Html)).text);
    for (const std::string &string : hostileStrings())
        EXPECT_TRUE(text.contains(shown(string))) << string;
}

TEST(HostileExports, TheStyleOfAPageIsTheOneItsPolicyKnows)
{
    const QByteArray html = exported(ExportFormat::Html);
    const qsizetype start = html.indexOf("<style>") + 7;
    const QByteArray style = html.mid(start, html.indexOf("</style>") - start);
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    EXPECT_TRUE(html.contains("style-src 'sha256-" + hash + "'"));
    EXPECT_EQ(html.count("<style"), 1);
}

void expectHarmlessSvg(const QByteArray &svg, QString &text)
{
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            const QString name = reader.name().toString();
            EXPECT_TRUE((QStringList{u"svg"_s, u"title"_s, u"path"_s, u"text"_s}).contains(name)) << name.toStdString();
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                EXPECT_FALSE(attribute.name().startsWith(u"on"_s)) << attribute.name().toString().toStdString();
                EXPECT_FALSE(attribute.name().contains(u"href"_s));
            }
        }
        if (reader.isCharacters())
            text += reader.text();
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
}

TEST(HostileExports, AnSvgHasOnlyShapesAndTexts)
{
    QString text;
    expectHarmlessSvg(exported(ExportFormat::Svg), text);
    WholeIncident one = editedFounding();
    for (const std::string &string : hostileStrings()) {
        one.events[0].title = string;
        one.incident.title = string;
        text.clear();
        const Result<QByteArray> svg = exportedBytes(one, {}, ExportFormat::Svg, {});
        ASSERT_TRUE(svg);
        expectHarmlessSvg(*svg, text);
    }
    const Result<QByteArray> chart = exportedBytes(hostileIncident(), {}, ExportFormat::Svg, {.chart = u"response"_s});
    ASSERT_TRUE(chart) << chart.error().message.toStdString();
    expectHarmlessSvg(*chart, text);
}

WholeIncident readAs(std::string_view reader, const QByteArray &bytes)
{
    const auto source = memorySource("again", bytes.toStdString());
    BatchSink sink;
    const Status read = readerOfKey(reader)->read(*source, {}, sink, {});
    EXPECT_TRUE(read) << (read ? std::string() : read.error().message.toStdString());
    ImportBatch batch = sink.take();
    EXPECT_EQ(batch.incidents.size(), 1U);
    return batch.incidents.empty() ? WholeIncident() : batch.incidents.front();
}

TEST(HostileExports, MarkdownEscapesEveryMark)
{
    const QByteArray markdown = exported(ExportFormat::Markdown);
    // Our own marks go first: heads of sections and tables, borders of cells, line breaks in a cell.
    QStringList left;
    for (QString line : QString::fromUtf8(markdown).split(u'\n')) {
        static const QRegularExpression own(u"^#{1,3} |^\\|[ |-]*\\||<br>|(?<=^| )\\|(?= |$)"_s);
        line.remove(own);
        static const QRegularExpression escaped(u"\\\\[\\\\`*_{}\\[\\]<>#|~!=+.)-]"_s);
        left << line.remove(escaped);
    }
    for (const QString &line : left) {
        for (const QChar mark : u"<>[]`_#|~"_s)
            EXPECT_FALSE(line.contains(mark)) << line.toStdString();
    }
    EXPECT_FALSE(markdown.contains("&#"));
}

TEST(HostileExports, MarkdownTellsEveryStringAgain)
{
    const WholeIncident again = readAs("postmortem", exported(ExportFormat::Markdown));
    std::set<QString> titles;
    for (const Event &event : again.events)
        titles.insert(withoutBlanks(QString::fromStdString(event.title)));
    std::set<QString> actions;
    for (const Action &action : again.actions)
        actions.insert(withoutBlanks(QString::fromStdString(action.text)));
    int missing = 0;
    for (const std::string &string : hostileStrings()) {
        missing += titles.contains(shown(string)) ? 0 : 1;
        EXPECT_TRUE(titles.contains(shown(string))) << string;
    }
    EXPECT_EQ(missing, 0);
    EXPECT_EQ(again.events.size(), 200U);
}

TEST(HostileExports, CsvComesBackAsItWasAndRunsNothing)
{
    const QByteArray csv = exported(ExportFormat::Csv);
    const WholeIncident again = readAs("events", csv);
    const std::vector<std::string> strings = hostileStrings();
    ASSERT_EQ(again.events.size(), strings.size());
    for (std::size_t i = 0; i < strings.size(); ++i) {
        const QString before = QString::fromStdString(strings[i]).trimmed();
        EXPECT_EQ(QString::fromStdString(again.events[i].title).trimmed(), before) << strings[i];
    }
    for (const char start : QByteArray("=+@\t")) {
        if (start == '\0')
            continue;
        EXPECT_FALSE(csv.contains(QByteArray(",") + start)) << start;
        EXPECT_FALSE(csv.contains(QByteArray(",\"") + start)) << start;
    }
}

TEST(HostileExports, JsonKeepsEveryString)
{
    const QJsonArray events = QJsonDocument::fromJson(exported(ExportFormat::Json)).object()[u"events"_s].toArray();
    const std::vector<std::string> strings = hostileStrings();
    ASSERT_EQ(events.size(), static_cast<qsizetype>(strings.size()));
    for (qsizetype i = 0; i < events.size(); ++i) {
        EXPECT_EQ(
            events[i].toObject()[u"title"_s].toString(), QString::fromStdString(strings[static_cast<std::size_t>(i)]));
    }
}

TEST(HostileExports, ACalendarHasOnlyOurOwnLines)
{
    QByteArray text = exported(ExportFormat::Calendar);
    text.replace("\r\n ", "");
    const std::set<QByteArray> ours = {"BEGIN",      "END",     "VERSION",        "PRODID",  "UID",
                                       "DTSTAMP",    "DTSTART", "DTEND",          "SUMMARY", "DESCRIPTION",
                                       "CATEGORIES", "TRANSP",  "DUE;VALUE=DATE", "STATUS",  "RELATED-TO"};
    QString all;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        EXPECT_TRUE(ours.contains(line.left(line.indexOf(':')))) << line.toStdString();
        EXPECT_TRUE(line.endsWith('\r'));
        QString words = QString::fromUtf8(line.mid(line.indexOf(':') + 1));
        words.replace(u"\\n"_s, u" "_s).replace(u"\\,"_s, u","_s).replace(u"\\;"_s, u";"_s).replace(u"\\\\"_s, u"\\"_s);
        all += words;
    }
    EXPECT_EQ(text.count("BEGIN:VTODO\r\n"), 200);
    EXPECT_EQ(text.count("\nBEGIN:VALARM"), 0);
    const QString bare = withoutBlanks(all);
    for (const std::string &string : hostileStrings()) {
        const bool isPlain = string.find('\\') == std::string::npos && string.find('\n') == std::string::npos;
        EXPECT_TRUE(!isPlain || bare.contains(shown(string))) << string;
    }
}

TEST(HostileExports, APdfActsOnNothing)
{
    const QString qpdf = QStandardPaths::findExecutable(u"qpdf"_s);
    const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (qpdf.isEmpty() || pdftotext.isEmpty())
        GTEST_SKIP() << "qpdf and pdftotext are not installed";
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"report.pdf"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(exported(ExportFormat::Pdf));
    file.close();
    QProcess plain;
    plain.start(
        qpdf, {u"--qdf"_s, u"--object-streams=disable"_s, u"--stream-data=compress"_s, file.fileName(), u"-"_s});
    ASSERT_TRUE(plain.waitForFinished(60'000));
    const QByteArray objects = plain.readAllStandardOutput();
    ASSERT_TRUE(objects.startsWith("%PDF-"));
    for (const char *active :
         {"/JavaScript", "/JS ", "/Launch", "/SubmitForm", "/ImportData", "/OpenAction", "/RichMedia"})
        EXPECT_FALSE(objects.contains(active)) << active;
    static const QRegularExpression address(u"/URI \\(([^)]*)"_s);
    for (auto matches = address.globalMatch(QString::fromLatin1(objects)); matches.hasNext();) {
        const QString target = matches.next().captured(1);
        EXPECT_TRUE(target.isEmpty() || target.startsWith(u"http"_s)) << target.toStdString();
    }
    QProcess words;
    words.start(pdftotext, {u"-raw"_s, file.fileName(), u"-"_s});
    ASSERT_TRUE(words.waitForFinished(60'000));
    const QString text = withoutBlanks(QString::fromUtf8(words.readAllStandardOutput()));
    for (const std::string &string : hostileStrings()) {
        const bool isAscii = std::ranges::all_of(string, [](char c) { return c >= ' ' && c < '\x7F'; });
        EXPECT_TRUE(!isAscii || text.contains(shown(string))) << string;
    }
}

} // namespace
} // namespace downtimeline
