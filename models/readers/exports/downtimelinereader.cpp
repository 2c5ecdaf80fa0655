// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/downtimelinereader.h"

#include "models/readers/exports/ownrecords.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace downtimeline {
namespace {

constexpr std::string_view several = "incidents[].";
constexpr auto parts = std::to_array<std::string_view>(
    {"incident", "persons[]", "events[]", "series[]", "samples[]", "actions[]", "findings[]", "explained[]",
     "skipped[]"});

/// A series that was handed on, and how far its samples go.
struct OpenSeries
{
    ImportSink::SeriesHandle handle = 0;
    std::optional<Instant> last;
};

/// [UTC microseconds, value]
std::optional<Sample> sampleOf(JsonValue pair)
{
    constexpr std::int64_t latest = 253'402'300'799'999'999; // of the year 9999
    simdjson::dom::array both;
    std::int64_t at = 0;
    double value = 0;
    if (pair.get_array().get(both) != simdjson::SUCCESS || both.size() != 2 ||
        both.at(0).get_int64().get(at) != simdjson::SUCCESS || both.at(1).get_double().get(value) != simdjson::SUCCESS)
        return std::nullopt;
    if (at < -latest || at > latest || !std::isfinite(value))
        return std::nullopt;
    return Sample{.at = instantFromMicroseconds(at), .value = value};
}

class DowntimelineTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        std::string_view part = record.place;
        const bool isOfSeveral = part.starts_with(several);
        part.remove_prefix(isOfSeveral ? several.size() : 0);
        const JsonValue &value = record.value;
        if (part == "incident")
            return takeIncident(value, isOfSeveral, flow);
        if (part == "events[]")
            return takeEvent(record, flow);
        if (part == "series[]")
            return takeSeries(value, flow);
        if (part == "samples[]")
            return takeSamples(record, flow);
        if (part == "persons[]")
            return flow.sink().person(ownPerson(value));
        if (part == "actions[]")
            return flow.sink().action(ownAction(value));
        if (part == "findings[]")
            return flow.sink().finding(ownFinding(value));
        if (part == "explained[]")
            return flow.sink().explained(ownExplained(value));
        const std::string reason = textAt(value, "reason"); // of what an earlier reading left out
        if (part == "skipped[]" && !reason.empty())
            return flow.skip(ownLine(value), QString::fromStdString(reason));
        return flow.skip(
            record.line, QCoreApplication::translate("DowntimelineReader", "The record is none of Downtimeline's."));
    }

private:
    /// An empty object: a reading that knew of no incident.
    Status takeIncident(JsonValue value, bool isOfSeveral, JsonFlow &flow)
    {
        m_series.clear();
        simdjson::dom::object members;
        const bool isEmpty = value.get_object().get(members) != simdjson::SUCCESS || members.size() == 0;
        return isEmpty && !isOfSeveral ? Status() : flow.incident(ownIncident(value));
    }

    static Status takeEvent(const JsonRecord &record, JsonFlow &flow)
    {
        Event event = ownEvent(record.value);
        const bool hasTime = event.at || event.time.clock || event.time.day;
        if (!hasTime)
            event.line = record.line; // for the skip that it becomes
        return flow.event(std::move(event));
    }

    Status takeSeries(JsonValue value, JsonFlow &flow)
    {
        if (isTrueAt(value, "stated")) {
            for (const TrafficClaim &claim : ownClaims(value)) {
                if (Status told = flow.sink().trafficClaim(claim); !told)
                    return told;
            }
            return {};
        }
        const Result<ImportSink::SeriesHandle> handle = flow.sink().series(ownSeries(value));
        if (!handle)
            return std::unexpected(handle.error());
        m_series.push_back({.handle = *handle, .last = std::nullopt});
        return {};
    }

    Status takeSamples(const JsonRecord &record, JsonFlow &flow)
    {
        const std::int64_t number = wholeAt(record.value, "series").value_or(-1);
        if (number < 0 || number >= static_cast<std::int64_t>(m_series.size()))
            return flow.skip(
                record.line,
                QCoreApplication::translate("DowntimelineReader", "These samples belong to no series of the file."));
        OpenSeries &series = m_series[static_cast<std::size_t>(number)];
        std::vector<Sample> samples;
        std::size_t left = 0;
        for (const JsonValue pair : elementsAt(record.value, "points")) {
            const std::optional<Sample> sample = sampleOf(pair);
            if (!sample || (series.last && sample->at <= *series.last)) {
                ++left;
                continue;
            }
            series.last = sample->at;
            samples.push_back(*sample);
        }
        if (left > 0) {
            const QString sentence = QCoreApplication::translate(
                "DowntimelineReader", "%1 samples are no numbers or not in the order of time; they are left out.");
            if (Status told = flow.skip(record.line, sentence.arg(left)); !told)
                return told;
        }
        return samples.empty() ? Status() : flow.sink().samples(series.handle, samples);
    }

    std::vector<OpenSeries> m_series; ///< of the present incident, in the order of the file
};

} // namespace

QString DowntimelineReader::name() const
{
    return QCoreApplication::translate("DowntimelineReader", "an incident of Downtimeline (JSON)");
}

std::vector<std::string> DowntimelineReader::recordPlaces(const JsonSketch &sketch) const
{
    for (const std::string_view parent : {std::string_view("incidents[]"), std::string_view()}) {
        if (!sketch.hasAll(parent, {"format", "incident", "events"}))
            continue;
        std::vector<std::string> places;
        for (const std::string_view part : parts)
            places.push_back((parent.empty() ? std::string() : std::string(several)).append(part));
        return places;
    }
    return {};
}

std::unique_ptr<JsonTaker> DowntimelineReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<DowntimelineTaker>();
}

} // namespace downtimeline
