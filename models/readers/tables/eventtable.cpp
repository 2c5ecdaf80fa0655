// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/rowtable.h"

#include "models/readers/skiptally.h"
#include "models/readers/tables/csvclock.h"
#include "models/readers/tables/csvpass.h"
#include "models/readers/tables/eventcolumns.h"
#include "models/readers/tables/eventrows.h"
#include "models/readers/tables/metriccolumns.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

/// The first pass, over the column of times alone: does any date tell the order of day and month?
Result<DateOrder> orderToldByFile(RowTable &table, int column, ImportSink &sink, const std::stop_token &stop)
{
    const auto pass = table.pass(sink, stop, TablePass::Part::First);
    DateOrder order = DateOrder::Unknown;
    Result<bool> row = pass->next(nullptr);
    for (; row && *row && order == DateOrder::Unknown; row = pass->next(nullptr))
        order = orderToldBy(cellAt(pass->fields(), column));
    if (!row)
        return std::unexpected(row.error());
    if (Status again = table.source().rewind(); !again)
        return std::unexpected(again.error());
    return order;
}

Status tellUnread(const CsvSketch &sketch, const EventColumns &columns, SkipTally &tally)
{
    QStringList names;
    for (const int column : columns.unread) {
        const std::string &header = sketch.header[static_cast<std::size_t>(column)];
        if (!trimmed(header).empty() && names.size() < 20)
            names.append(QString::fromStdString(cleanText(header)));
    }
    if (names.isEmpty())
        return {};
    const QString reason = QCoreApplication::translate("EventTable", "These columns are not read: %1.")
                               .arg(names.join(QStringLiteral(", ")));
    return tally.add(sketch.headerLine, reason.toStdString());
}

std::unexpected<Error> noTimes(const ByteSource &source)
{
    return failure(
        Error::Code::NotRecognised,
        QCoreApplication::translate(
            "EventTable", "\"%1\" has no column of times; a table of events needs one, and a header such as "
                          "\"time,kind,title\".")
            .arg(QString::fromStdString(source.name())));
}

} // namespace

int likenessToEvents(const CsvSketch &sketch)
{
    const EventColumns columns = eventColumnsOf(sketch, {});
    if (!columns.has(EventField::Time) || !columns.has(EventField::Title) || isLongMetricTable(sketch))
        return 0;
    if (sketch.rows.empty() || !sketch.hasHeader)
        return 40;
    return columns.isTimeNamed && columns.isTitleNamed ? 90 : 60;
}

Status readEventTable(RowTable &table, const ReadOptions &options, ImportSink &sink, std::stop_token stop)
{
    const CsvSketch &sketch = table.sketch();
    const EventColumns columns = eventColumnsOf(sketch, options);
    if (!columns.has(EventField::Time))
        return noTimes(table.source());
    CsvClock clock;
    clock.takeComments(sketch.comments);
    const int dates = columns.of(columns.has(EventField::Date) ? EventField::Date : EventField::Time);
    const auto cells = sketch.column(static_cast<std::size_t>(dates));
    clock.setOrder(columns.order != DateOrder::Unknown ? columns.order : orderOfCells(cells));
    TablePass::Part part = TablePass::Part::Only;
    if (clock.order() == DateOrder::Unknown && hasUndecidedOrder(cells)) {
        const auto order = orderToldByFile(table, dates, sink, stop);
        if (!order)
            return std::unexpected(order.error());
        clock.setOrder(*order);
        part = TablePass::Part::Second;
    }
    if (isSaidIllustrative(sketch)) {
        if (Status told = sink.illustrative(); !told)
            return told;
    }
    SkipTally tally(sink);
    if (Status told = tellUnread(sketch, columns, tally); !told)
        return told;
    EventRows rows(sketch, columns, clock, sink, tally);
    const auto pass = table.pass(sink, std::move(stop), part);
    Result<bool> row = pass->next(&tally);
    for (; row && *row; row = pass->next(&tally)) {
        if (Status taken = rows.take(pass->fields(), pass->line()); !taken)
            return taken;
    }
    if (!row)
        return std::unexpected(row.error());
    if (Status handed = rows.finish(); !handed)
        return handed;
    if (Status asked = clock.ask(sink); !asked)
        return asked;
    return tally.finish();
}

} // namespace downtimeline
