// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/rowtable.h"

#include "models/readers/skiptally.h"
#include "models/readers/tables/metriccolumns.h"
#include "models/readers/tables/metricrows.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

std::unexpected<Error> noValues(const ByteSource &source)
{
    return failure(
        Error::Code::NotRecognised,
        QCoreApplication::translate(
            "MetricTable", "\"%1\" has no column of times beside columns of numbers; a table of metrics needs both, "
                           "and a header such as \"time,p95_ms\".")
            .arg(QString::fromStdString(source.name())));
}

/// The first pass: do the times rise, and what do they tell of the order of day and month?
Status lookOver(TablePass &pass, RiseCheck &check)
{
    Result<bool> row = pass.next(nullptr);
    for (; row && *row; row = pass.next(nullptr))
        check.look(pass.fields());
    return row ? Status() : Status(std::unexpected(row.error()));
}

Status readRows(TablePass &pass, MetricRows &rows, SkipTally &tally)
{
    Result<bool> row = pass.next(&tally);
    for (; row && *row; row = pass.next(&tally)) {
        if (Status taken = rows.take(pass.fields(), pass.line()); !taken)
            return taken;
    }
    return row ? rows.finish() : Status(std::unexpected(row.error()));
}

Status tellUnread(const CsvSketch &sketch, const MetricColumns &columns, SkipTally &tally)
{
    QStringList names;
    for (const int column : columns.unread) {
        if (names.size() < 20)
            names.append(QString::fromStdString(cleanText(sketch.header[static_cast<std::size_t>(column)])));
    }
    if (names.isEmpty())
        return {};
    const QString reason =
        QCoreApplication::translate("MetricTable", "These columns hold no numbers and are not read: %1.")
            .arg(names.join(QStringLiteral(", ")));
    return tally.add(sketch.headerLine, reason.toStdString());
}

/// What the table leaves open about its numbers.
Status askOfNumbers(const CsvSketch &sketch, const MetricColumns &columns, ImportSink &sink)
{
    const auto ask = [&sink, &sketch](const QString &message) {
        return sink.question(
            {.about = Question::About::Columns, .message = message.toStdString(), .line = sketch.headerLine});
    };
    if (!columns.openNumber.empty() && !columns.isMarkChosen && sketch.separator != ',') {
        const QString message = QCoreApplication::translate(
            "MetricTable",
            "Is the comma in \"%1\" a decimal mark, or does it part thousands? No row at the start of the "
            "file tells; it is read as %2.");
        const QString mark = columns.decimalMark == ','
                                 ? QCoreApplication::translate("MetricTable", "a decimal mark")
                                 : QCoreApplication::translate("MetricTable", "a mark of thousands");
        if (Status asked = ask(message.arg(QString::fromStdString(cleanText(columns.openNumber)), mark)); !asked)
            return asked;
    }
    for (const ValueColumn &value : columns.values) {
        if (columns.isLong() || value.series.measure != Measure::ResponseTime || !value.series.unit.empty())
            continue;
        const QString message = QCoreApplication::translate(
            "MetricTable", "In which unit is \"%1\"? Neither its header nor its values tell.");
        return ask(message.arg(QString::fromStdString(value.series.name)));
    }
    return {};
}

CsvClock clockOf(const CsvSketch &sketch, const MetricColumns &columns, const ReadOptions &options)
{
    CsvClock clock;
    clock.setAnswer(options.zone);
    clock.takeComments(sketch.comments);
    const auto cells = sketch.column(static_cast<std::size_t>(columns.date < 0 ? columns.time : columns.date));
    clock.setOrder(columns.order != DateOrder::Unknown ? columns.order : orderOfCells(cells));
    return clock;
}

} // namespace

int likenessToMetrics(const CsvSketch &sketch)
{
    if (sketch.rows.empty())
        return 0;
    const MetricColumns columns = metricColumnsOf(sketch, {}, {});
    if (columns.time < 0 || columns.values.empty())
        return 0;
    if (columns.hasText)
        return 30;
    return columns.isTimeNamed ? 90 : sketch.hasHeader ? 70 : 50;
}

Status readMetricTable(RowTable &table, const ReadOptions &options, ImportSink &sink, std::stop_token stop)
{
    const CsvSketch &sketch = table.sketch();
    const MetricColumns columns = metricColumnsOf(sketch, options, table.source().name());
    if (columns.time < 0 || columns.values.empty())
        return noValues(table.source());
    CsvClock clock = clockOf(sketch, columns, options);
    RiseCheck check(sketch, columns, clock);
    if (Status looked = lookOver(*table.pass(sink, stop, TablePass::Part::First), check); !looked)
        return looked;
    clock.setOrder(check.order());
    if (Status again = table.source().rewind(); !again)
        return again;
    if (isSaidIllustrative(sketch)) {
        if (Status told = sink.illustrative(); !told)
            return told;
    }
    SkipTally tally(sink);
    if (Status told = tellUnread(sketch, columns, tally); !told)
        return told;
    MetricRows rows(sketch, columns, clock, sink, tally);
    rows.setRises(check.rises());
    if (Status read = readRows(*table.pass(sink, std::move(stop), TablePass::Part::Second), rows, tally); !read)
        return read;
    if (Status asked = clock.ask(sink); !asked)
        return asked;
    if (Status asked = askOfNumbers(sketch, columns, sink); !asked)
        return asked;
    return tally.finish();
}

} // namespace downtimeline
