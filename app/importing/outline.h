// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/reading.h"
#include "models/domain/wholeincident.h"
#include "models/report/derivedends.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string_view>
#include <utility>
#include <vector>

namespace downtimeline {

/// An incident of a file of any length: everything but its events, of which the index has no texts.
struct IncidentOutline
{
    WholeIncident whole; ///< no events; samples are counted, and held only in the program's own format
    EventIndex index;
    EventEnds ends;
    std::size_t eventCount = 0;
};

/// Told of each event in the order of the file: of which incident it is, and its place there, both from 0.
using EventVisitor = std::function<void(std::size_t incident, std::size_t place, const Event &event)>;

/// A file that is read without holding its events: once for the outline, and again whenever somebody wants to see each.
class OutlinedFile
{
public:
    static Result<OutlinedFile> read(const ReadRequest &request, std::stop_token stop = {});

    std::string_view format() const { return m_file.reader->key(); }
    const std::vector<IncidentOutline> &incidents() const { return m_incidents; }
    const std::vector<Skip> &skipped() const { return m_skipped; }
    bool isIllustrative() const { return m_illustrative; }
    bool isRemembered() const { return m_file.isRemembered; }

    /// Reads the file again. A file that changed meanwhile is an Io failure.
    Status forEachEvent(const EventVisitor &visit, std::stop_token stop = {});

private:
    OutlinedFile(OpenedFile file, ReadRequest request) : m_file(std::move(file)), m_request(std::move(request)) {}

    OpenedFile m_file;
    ReadRequest m_request;
    std::vector<IncidentOutline> m_incidents;
    std::vector<Skip> m_skipped;
    bool m_illustrative = false;
};

} // namespace downtimeline
