// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/columnchoice.h"

#include "models/readers/tables/csvsketch.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace downtimeline {
namespace {

constexpr std::size_t longestUnit = 16;
constexpr std::size_t longestShown = 60;

constexpr auto fields = std::to_array<ColumnField>({
    {"time", true, true, true, QT_TRANSLATE_NOOP("ColumnField", "Time"),
     QT_TRANSLATE_NOOP("ColumnField", "when it happened, or a clock beside a column of dates")},
    {"date", true, true, true, QT_TRANSLATE_NOOP("ColumnField", "Date"),
     QT_TRANSLATE_NOOP("ColumnField", "the day of a clock in another column")},
    {"zone", true, true, true, QT_TRANSLATE_NOOP("ColumnField", "Zone"),
     QT_TRANSLATE_NOOP("ColumnField", "the zone or offset of the time")},
    {"end", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "End"),
     QT_TRANSLATE_NOOP("ColumnField", "when it ended")},
    {"duration", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Duration"),
     QT_TRANSLATE_NOOP("ColumnField", "how long it took")},
    {"kind", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Kind"),
     QT_TRANSLATE_NOOP("ColumnField", "alert, deploy, recovery and so on")},
    {"title", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Title"),
     QT_TRANSLATE_NOOP("ColumnField", "what happened")},
    {"detail", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Detail"),
     QT_TRANSLATE_NOOP("ColumnField", "more about it")},
    {"service", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Service"),
     QT_TRANSLATE_NOOP("ColumnField", "the service, host or component")},
    {"actor", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Actor"),
     QT_TRANSLATE_NOOP("ColumnField", "who did it")},
    {"id", true, false, true, QT_TRANSLATE_NOOP("ColumnField", "Record id"),
     QT_TRANSLATE_NOOP("ColumnField", "by which a second import knows the row again")},
    {"name", false, true, true, QT_TRANSLATE_NOOP("ColumnField", "Name of the series"),
     QT_TRANSLATE_NOOP("ColumnField", "of the series, where each row holds one value")},
    {"value", false, true, false, QT_TRANSLATE_NOOP("ColumnField", "Values"),
     QT_TRANSLATE_NOOP("ColumnField", "a series; with a measure and a unit: value:responseTime:ms")},
    {"unit", false, true, true, QT_TRANSLATE_NOOP("ColumnField", "Unit"),
     QT_TRANSLATE_NOOP("ColumnField", "the unit of the value in the row")},
    {"ignore", true, true, false, QT_TRANSLATE_NOOP("ColumnField", "Not read"),
     QT_TRANSLATE_NOOP("ColumnField", "nothing that is read")},
});

constexpr std::array measures{Measure::Traffic, Measure::ResponseTime, Measure::ErrorRate, Measure::Other};

QString tr(const char *text)
{
    return QCoreApplication::translate("ColumnChoice", text);
}

QString shown(std::string_view text)
{
    return QString::fromStdString(cleanText(text.substr(0, longestShown)));
}

std::optional<Measure> measureOfKey(std::string_view key)
{
    const auto found = std::ranges::find(measures, key, measureKey);
    return found == measures.end() ? std::nullopt : std::optional(*found);
}

/// The next part up to a colon.
std::string_view takePart(std::string_view &text)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view part = text.substr(0, colon);
    text.remove_prefix(std::min(colon + 1, text.size()));
    return part;
}

bool takeOrder(std::string_view word, ColumnChoice &choice)
{
    choice.order = word == "dayfirst"     ? DateOrder::DayFirst
                   : word == "monthfirst" ? DateOrder::MonthFirst
                                          : DateOrder::Unknown;
    return choice.order != DateOrder::Unknown;
}

bool takeOfValues(std::string_view word, ColumnChoice &choice)
{
    if (const auto measure = measureOfKey(word)) {
        choice.measure = measure;
    } else if (word == "comma" || word == "point") {
        choice.decimalMark = word == "comma" ? ',' : '.';
    } else {
        const bool isUnit = choice.unit.empty() && !word.empty() && word.size() <= longestUnit && isCleanText(word) &&
                            trimmed(word) == word;
        if (isUnit)
            choice.unit = word;
        return isUnit;
    }
    return true;
}

} // namespace

std::span<const ColumnField> columnFields()
{
    return fields;
}

const ColumnField *columnFieldOf(std::string_view key)
{
    const auto found = std::ranges::find(fields, key, &ColumnField::key);
    return found == fields.end() ? nullptr : &*found;
}

QStringList columnFieldKeys(TableSort sort)
{
    QStringList keys;
    for (const ColumnField &field : fields) {
        if (field.isOf(sort))
            keys << QString::fromLatin1(field.key.data(), static_cast<qsizetype>(field.key.size()));
    }
    return keys;
}

Result<ColumnChoice> columnChoiceOf(std::string_view text, TableSort sort)
{
    ColumnChoice choice;
    std::string_view rest = text;
    choice.field = takePart(rest);
    const ColumnField *field = columnFieldOf(choice.field);
    if (!field || !field->isOf(sort)) {
        const bool isOfEvents = sort == TableSort::Events;
        QString sentence = isOfEvents ? tr("\"%1\" is no field of a table of events; choose one of %2.")
                                      : tr("\"%1\" is no field of a table of metrics; choose one of %2.");
        sentence = sentence.arg(shown(choice.field), columnFieldKeys(sort).join(QStringLiteral(", ")));
        if (field)
            sentence += isOfEvents ? tr(" Read as metrics it would be one.") : tr(" Read as events it would be one.");
        return failure(Error::Code::Usage, sentence);
    }
    while (!rest.empty()) {
        const std::string_view word = takePart(rest);
        const bool isTime = choice.field == "time" || choice.field == "date";
        const bool isValue = choice.field == "value";
        if (isTime ? takeOrder(word, choice) : isValue && takeOfValues(word, choice))
            continue;
        const QString sentence =
            isTime    ? tr("\"%1\": behind %2 stands dayfirst or monthfirst.")
            : isValue ? tr("\"%1\": behind %2 stand traffic, responseTime, errorRate or other, then a unit of at most "
                           "16 letters, then comma or point.")
                      : tr("\"%1\": behind %2 stands nothing.");
        return failure(Error::Code::Usage, sentence.arg(shown(text), shown(choice.field)));
    }
    return choice;
}

std::string textOf(const ColumnChoice &choice)
{
    std::string text = choice.field;
    if (choice.order != DateOrder::Unknown)
        text += choice.order == DateOrder::DayFirst ? ":dayfirst" : ":monthfirst";
    if (choice.measure)
        text.append(":").append(measureKey(*choice.measure));
    if (!choice.unit.empty())
        text += ":" + choice.unit;
    if (choice.decimalMark != 0)
        text += choice.decimalMark == ',' ? ":comma" : ":point";
    return text;
}

} // namespace downtimeline
