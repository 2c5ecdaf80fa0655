// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/incidenttext.h"
#include "tests/models/report/founding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text(const WholeIncident &incident)
{
    std::ostringstream out;
    writeIncidentText(out, incident, {});
    return out.str();
}

TEST(IncidentText, TheFoundingMeasuresStandWithTheirEnds)
{
    const std::string shown = text(foundingIncident());
    EXPECT_THAT(
        shown,
        HasSubstr("Time to recover       22 min      10:00 Servers stop answering -> 10:22 All traffic is back"));
    EXPECT_THAT(shown, HasSubstr("51 % of the error budget"));
}

TEST(IncidentText, AMeasureWithoutItsEndIsNotKnown)
{
    WholeIncident whole = foundingIncident();
    std::erase_if(whole.events, [](const Event &event) { return event.kind == EventKind::Acknowledgement; });
    EXPECT_THAT(text(whole), HasSubstr("Time to acknowledge   not known"));
}

TEST(IncidentText, AnUnstatedZoneIsSaid)
{
    WholeIncident whole = foundingIncident();
    EXPECT_THAT(text(whole), Not(HasSubstr("zone not stated")));
    whole.incident.offset.reset();
    EXPECT_THAT(text(whole), HasSubstr("zone not stated"));
}

TEST(IncidentText, ForeignTextCannotSteerTheTerminal)
{
    WholeIncident whole = foundingIncident();
    whole.incident.title = "\x1b[2Jgone \xE2\x80\xAE olleh";
    const std::string shown = text(whole);
    EXPECT_EQ(shown.find('\x1b'), std::string::npos);
    EXPECT_EQ(shown.find("\xE2\x80\xAE"), std::string::npos);
    EXPECT_THAT(shown, HasSubstr("[2Jgone"));
}

TEST(IncidentText, AStatedDurationIsExplained)
{
    EXPECT_THAT(
        text(foundingIncident()), HasSubstr("Explained: \"37 th minute\", line 11: from first event to recovery"));
}

} // namespace
} // namespace downtimeline
