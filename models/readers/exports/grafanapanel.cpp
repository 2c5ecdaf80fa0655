// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/grafanapanel.h"

#include "models/readers/tables/anycsvreader.h"
#include "models/readers/tables/csvsketch.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

/// Grafana puts every header into quotes and leaves the times without: "Time","p95"; its older form has a series a row.
bool isOfGrafana(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    if (head.starts_with("sep=")) // "Download for Excel"
        head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
    const std::size_t end = head.find('\n');
    const std::string_view header = trimmed(head.substr(0, end));
    if (header == "Series;Time;Value" || header == "\"Series\";\"Time\";\"Value\"")
        return true;
    const bool isQuoted =
        header.size() > 7 && header.starts_with("\"Time\"") && header[7] == '"' && header.back() == '"';
    const std::string_view rows = end == std::string_view::npos ? std::string_view() : trimmed(head.substr(end));
    return isQuoted && !rows.empty() && rows.front() >= '0' && rows.front() <= '9';
}

} // namespace

QString GrafanaPanelReader::name() const
{
    return QCoreApplication::translate("GrafanaPanelReader", "a panel of Grafana (CSV)");
}

int GrafanaPanelReader::recognises(std::string_view head) const
{
    constexpr int sureEnough = 70; // of the table of metrics: a time that is named, and numbers
    return isOfGrafana(utf8Head(head)) && AnyCsvReader(TableSort::Metrics).recognises(head) >= sureEnough ? 92 : 0;
}

Status
GrafanaPanelReader::read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const
{
    return AnyCsvReader(TableSort::Metrics).read(source, options, sink, std::move(stop));
}

} // namespace downtimeline
