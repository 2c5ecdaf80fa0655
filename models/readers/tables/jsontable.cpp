// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/jsontable.h"

#include "models/readers/json/jsonflow.h"
#include "models/readers/json/jsonrecords.h"
#include "models/readers/json/jsonsketch.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/csvpass.h"
#include "models/readers/tables/jsonrow.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>

namespace downtimeline {
namespace {

constexpr std::size_t mostSampleRows = 200;

/// The places among the first bytes where objects with plain values stand one beside another.
std::vector<std::string> candidatesOf(const JsonSketch &sketch)
{
    constexpr std::size_t most = 8;
    if (sketch.isLines)
        return {std::string()};
    std::vector<std::string> found;
    for (const auto &[place, value] : sketch.places) {
        const std::size_t list = place.find("[].");
        if (list == std::string::npos || found.size() >= most)
            continue;
        std::string candidate = place.substr(0, list + 2);
        if (std::ranges::find(found, candidate) == found.end())
            found.push_back(std::move(candidate));
    }
    found.emplace_back(); // one object alone
    return found;
}

/// Of keys that differ only in case the one that most rows have comes first, so that it is taken for what it is called.
void preferUsualCase(CsvSketch &sketch)
{
    const auto filled = [&sketch](std::size_t column) {
        return std::ranges::count_if(sketch.rows, [column](const auto &row) { return !row[column].empty(); });
    };
    std::map<std::string, std::size_t> first; // column of each folded name
    for (std::size_t column = 0; column < sketch.header.size(); ++column) {
        const auto [other, isNew] = first.emplace(folded(sketch.header[column]), column);
        if (isNew || filled(other->second) >= filled(column))
            continue;
        std::swap(sketch.header[other->second], sketch.header[column]);
        for (auto &row : sketch.rows)
            std::swap(row[other->second], row[column]);
    }
}

CsvSketch sketchAt(std::string_view head, const std::string &place, bool isLines)
{
    CsvSketch sketch;
    for (const bool takesRows : {false, true}) {
        const auto source = memorySource({}, std::string(head));
        JsonRecords records(*source, place, isLines);
        JsonRow row = takesRows ? JsonRow(sketch.header) : JsonRow();
        sketch.headerLine = 0;
        for (auto step = records.next(); step && *step != JsonRecords::Step::End; step = records.next()) {
            if (*step != JsonRecords::Step::Object)
                continue;
            if (sketch.headerLine == 0)
                sketch.headerLine = records.line();
            if (!takesRows) {
                row.addColumns(records.object());
                continue;
            }
            row.take(records.object());
            ++sketch.rowCount;
            ++sketch.regularCount;
            if (sketch.rows.size() < mostSampleRows)
                sketch.rows.emplace_back(row.fields().begin(), row.fields().end());
        }
        if (!takesRows)
            sketch.header = row.header();
    }
    preferUsualCase(sketch);
    return sketch;
}

/// Objects as the rows of one pass.
class JsonPass final : public TablePass
{
public:
    JsonPass(ByteSource &source, const JsonShape &shape, ImportSink &sink, std::stop_token stop, Part part)
        : m_watch(source, sink, std::move(stop), part), m_records(source, shape.place, shape.isLines),
          m_row(shape.sketch.header)
    {}

    Result<bool> next(SkipTally *tally) override
    {
        while (true) {
            if (Status watched = m_watch.watch(m_records.bytesRead()); !watched)
                return std::unexpected(watched.error());
            const Result<JsonRecords::Step> step = m_records.next();
            if (!step)
                return std::unexpected(step.error());
            if (*step == JsonRecords::Step::Object) {
                m_row.take(m_records.object());
                return true;
            }
            const bool isOver = *step == JsonRecords::Step::End;
            Status told = !tally ? Status() : isOver ? tellStrangers(*tally) : tellDamage(*tally);
            if (!told)
                return std::unexpected(told.error());
            if (isOver)
                return false;
        }
    }

    std::span<const std::string_view> fields() const override { return m_row.fields(); }
    int line() const override { return m_records.line(); }

private:
    Status tellDamage(SkipTally &tally) const { return tally.add(m_records.line(), m_records.problem().toStdString()); }

    Status tellStrangers(SkipTally &tally) const
    {
        QStringList names;
        for (const std::string &name : m_row.strangers())
            names.append(QString::fromStdString(name));
        if (names.isEmpty())
            return {};
        const QString sentence = QCoreApplication::translate(
            "JsonTable", "These fields come after the first 64 KiB of the file only and are not read: %1.");
        return tally.add(0, sentence.arg(names.join(QStringLiteral(", "))).toStdString());
    }

    PassWatch m_watch;
    JsonRecords m_records;
    JsonRow m_row;
};

} // namespace

std::optional<JsonShape> jsonShapeOf(std::string_view head)
{
    const JsonSketch json = jsonSketchOf(head);
    if (json.places.empty())
        return std::nullopt;
    std::optional<JsonShape> best;
    int likeness = -1; // where nothing looks like a table, the user may know better
    constexpr int sureEnough = 90;
    for (std::string &place : candidatesOf(json)) {
        if (likeness >= sureEnough)
            break;
        CsvSketch sketch = sketchAt(head, place, json.isLines);
        if (sketch.header.size() < 2 || sketch.rows.empty()) // a list of something else
            continue;
        const int own = std::max(likenessToEvents(sketch), likenessToMetrics(sketch));
        if (own <= likeness)
            continue;
        likeness = own;
        best = JsonShape{.place = std::move(place), .isLines = json.isLines, .sketch = std::move(sketch)};
    }
    return best;
}

std::unique_ptr<TablePass> JsonTable::pass(ImportSink &sink, std::stop_token stop, TablePass::Part part)
{
    return std::make_unique<JsonPass>(m_source, m_shape, sink, std::move(stop), part);
}

} // namespace downtimeline
