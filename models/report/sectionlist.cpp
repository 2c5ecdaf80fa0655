// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/sectionlist.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

struct Named
{
    ReportSection section;
    std::string_view key;
    const char *name;
};

constexpr auto named = std::to_array<Named>({
    {ReportSection::Measures, "measures", QT_TRANSLATE_NOOP("Report", "Measures")},
    {ReportSection::Summary, "summary", QT_TRANSLATE_NOOP("Report", "Summary and impact")},
    {ReportSection::Timeline, "timeline", QT_TRANSLATE_NOOP("Report", "Timeline")},
    {ReportSection::Charts, "charts", QT_TRANSLATE_NOOP("Report", "Charts")},
    {ReportSection::Events, "events", QT_TRANSLATE_NOOP("Report", "Events")},
    {ReportSection::Cause, "cause", QT_TRANSLATE_NOOP("Report", "Root cause and resolution")},
    {ReportSection::Actions, "actions", QT_TRANSLATE_NOOP("Report", "Follow-up actions")},
    {ReportSection::Findings, "findings", QT_TRANSLATE_NOOP("Report", "Findings to settle")},
    {ReportSection::Definitions, "definitions", QT_TRANSLATE_NOOP("Report", "How the times are measured")},
    {ReportSection::Sources, "sources", QT_TRANSLATE_NOOP("Report", "Sources")},
    {ReportSection::Appendix, "appendix", QT_TRANSLATE_NOOP("Report", "Text of the sources")},
});

const Named &entryOf(ReportSection section)
{
    return *std::ranges::find(named, section, &Named::section);
}

} // namespace

std::span<const ReportSection> allReportSections()
{
    static const auto all = [] {
        std::array<ReportSection, named.size()> sections{};
        std::ranges::transform(named, sections.begin(), &Named::section);
        return sections;
    }();
    return all;
}

std::string_view sectionKey(ReportSection section)
{
    return entryOf(section).key;
}

std::optional<ReportSection> sectionOfKey(QStringView key)
{
    for (const Named &entry : named) {
        const QLatin1String own(entry.key.data(), static_cast<qsizetype>(entry.key.size()));
        if (key.compare(own, Qt::CaseInsensitive) == 0)
            return entry.section;
    }
    return std::nullopt;
}

QString sectionName(ReportSection section)
{
    return QCoreApplication::translate("Report", entryOf(section).name);
}

} // namespace downtimeline
