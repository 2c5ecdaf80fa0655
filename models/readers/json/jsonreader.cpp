// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/json/jsonreader.h"

#include "models/readers/json/jsoncutter.h"
#include "models/readers/skiptally.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("JsonReader", text);
}

/// Goes through one file.
class Pass
{
public:
    Pass(JsonCutter &cutter, JsonTaker &taker, JsonFlow &flow) : m_cutter(cutter), m_taker(taker), m_flow(flow) {}

    Status take(JsonCutter::Step step)
    {
        if (step == JsonCutter::Step::Damage)
            return tellDamage();
        if (step == JsonCutter::Step::Aside) {
            m_taker.aside(m_cutter.place(), m_cutter.text());
            return {};
        }
        return takeRecord();
    }

    int records() const { return m_records; }
    const QString &damage() const { return m_damage; }

private:
    Status tellDamage()
    {
        m_damage = translated("%1 (line %2)").arg(m_cutter.problem()).arg(m_cutter.line());
        return m_flow.skip(m_cutter.line(), m_cutter.problem());
    }

    Status takeRecord()
    {
        JsonValue value;
        auto problem = parse(m_cutter.text(), value);
        if (problem == simdjson::UTF8_ERROR) {
            m_clean = cleanText(m_cutter.text());
            problem = parse(m_clean, value);
        }
        if (problem != simdjson::SUCCESS) {
            const QString words = QString::fromUtf8(simdjson::error_message(problem));
            return m_flow.skip(
                m_cutter.line(), translated("The record that begins here is damaged and left out: %1").arg(words));
        }
        if (!value.is_object() && !value.is_array())
            return m_flow.skip(m_cutter.line(), translated("A record that is a bare value is left out."));
        ++m_records;
        return m_taker.take({.value = value, .place = m_cutter.place(), .line = m_cutter.line()}, m_flow);
    }

    simdjson::error_code parse(std::string_view text, JsonValue &value)
    {
        return m_parser.parse(text.data(), text.size(), true).get(value);
    }

    JsonCutter &m_cutter;
    JsonTaker &m_taker;
    JsonFlow &m_flow;
    simdjson::dom::parser m_parser{JsonCutter::longestPiece + 64};
    std::string m_clean;
    QString m_damage;
    int m_records = 0;
};

std::unexpected<Error> notRead(const ByteSource &source, const QString &damage)
{
    const QString name = QString::fromStdString(cleanText(source.name()));
    if (damage.isEmpty())
        return failure(
            Error::Code::NotRecognised, translated("\"%1\" has no record of this format; nothing was read.").arg(name));
    return failure(Error::Code::Parse, translated("\"%1\" cannot be read. %2").arg(name, damage));
}

} // namespace

void JsonTaker::aside(std::string_view /*place*/, std::string_view /*text*/) {}

Status JsonTaker::finish(JsonFlow & /*flow*/)
{
    return {};
}

int JsonReader::recognises(std::string_view head) const
{
    const JsonSketch sketch = jsonSketchOf(utf8Head(head));
    // The names of a format tell it also where the first bytes are damaged: what stands before the damage is kept.
    return recordPlaces(sketch).empty() ? 0 : sketch.isJson ? 95 : 90;
}

Status
JsonReader::read(ByteSource &source, const ReadOptions & /*options*/, ImportSink &sink, std::stop_token stop) const
{
    const auto text = utf8Source(source);
    const Result<std::string> head = headOf(*text);
    if (!head)
        return std::unexpected(head.error());
    const JsonSketch sketch = jsonSketchOf(*head);
    std::vector<std::string> places = recordPlaces(sketch);
    if (places.empty())
        places = {sketch.has("[]") ? "[]" : ""};
    SkipTally tally(sink);
    JsonFlow flow(sink, tally);
    const auto taken = taker(sketch);
    JsonCutter cutter(*text, std::move(places), sketch.isLines);
    Pass pass(cutter, *taken, flow);
    std::int64_t watched = -1;
    Result<JsonCutter::Step> step = cutter.next();
    for (; step && *step != JsonCutter::Step::End; step = cutter.next()) {
        if (Status done = pass.take(*step); !done)
            return done;
        if (std::exchange(watched, cutter.bytesRead()) == cutter.bytesRead())
            continue;
        if (stop.stop_requested())
            return failure(
                Error::Code::Cancelled,
                translated("Reading \"%1\" was stopped.").arg(QString::fromStdString(source.name())));
        sink.progress(cutter.bytesRead());
    }
    if (!step)
        return std::unexpected(step.error());
    if (pass.records() == 0 && (!pass.damage().isEmpty() || !sketch.isJson))
        return notRead(source, pass.damage());
    if (Status done = taken->finish(flow); !done)
        return done;
    return flow.finish();
}

std::vector<std::string> placeWith(
    const JsonSketch &sketch, std::initializer_list<std::string_view> places,
    std::initializer_list<std::string_view> names)
{
    const auto found =
        std::ranges::find_if(places, [&](std::string_view place) { return sketch.hasAll(place, names); });
    if (found == places.end())
        return {};
    return {std::string(*found)};
}

Status tellPage(JsonFlow &flow, int records, bool saysMore, std::initializer_list<int> limits)
{
    if (!saysMore && std::ranges::find(limits, records) == limits.end())
        return {};
    return flow.skip(
        0,
        saysMore
            ? translated("The file is one page of a longer list: %1 records; export the other pages too.").arg(records)
            : translated("The list ends after exactly %1 records, as a page does; there may be more.").arg(records));
}

} // namespace downtimeline
