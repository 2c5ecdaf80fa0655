// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/tablereader.h"

#include "models/readers/skiptally.h"
#include "models/readers/tables/csvpass.h"
#include "models/readers/tables/csvsketch.h"
#include "models/readers/tables/metriccolumns.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace downtimeline {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("TableReader", text);
}

std::vector<std::string> namesOf(const CsvSketch &sketch)
{
    std::vector<std::string> names;
    for (const std::string &header : sketch.header)
        names.push_back(foldedName(header));
    return names;
}

bool hasAll(const std::vector<std::string> &names, std::span<const std::string_view> wanted)
{
    return std::ranges::all_of(
        wanted, [&names](std::string_view name) { return std::ranges::find(names, name) != names.end(); });
}

Status tellUnread(
    const CsvSketch &sketch, const std::vector<std::string> &names, std::span<const std::string_view> telltales,
    std::span<const std::string_view> others, SkipTally &tally)
{
    constexpr qsizetype mostNamed = 20;
    QStringList unread;
    for (std::size_t column = 0; column < names.size(); ++column) {
        const std::string &name = names[column];
        const bool isRead =
            std::ranges::find(telltales, name) != telltales.end() || std::ranges::find(others, name) != others.end();
        if (!isRead && !name.empty() && unread.size() < mostNamed)
            unread.append(QString::fromStdString(cleanText(sketch.header[column])));
    }
    if (unread.isEmpty())
        return {};
    const QString reason = translated("These columns are not read: %1.").arg(unread.join(QStringLiteral(", ")));
    return tally.add(sketch.headerLine, reason.toStdString());
}

QString oddWidth(std::size_t fields, std::size_t wanted)
{
    if (fields > wanted)
        return translated("The row has more fields than the header; put quotes around its text.");
    return translated("The row has %1 fields and the header %2, perhaps for want of a quote; what it has is read.")
        .arg(fields)
        .arg(wanted);
}

} // namespace

std::string TableRow::at(std::string_view name) const
{
    const auto found = std::ranges::find(m_names, name);
    return found == m_names.end() ? std::string()
                                  : cleanText(cellAt(m_cells, static_cast<int>(found - m_names.begin())));
}

int TableReader::recognises(std::string_view head) const
{
    const std::string text = utf8Head(head);
    if (!mayBeTable(text))
        return 0;
    const CsvSketch sketch = sketchOf(text);
    const bool isMarkdown = sketch.separator == '|';
    if (!sketch.hasHeader || isMarkdown || !hasAll(namesOf(sketch), telltales()))
        return 0;
    return sketch.isTable() ? 96 : 91; // rows may be damaged, and the header still tells whose it is
}

Status
TableReader::read(ByteSource &source, const ReadOptions & /*options*/, ImportSink &sink, std::stop_token stop) const
{
    const auto text = utf8Source(source);
    const Result<std::string> head = headOf(*text);
    if (!head)
        return std::unexpected(head.error());
    const CsvSketch sketch = sketchOf(*head);
    const std::vector<std::string> names = namesOf(sketch);
    if (!hasAll(names, telltales())) {
        const QString name = QString::fromStdString(cleanText(source.name()));
        return failure(
            Error::Code::NotRecognised, translated("\"%1\" has no table of this format; nothing was read.").arg(name));
    }
    SkipTally tally(sink);
    JsonFlow flow(sink, tally);
    if (Status told = tellUnread(sketch, names, telltales(), others(), tally); !told)
        return told;
    CsvPass pass(*text, sketch, sink, std::move(stop), CsvPass::Part::Only);
    Result<bool> row = pass.next(&tally);
    for (; row && *row; row = pass.next(&tally)) {
        const std::size_t width = pass.fields().size();
        if (width != names.size()) {
            if (Status told = flow.skip(pass.line(), oddWidth(width, names.size())); !told)
                return told;
        }
        if (width > names.size())
            continue;
        if (Status taken = take(TableRow(names, pass.fields(), pass.line()), flow); !taken)
            return taken;
    }
    if (!row)
        return std::unexpected(row.error());
    return flow.finish();
}

} // namespace downtimeline
