// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/eventjson.h"

#include "models/report/jsonwords.h"

#include <array>
#include <string_view>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view precisionKey(Precision precision)
{
    constexpr std::array<std::string_view, 5> keys{"exact", "approximate", "hour", "day", "unknown"};
    return keys[static_cast<std::size_t>(precision)];
}

/// The word for how a thing came to be; none for the first, which is the usual one.
template<std::size_t count, typename Enum>
void putOrigin(QJsonObject &object, const QString &name, const std::array<std::string_view, count> &words, Enum origin)
{
    putText(object, name, words[static_cast<std::size_t>(origin)]);
}

/// What "at" alone does not tell, so that the event can be read back as it was.
void putTimeDetails(QJsonObject &object, const Event &event)
{
    static constexpr std::array<std::string_view, 6> zoneOrigins{"", "line", "header", "document", "user", "assumed"};
    const WrittenTime &time = event.time;
    putText(object, u"zoneText"_s, time.zone);
    putOrigin(object, u"zoneFrom"_s, zoneOrigins, time.zoneOrigin);
    const bool tellsOffset = time.precision == Precision::Exact || time.precision == Precision::Approximate;
    if (time.offset && !(tellsOffset && time.clock && time.hasDate()))
        object.insert(u"utcOffset"_s, jsonText(offsetText(*time.offset)));
    if (event.at && (!tellsOffset || event.at != instantOf(time)))
        object.insert(
            u"instant"_s, jsonText(isoText(writtenTimeOf(*event.at, std::chrono::seconds(0), ZoneOrigin::Assumed))));
}

/// Where an end comes from: the event's own LengthOrigin, or "event" where another event gives it.
std::string_view endKey(const Event &event)
{
    if (!event.length)
        return "event";
    switch (event.lengthOrigin) {
    case LengthOrigin::Written:
        return "written";
    case LengthOrigin::User:
        return "user";
    case LengthOrigin::None:
    case LengthOrigin::Record:
        break;
    }
    return "record";
}

/// `derived`: from another event; an own end outweighs it.
void putUntil(QJsonObject &object, const Event &event, std::optional<Instant> derived)
{
    const std::optional<Instant> until = event.at && event.length ? std::optional(*event.at + *event.length) : derived;
    if (!until)
        return;
    object.insert(u"until"_s, jsonText(isoText(writtenTimeOf(*until, event.time.offset, event.time.zoneOrigin))));
    object.insert(u"untilFrom"_s, jsonText(endKey(event)));
}

} // namespace

QJsonObject eventObject(const Event &event, std::optional<Instant> until)
{
    static constexpr std::array<std::string_view, 4> progresses{"", "begins", "completes", "fails"};
    QJsonObject object;
    putUuid(object, event.uuid);
    object.insert(u"at"_s, jsonTextOrNull(isoText(event.time)));
    object.insert(u"atText"_s, jsonText(event.time.text));
    object.insert(u"precision"_s, jsonText(precisionKey(event.time.precision)));
    putTimeDetails(object, event);
    putUntil(object, event, until);
    putOrigin(object, u"progress"_s, progresses, event.progress);
    object.insert(u"kind"_s, jsonText(kindKey(event.kind)));
    object.insert(u"title"_s, jsonText(event.title));
    object.insert(u"detail"_s, jsonText(event.detail));
    putText(object, u"actor"_s, event.actor);
    putText(object, u"service"_s, event.service);
    putText(object, u"recordId"_s, event.recordId);
    putText(object, u"note"_s, event.note);
    if (event.starred)
        object.insert(u"starred"_s, true);
    if (event.hidden)
        object.insert(u"hidden"_s, true);
    if (event.line > 0)
        object.insert(u"line"_s, event.line);
    object.insert(u"certainty"_s, event.certainty);
    return object;
}

} // namespace downtimeline
