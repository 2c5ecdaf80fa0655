// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventcard.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace downtimeline {
namespace {

constexpr int quotedAround = 2;
constexpr std::size_t longestLine = 2000; // bytes; a log's line may be a whole file

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EventCard)
};

QString kindText(const Event &event)
{
    QString name = kindName(event.kind);
    if (event.certainty >= 1)
        return name;
    return Words::tr("%1, %2 % certain").arg(name).arg(std::lround(event.certainty * 100));
}

/// What is not exact, and what was not stated, before the zone is believed.
QString timeText(const Event &event, const EventEntry &entry, const DisplayZone &zone)
{
    if (entry.isUndated())
        return Words::tr("No time is known");
    if (entry.has(EventEntry::DayOnly))
        return Words::tr("%1, only the day is known").arg(dayText(entry.at, zone));
    QString text = rangeText({entry.at, entry.end}, zone);
    if (entry.has(EventEntry::HourOnly))
        text = Words::tr("%1, only the hour is known").arg(text);
    else if (entry.has(EventEntry::Approximate))
        text = Words::tr("About %1").arg(text);
    if (event.time.zoneOrigin == ZoneOrigin::Unstated)
        text = Words::tr("%1 (zone not stated)").arg(text);
    return text;
}

QString zoneOrigin(const WrittenTime &time)
{
    switch (time.zoneOrigin) {
    case ZoneOrigin::Unstated:
        return Words::tr("no zone is stated");
    case ZoneOrigin::Line:
        return Words::tr("zone beside the time");
    case ZoneOrigin::Header:
        return Words::tr("zone from its table or section");
    case ZoneOrigin::Document:
        return Words::tr("zone from elsewhere in the document");
    case ZoneOrigin::User:
        return Words::tr("zone as answered by you");
    case ZoneOrigin::Assumed:
        return Words::tr("zone by definition of the format");
    }
    return {};
}

QString asRead(const WrittenTime &time)
{
    if (time.text.empty())
        return {};
    QString text = QStringLiteral("“%1”").arg(QString::fromStdString(time.text).simplified());
    text += QStringLiteral(" · ") + zoneOrigin(time);
    if (!time.zone.empty())
        text += QStringLiteral(" (%1)").arg(QString::fromStdString(time.zone).simplified());
    return text;
}

QString lengthText(const EventEntry &entry)
{
    if (!entry.isSpan())
        return {};
    const QString length = durationText(entry.end - entry.at);
    return entry.has(EventEntry::DerivedEnd) ? Words::tr("%1, up to the event that ends it").arg(length) : length;
}

QString instantText(const EventEntry &entry)
{
    if (entry.isUndated())
        return {};
    const DisplayZone utc;
    const CivilTime civil = civilTime(entry.at, utc);
    return QStringLiteral("%1-%2-%3 %4 UTC")
        .arg(civil.year, 4, 10, QLatin1Char('0'))
        .arg(civil.month, 2, 10, QLatin1Char('0'))
        .arg(civil.day, 2, 10, QLatin1Char('0'))
        .arg(clockText(entry.at, utc, true));
}

QString sourceText(const Event &event, const Source *source)
{
    if (!source)
        return {};
    const QString name = QString::fromStdString(source->name);
    return event.line > 0 ? Words::tr("%1, line %2").arg(name).arg(event.line) : name;
}

QString lineText(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    line = line.substr(0, longestLine);
    return QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
}

} // namespace

std::vector<QuotedLine> linesAround(std::string_view utf8, int line, int around)
{
    std::vector<QuotedLine> quoted;
    int number = 1;
    for (std::size_t begin = 0; line > 0 && begin <= utf8.size() && number <= line + around; ++number) {
        const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
        const bool isBehindLast = begin == utf8.size() && begin > 0; // a text ends with a line break
        if (number >= line - around && !isBehindLast)
            quoted.push_back({number, lineText(utf8.substr(begin, end - begin)), number == line});
        begin = end + 1;
    }
    const bool hasLine = std::ranges::any_of(quoted, &QuotedLine::isEvents);
    return hasLine ? quoted : std::vector<QuotedLine>{};
}

EventCard eventCard(const Event &event, const EventEntry &entry, const Source *source, const DisplayZone &zone)
{
    const bool hasText = source && source->text;
    return {
        .event = event.id,
        .kind = event.kind,
        .title = QString::fromStdString(event.title),
        .kindText = kindText(event),
        .time = timeText(event, entry, zone),
        .length = lengthText(entry),
        .timeAsRead = asRead(event.time),
        .instantText = instantText(entry),
        .sourceText = sourceText(event, source),
        .lines = hasText ? linesAround(*source->text, event.line, quotedAround) : std::vector<QuotedLine>{},
        .actor = QString::fromStdString(event.actor),
        .service = QString::fromStdString(event.service),
        .detail = QString::fromStdString(event.detail),
        .note = QString::fromStdString(event.note),
        .isStarred = event.starred,
        .isHidden = event.hidden};
}

} // namespace downtimeline
