// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/sampleflow.h"

#include "models/readers/skiptally.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::size_t batchSize = 4096;

QString translated(const char *text)
{
    return QCoreApplication::translate("SampleFlow", text);
}

} // namespace

Status SampleFlow::add(Sample sample, ImportSink &sink)
{
    if (!m_rises) {
        m_waiting.push_back(sample);
        return {};
    }
    if (!m_waiting.empty() && m_waiting.back().at == sample.at) {
        ++m_doubled;
        m_waiting.back() = sample;
        return {};
    }
    m_waiting.push_back(sample);
    // The last one waits for the next: it may be of the same instant.
    return m_waiting.size() > batchSize ? handOn(batchSize, sink) : Status();
}

Status SampleFlow::handOn(std::size_t count, ImportSink &sink)
{
    if (!m_handle) {
        const Result<ImportSink::SeriesHandle> handle = sink.series(m_series);
        if (!handle)
            return std::unexpected(handle.error());
        m_handle = *handle;
    }
    for (std::size_t at = 0; at < count; at += batchSize) {
        const std::size_t length = std::min(batchSize, count - at);
        if (Status taken = sink.samples(*m_handle, std::span<const Sample>(m_waiting.data() + at, length)); !taken)
            return taken;
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
    return {};
}

void SampleFlow::sort()
{
    std::ranges::stable_sort(m_waiting, {}, &Sample::at);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_waiting.size(); ++i) {
        if (kept > 0 && m_waiting[kept - 1].at == m_waiting[i].at) {
            ++m_doubled;
            m_waiting[kept - 1] = m_waiting[i];
        } else {
            m_waiting[kept++] = m_waiting[i];
        }
    }
    m_waiting.resize(kept);
}

Status SampleFlow::finish(ImportSink &sink, SkipTally &tally)
{
    if (!m_rises && !std::ranges::is_sorted(m_waiting, {}, &Sample::at)) {
        const QString reason = translated("The samples of \"%1\" are not in order of time; they were sorted.");
        if (Status told = tally.add(0, reason.arg(QString::fromStdString(m_series.name)).toStdString()); !told)
            return told;
    }
    if (!m_rises)
        sort();
    if (!m_waiting.empty()) {
        if (Status handed = handOn(m_waiting.size(), sink); !handed)
            return handed;
    }
    if (m_doubled == 0)
        return {};
    const QString reason =
        translated("%1 samples of \"%2\" are of an instant that a later row tells again; the later value was kept.");
    return tally.add(0, reason.arg(m_doubled).arg(QString::fromStdString(m_series.name)).toStdString());
}

} // namespace downtimeline
