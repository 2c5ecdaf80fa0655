// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wholeincident.h"
#include "models/readers/importsink.h"

#include <functional>
#include <vector>

namespace downtimeline {

using ReadSeries = WholeSeries;
using ReadIncident = WholeIncident;

/// A small file, read whole.
struct ImportBatch
{
    std::vector<ReadIncident> incidents; ///< more than one only where the file tells of several
    std::vector<Skip> skipped;
    bool illustrative = false;

    bool isEmpty() const { return incidents.empty(); }
    bool operator==(const ImportBatch &) const = default;
};

/// Collects a reading into an ImportBatch.
class BatchSink final : public ImportSink
{
public:
    /// told: of the bytes read so far; may be empty.
    explicit BatchSink(std::function<void(std::int64_t)> told = {}) : m_told(std::move(told)) {}

    Status incident(const Incident &incident) override;
    Status events(std::span<const Event> events) override;
    Result<SeriesHandle> series(const Series &series) override;
    Status samples(SeriesHandle series, std::span<const Sample> samples) override;
    Status trafficClaim(const TrafficClaim &claim) override;
    Status action(const Action &action) override;
    Status finding(const Finding &finding) override;
    Status explained(const Explained &explained) override;
    Status person(const Person &person) override;
    Status question(const Question &question) override;
    Status skipped(const Skip &skip) override;
    Status illustrative() override;
    void progress(std::int64_t bytes) override;

    const ImportBatch &batch() const { return m_batch; }
    ImportBatch take() { return std::move(m_batch); }

private:
    struct Place
    {
        std::size_t incident;
        std::size_t series;
    };

    ReadIncident &current();

    std::function<void(std::int64_t)> m_told;
    ImportBatch m_batch;
    std::vector<Place> m_series;
};

} // namespace downtimeline
