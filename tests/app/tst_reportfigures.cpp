// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/reportfigures.h"

#include "models/report/reportpages.h"
#include "tests/models/report/reportfixture.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

TEST(ReportFigures, ACrowdedTimelineHasItsFullWidthOnEveryPaper)
{
    const IncidentPlots plots(longIncident(500), {}, DisplayZone(std::chrono::hours(1), QStringLiteral("GMT+1")));
    for (const PaperSize paper : {PaperSize::A4, PaperSize::Letter, PaperSize::A3, PaperSize::Slides}) {
        const ReportFigures figures(plots, paper, TimelinePaper::Fit);
        ASSERT_EQ(figures.parts().size(), 1U);
        const DisplayList &list = figures.parts().front().list;
        const double height = list.size.height() * figureWidth(paper) / list.size.width();
        EXPECT_LE(height, mostFigureHeight(paper) + 1)
            << "higher, it is painted narrower and its labels are small: paper " << static_cast<int>(paper);
    }
}

} // namespace
} // namespace downtimeline
