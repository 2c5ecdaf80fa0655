// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/draft/importbatch.h"
#include "models/readers/postmortem/postmortemreader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace downtimeline {

inline ImportBatch readAll(std::string text)
{
    BatchSink sink;
    const auto source = memorySource("outage.txt", std::move(text));
    const Status status = PostmortemReader().read(*source, {}, sink, {});
    EXPECT_TRUE(status) << (status ? "" : status.error().message.toStdString());
    return sink.take();
}

inline ReadIncident readOne(std::string text)
{
    ImportBatch batch = readAll(std::move(text));
    EXPECT_EQ(batch.incidents.size(), 1U);
    return batch.incidents.empty() ? ReadIncident{} : batch.incidents.front();
}

/// "2024-01-16T10:15:00+01:00 rollback Rollback begins", one an event.
inline std::vector<std::string> told(const ReadIncident &incident)
{
    std::vector<std::string> rows;
    for (const Event &event : incident.events)
        rows.push_back(isoText(event.time) + " " + event.title);
    return rows;
}

inline std::vector<std::string> kinds(const ReadIncident &incident)
{
    std::vector<std::string> keys;
    for (const Event &event : incident.events)
        keys.emplace_back(kindKey(event.kind));
    return keys;
}

inline std::string wholeFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline const Finding *findingOf(const ReadIncident &incident, std::string_view rule)
{
    const auto found = std::ranges::find(incident.findings, rule, &Finding::rule);
    return found == incident.findings.end() ? nullptr : &*found;
}

inline bool asks(const ReadIncident &incident, Question::About about)
{
    return std::ranges::find(incident.questions, about, &Question::about) != incident.questions.end();
}

} // namespace downtimeline
