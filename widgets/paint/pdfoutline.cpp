// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pdfoutline.h"

#include "widgets/paint/pdftags.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QUrl>

#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <set>
#include <string>
#include <vector>

namespace downtimeline {
namespace {

using Handle = QPDFObjectHandle;

constexpr double pointsPerUnit = 72.0 / 96.0;

Handle textOf(const QString &text)
{
    return Handle::newUnicodeString(text.toStdString());
}

Handle number(double points)
{
    return Handle::newReal(points, 2);
}

/// Where a place of the report is in its page; PDF counts from the lower edge.
double pointsFromBottom(const ReportPages &report, double y)
{
    return (report.size.height() - y) * pointsPerUnit;
}

Handle placeOf(const ReportPages &report, std::vector<QPDFPageObjectHelper> &pages, const PagePlace &place)
{
    Handle destination = Handle::newArray();
    destination.appendItem(pages[place.page].getObjectHandle());
    destination.appendItem(Handle::newName("/XYZ"));
    destination.appendItem(Handle::newNull());
    destination.appendItem(number(pointsFromBottom(report, place.y)));
    destination.appendItem(Handle::newNull());
    return destination;
}

void addOutline(QPDF &pdf, const ReportPages &report, std::vector<QPDFPageObjectHelper> &pages)
{
    Handle root = pdf.makeIndirectObject(Handle::newDictionary());
    root.replaceKey("/Type", Handle::newName("/Outlines"));
    Handle before;
    int count = 0;
    for (const Bookmark &bookmark : report.bookmarks) {
        if (bookmark.page >= pages.size())
            continue;
        Handle item = pdf.makeIndirectObject(Handle::newDictionary());
        item.replaceKey("/Title", textOf(bookmark.title));
        item.replaceKey("/Parent", root);
        item.replaceKey("/Dest", placeOf(report, pages, {.page = bookmark.page, .y = bookmark.y}));
        if (count++ == 0) {
            root.replaceKey("/First", item);
        } else {
            item.replaceKey("/Prev", before);
            before.replaceKey("/Next", item);
        }
        root.replaceKey("/Last", item);
        before = item;
    }
    if (count == 0)
        return;
    root.replaceKey("/Count", Handle::newInteger(count));
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
}

/// The words of a link, for those who only hear it.
QString wordsOf(const ReportPage &page, const PageLink &link)
{
    QString words;
    for (const PageText &text : page.texts) {
        if (text.node == link.node && text.node != artifact)
            words += text.text;
    }
    return words.isEmpty() ? link.address : words;
}

Handle linkOf(const ReportPages &report, const PageLink &link)
{
    Handle rect = Handle::newArray();
    rect.appendItem(number(link.rect.left() * pointsPerUnit));
    rect.appendItem(number(pointsFromBottom(report, link.rect.bottom())));
    rect.appendItem(number(link.rect.right() * pointsPerUnit));
    rect.appendItem(number(pointsFromBottom(report, link.rect.top())));
    Handle annotation = Handle::newDictionary();
    annotation.replaceKey("/Type", Handle::newName("/Annot"));
    annotation.replaceKey("/Subtype", Handle::newName("/Link"));
    annotation.replaceKey("/Border", Handle::parse("[0 0 0]"));
    annotation.replaceKey("/F", Handle::newInteger(4)); // is printed
    annotation.replaceKey("/Rect", rect);
    return annotation;
}

Handle actionOf(const QString &address)
{
    Handle action = Handle::newDictionary();
    action.replaceKey("/S", Handle::newName("/URI"));
    action.replaceKey("/URI", Handle::newString(QUrl(address).toEncoded().toStdString()));
    return action;
}

void addLinks(QPDF &pdf, const ReportPages &report, std::vector<QPDFPageObjectHelper> &pages, PdfTags &tags)
{
    for (std::size_t i = 0; i < pages.size() && i < report.pages.size(); ++i) {
        Handle list = Handle::newArray();
        for (const PageLink &link : report.pages[i].links) {
            Handle annotation = linkOf(report, link);
            if (link.address.startsWith(u'#')) {
                const auto place = report.anchors.find(link.address.mid(1));
                if (place == report.anchors.end() || place->second.page >= pages.size())
                    continue;
                annotation.replaceKey("/Dest", placeOf(report, pages, place->second));
            } else {
                annotation.replaceKey("/A", actionOf(link.address));
            }
            annotation.replaceKey("/Contents", textOf(wordsOf(report.pages[i], link)));
            annotation = pdf.makeIndirectObject(annotation);
            tags.addLink(i, link, annotation);
            list.appendItem(annotation);
        }
        if (list.getArrayNItems() > 0)
            pages[i].getObjectHandle().replaceKey("/Annots", list);
        else
            pages[i].getObjectHandle().removeKey("/Annots");
    }
}

/// "D:20240116092200Z".
std::string dateText(Instant instant)
{
    using namespace std::chrono;
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(instant - day));
    return std::string("D:") + QStringLiteral("%1%2%3%4%5%6Z")
                                   .arg(int(date.year()), 4, 10, QChar(u'0'))
                                   .arg(unsigned(date.month()), 2, 10, QChar(u'0'))
                                   .arg(unsigned(date.day()), 2, 10, QChar(u'0'))
                                   .arg(clock.hours().count(), 2, 10, QChar(u'0'))
                                   .arg(clock.minutes().count(), 2, 10, QChar(u'0'))
                                   .arg(clock.seconds().count(), 2, 10, QChar(u'0'))
                                   .toStdString();
}

/// The file's SHA-256 stands beside it, so that what reads it back can tell that it is whole.
void attach(QPDF &pdf, const PdfAttachment &attachment, const std::optional<Instant> &created)
{
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, attachment.bytes.toStdString());
    stream.setSubtype(attachment.type);
    if (created)
        stream.setCreationDate(dateText(*created)).setModDate(dateText(*created));
    auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, attachment.name, stream);
    file.setDescription(attachment.words.toStdString());
    const QByteArray hash = QCryptographicHash::hash(attachment.bytes, QCryptographicHash::Sha256).toHex();
    file.getObjectHandle().replaceKey("/AFRelationship", Handle::newName("/Data"));
    file.getObjectHandle().replaceKey("/DowntimelineSha256", Handle::newString(hash.toStdString()));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(attachment.name, file);
    Handle files = Handle::newArray();
    files.appendItem(file.getObjectHandle());
    pdf.getRoot().replaceKey("/AF", files);
}

void setFacts(QPDF &pdf, const ReportPages &report, const PdfFacts &facts)
{
    Handle info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary()) {
        info = pdf.makeIndirectObject(Handle::newDictionary());
        pdf.getTrailer().replaceKey("/Info", info);
    }
    info.replaceKey("/Title", textOf(report.title));
    if (!report.author.isEmpty())
        info.replaceKey("/Author", textOf(report.author));
    if (!report.keywords.isEmpty())
        info.replaceKey("/Keywords", textOf(report.keywords));
    info.removeKey("/ModDate");
    if (facts.created)
        info.replaceKey("/CreationDate", Handle::newString(dateText(*facts.created)));
    else
        info.removeKey("/CreationDate");
    Handle root = pdf.getRoot();
    root.replaceKey("/Lang", textOf(facts.language));
    Handle viewer = Handle::newDictionary();
    viewer.replaceKey("/DisplayDocTitle", Handle::newBool(true));
    root.replaceKey("/ViewerPreferences", viewer);
    root.removeKey("/Metadata"); // newer Qt writes the clock into it
}

/// "AAAAAC" for 2, the form that a name of a font's subset begins with.
std::string subsetTag(int number)
{
    std::string tag(6, 'A');
    for (auto letter = tag.rbegin(); letter != tag.rend() && number > 0; ++letter, number /= 26)
        *letter = static_cast<char>('A' + number % 26);
    return tag;
}

void setTag(Handle dictionary, const std::string &key, const std::string &tag)
{
    Handle name = dictionary.getKeyIfDict(key);
    if (!name.isName())
        return;
    const std::string text = name.getName(); // "/Inter-Bold" or "/QFBAAA+Inter-Bold"
    const std::size_t bare = text.size() > 8 && text[7] == '+' ? 8 : 1;
    dictionary.replaceKey(key, Handle::newName('/' + tag + '+' + text.substr(bare)));
}

/// In fonts whose blank is also their tab, Qt says that the glyph is a tab: a copied text would be full of them.
void mendBlanks(QPDF &pdf, Handle font)
{
    Handle map = font.getKey("/ToUnicode");
    if (!map.isStream())
        return;
    const auto data = map.getStreamData(qpdf_dl_generalized);
    std::string text(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
    static constexpr std::string_view tab = "<0009>";
    bool isList = false; // within brackets stand characters, before them the numbers of glyphs
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[' || text[i] == ']')
            isList = text[i] == '[';
        else if (isList && text.compare(i, tab.size(), tab) == 0)
            text.replace(i, tab.size(), "<0020>");
    }
    font.replaceKey("/ToUnicode", pdf.newStream(text));
}

/// Qt names the subsets of fonts after the order of a hash table, which changes from run to run: named anew here, in
/// the order in which the pages first use them.
void nameFonts(QPDF &pdf, std::vector<QPDFPageObjectHelper> &pages)
{
    std::set<QPDFObjGen> seen;
    for (QPDFPageObjectHelper &page : pages) {
        Handle fonts = page.getAttribute("/Resources", false).getKeyIfDict("/Font");
        for (const std::string &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>()) {
            Handle font = fonts.getKey(key);
            if (!font.isDictionary() || !seen.insert(font.getObjGen()).second)
                continue;
            mendBlanks(pdf, font);
            const std::string tag = subsetTag(static_cast<int>(seen.size()));
            setTag(font, "/BaseFont", tag);
            Handle descendants = font.getKeyIfDict("/DescendantFonts");
            for (Handle child : descendants.isArray() ? descendants.getArrayAsVector() : std::vector<Handle>()) {
                setTag(child, "/BaseFont", tag);
                setTag(child.getKeyIfDict("/FontDescriptor"), "/FontName", tag);
            }
        }
    }
}

QByteArray bytesOf(QPDFWriter &writer)
{
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

/// Twice: objects are packed in the order of their numbers, and Qt numbers them after a hash table, which changes from
/// run to run; the first writing numbers them as the pages use them.
QByteArray written(QPDF &pdf)
{
    QPDFWriter numbering(pdf);
    numbering.setStreamDataMode(qpdf_s_preserve);
    const QByteArray numbered = bytesOf(numbering);
    QPDF again;
    again.setSuppressWarnings(true);
    again.processMemoryFile("report", numbered.constData(), static_cast<std::size_t>(numbered.size()));
    QPDFWriter packing(again);
    packing.setStreamDataMode(qpdf_s_compress);
    packing.setObjectStreamMode(qpdf_o_generate); // a tree of thousands of small objects
    return bytesOf(packing);
}

} // namespace

Result<QByteArray> withOutline(const QByteArray &pdf, const ReportPages &report, const PdfFacts &facts)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(document).getAllPages();
        addOutline(document, report, pages);
        PdfTags tags(document, report, pages);
        tags.markPages();
        addLinks(document, report, pages, tags);
        tags.finish();
        if (facts.attachment)
            attach(document, *facts.attachment, facts.created);
        nameFonts(document, pages);
        setFacts(document, report, facts);
        return written(document);
    } catch (const std::exception &error) {
        return failure(
            Error::Code::Io,
            QCoreApplication::translate("Pdf", "The PDF could not be given its outline; the report was not written."),
            QString::fromUtf8(error.what()));
    }
}

} // namespace downtimeline
