// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/prometheusreader.h"

#include "models/readers/tables/metricnames.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace downtimeline {
namespace {

/// As Prometheus writes it: up{instance="a",job="node"}.
std::string nameOf(JsonValue record)
{
    std::string name = textAt(record, "metric.__name__");
    std::string labels;
    simdjson::dom::object metric;
    if (record.at_key("metric").get_object().get(metric) != simdjson::SUCCESS)
        return name;
    for (const auto [key, value] : metric) {
        if (key == "__name__")
            continue;
        labels += labels.empty() ? "" : ",";
        labels += cleanText(key) + "=\"" + textOf(value) + "\"";
    }
    if (!labels.empty())
        name += "{" + labels + "}";
    return name.empty() ? "{}" : name;
}

/// [seconds, "value"]; none for what is no number, as "NaN" and "+Inf".
std::optional<Sample> sampleOf(JsonValue pair)
{
    constexpr double latest = 253'402'300'799; // the year 9999
    simdjson::dom::array parts;
    if (pair.get_array().get(parts) != simdjson::SUCCESS || parts.size() != 2)
        return std::nullopt;
    double seconds = 0;
    if (parts.at(0).get_double().get(seconds) != simdjson::SUCCESS || !(seconds > 0 && seconds < latest))
        return std::nullopt;
    const std::string text = textOf(parts.at(1).value_unsafe());
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return Sample{.at = instantFromMicroseconds(std::llround(seconds * 1e6)), .value = value};
}

class PrometheusTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        std::vector<Sample> samples;
        std::size_t gaps = 0;
        const auto add = [&](JsonValue pair) {
            const std::optional<Sample> sample = sampleOf(pair);
            if (sample)
                samples.push_back(*sample);
            else
                ++gaps;
        };
        for (const JsonValue pair : elementsAt(record.value, "values"))
            add(pair);
        if (const std::optional<JsonValue> pair = valueAt(record.value, "value"))
            add(*pair);
        // Points come in the order of time; where somebody joined answers, an instant that comes twice counts once.
        std::ranges::stable_sort(samples, {}, &Sample::at);
        const auto [twice, last] = std::ranges::unique(samples, {}, &Sample::at);
        gaps += static_cast<std::size_t>(last - twice);
        samples.erase(twice, last);
        const std::string name = nameOf(record.value);
        if (gaps > 0) {
            const QString sentence = QCoreApplication::translate(
                "PrometheusReader",
                "%1 points of the series have no number, as \"NaN\", or come twice; they are left out.");
            if (Status told = flow.skip(record.line, sentence.arg(gaps)); !told)
                return told;
        }
        return samples.empty() ? Status() : hand(name, textAt(record.value, "metric.__name__"), samples, flow);
    }

private:
    static Status
    hand(const std::string &name, const std::string &metric, std::span<const Sample> samples, JsonFlow &flow)
    {
        Series series = seriesOfHeader(metric);
        series.name = name;
        const Result<ImportSink::SeriesHandle> handle = flow.sink().series(series);
        if (!handle)
            return std::unexpected(handle.error());
        constexpr std::size_t batch = 4096;
        for (std::size_t at = 0; at < samples.size(); at += batch) {
            const auto part = samples.subspan(at, std::min(batch, samples.size() - at));
            if (Status handed = flow.sink().samples(*handle, part); !handed)
                return handed;
        }
        return {};
    }
};

} // namespace

QString PrometheusReader::name() const
{
    return QCoreApplication::translate("PrometheusReader", "an answer of Prometheus");
}

std::vector<std::string> PrometheusReader::recordPlaces(const JsonSketch &sketch) const
{
    auto places = placeWith(sketch, {"data.result[]", "result[]", "[]"}, {"metric", "values"});
    return places.empty() ? placeWith(sketch, {"data.result[]", "result[]", "[]"}, {"metric", "value"}) : places;
}

std::unique_ptr<JsonTaker> PrometheusReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<PrometheusTaker>();
}

} // namespace downtimeline
