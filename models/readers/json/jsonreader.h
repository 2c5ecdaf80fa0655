// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonflow.h"
#include "models/readers/json/jsonsketch.h"
#include "models/readers/reader.h"

#include <memory>
#include <vector>

namespace downtimeline {

/// Makes events and the like of the records of one file.
class JsonTaker
{
public:
    virtual ~JsonTaker() = default;

    /// A record that is an object or a list.
    virtual Status take(const JsonRecord &record, JsonFlow &flow) = 0;
    /// A plain value beside the records; place is where, "meta.more".
    virtual void aside(std::string_view place, std::string_view text);
    /// All records were taken.
    virtual Status finish(JsonFlow &flow);

protected:
    JsonTaker() = default;
    JsonTaker(const JsonTaker &) = default;
    JsonTaker &operator=(const JsonTaker &) = default;
};

/// What the readers of exports in JSON share: opening, going record by record, progress, stopping, damages.
class JsonReader : public Reader
{
public:
    int recognises(std::string_view head) const final;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const final;

protected:
    /// Where the records of that file stand, for JsonCutter; empty where the file is none of this format.
    virtual std::vector<std::string> recordPlaces(const JsonSketch &sketch) const = 0;
    virtual std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const = 0;
};

/// The first of the places whose record has all of the names, as the only one.
std::vector<std::string> placeWith(
    const JsonSketch &sketch, std::initializer_list<std::string_view> places,
    std::initializer_list<std::string_view> names);

/// The page of a list ended exactly where such pages end, or said that there is more: told as a skip.
Status tellPage(JsonFlow &flow, int records, bool saysMore, std::initializer_list<int> limits);

} // namespace downtimeline
