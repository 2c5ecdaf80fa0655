// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/calendarexport.h"
#include "tests/models/report/reportfixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QRegularExpression>

#include <algorithm>
#include <sstream>

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using namespace Qt::StringLiterals;

WholeIncident withIds()
{
    WholeIncident whole = editedFounding();
    whole.incident.uuid = QUuid(u"{0f8fad5b-d9cb-469f-a165-70867728950e}"_s);
    whole.actions[0].uuid = QUuid(u"{7c9e6679-7425-40de-944b-e07fc1f90ae7}"_s);
    whole.actions[0].due = "2024-02-01";
    whole.actions.push_back({.text = "Page earlier", .owner = "Ada", .due = "next week", .state = Action::State::Done});
    return whole;
}

std::string calendar(const WholeIncident &whole)
{
    std::ostringstream out;
    EXPECT_TRUE(writeCalendar(out, whole));
    return out.str();
}

/// The lines as they were before they were folded.
std::vector<std::string> unfolded(std::string text)
{
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", from)) {
        lines.push_back(text.substr(from, end - from));
        from = end + 2;
    }
    EXPECT_EQ(from, text.size()) << "the last line has its end too";
    return lines;
}

/// What stands behind that name, in order.
std::vector<std::string> values(const std::string &text, const std::string &name)
{
    std::vector<std::string> found;
    for (const std::string &line : unfolded(text)) {
        if (line.starts_with(name + ":"))
            found.push_back(line.substr(name.size() + 1));
    }
    return found;
}

TEST(Calendar, TheImpactIsAnAppointmentInUtc)
{
    const std::string text = calendar(withIds());
    EXPECT_THAT(values(text, "DTSTART"), ElementsAre("20240116T090000Z"));
    EXPECT_THAT(values(text, "DTEND"), ElementsAre("20240116T092200Z"));
    EXPECT_THAT(
        values(text, "SUMMARY"), ElementsAre("SEV1: Servers down after an upgrade", "Test first", "Page earlier"));
}

TEST(Calendar, ActionsAreTasksWithTheirDay)
{
    const std::string text = calendar(withIds());
    EXPECT_THAT(values(text, "DUE;VALUE=DATE"), ElementsAre("20240201"));
    EXPECT_THAT(values(text, "STATUS"), ElementsAre("NEEDS-ACTION", "COMPLETED"));
    EXPECT_THAT(text, HasSubstr("DESCRIPTION:Owner: Ada\\nDue: next week\r\n")) << "what is no date stays words";
}

TEST(Calendar, IdsComeFromTheIncidentAndStampsNotFromTheClock)
{
    const std::string text = calendar(withIds());
    EXPECT_EQ(values(text, "UID")[0], "0f8fad5b-d9cb-469f-a165-70867728950e@downtimeline");
    EXPECT_EQ(values(text, "UID")[1], "7c9e6679-7425-40de-944b-e07fc1f90ae7@downtimeline");
    EXPECT_THAT(values(text, "RELATED-TO"), testing::Each("0f8fad5b-d9cb-469f-a165-70867728950e@downtimeline"));
    EXPECT_THAT(values(text, "DTSTAMP"), testing::Each("20240116T092200Z"));
    EXPECT_EQ(calendar(withIds()), text);
}

TEST(Calendar, ReadingsWithoutIdsGetOnesThatStay)
{
    WholeIncident whole = editedFounding();
    whole.actions.push_back({.text = "Page earlier"});
    const std::vector<std::string> ids = values(calendar(whole), "UID");
    ASSERT_EQ(ids.size(), 3U);
    EXPECT_EQ(values(calendar(whole), "UID"), ids);
    EXPECT_NE(ids[0], ids[1]);
    EXPECT_NE(ids[1], ids[2]);
}

/// RFC 5545, 3.1 and 3.6: order, ends of lines, pairs of BEGIN and END, what must be there.
TEST(Calendar, KeepsTheRulesOfTheFormat)
{
    WholeIncident whole = withIds();
    for (int i = 0; i < 40; ++i)
        whole.incident.summary += "Überall war Stille, 静かな夜; \\ und \"mehr\".\n";
    const std::string text = calendar(whole);
    const std::vector<std::string> lines = unfolded(text);
    EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    EXPECT_EQ(values(text, "VERSION").size(), 1U);
    EXPECT_EQ(values(text, "PRODID").size(), 1U);
    EXPECT_EQ(values(text, "DTSTAMP").size(), 3U);
    std::vector<std::string> open;
    static const QRegularExpression property(u"^[A-Z-]+(;[A-Z]+=[A-Z-]+)*:"_s);
    for (const std::string &line : lines) {
        EXPECT_TRUE(property.match(QString::fromStdString(line)).hasMatch()) << line;
        if (line.starts_with("BEGIN:"))
            open.push_back(line.substr(6));
        if (line.starts_with("END:")) {
            ASSERT_FALSE(open.empty());
            EXPECT_EQ(open.back(), line.substr(4));
            open.pop_back();
        }
        EXPECT_TRUE(std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; })) << line;
    }
    EXPECT_TRUE(open.empty());
    std::size_t from = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
        const std::string line = text.substr(from, end - from);
        EXPECT_EQ(line.back(), '\r');
        EXPECT_LE(line.size() - 1, 75U) << line;
        EXPECT_FALSE(QString::fromStdString(line).contains(QChar::ReplacementCharacter))
            << "cut in a character: " << line;
        from = end + 1;
    }
}

TEST(CalendarLine, IsFoldedBeforeTheSeventySixthOctetAndNotInACharacter)
{
    EXPECT_EQ(calendarLine(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
    EXPECT_EQ(calendarLine(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
    EXPECT_EQ(
        calendarLine(std::string(150, 'a')), std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
    const std::string wide = std::string(74, 'a') + "\u00e9";
    EXPECT_EQ(calendarLine(wide), std::string(74, 'a') + "\r\n \u00e9\r\n");
}

TEST(CalendarText, EscapesWhatTheFormatReads)
{
    EXPECT_EQ(calendarText("a\\b;c,d"), "a\\\\b\\;c\\,d");
    EXPECT_EQ(calendarText("one\ntwo\r\nthree\rfour"), "one\\ntwo\\nthree\\nfour");
    EXPECT_EQ(calendarText("BEGIN:VEVENT"), "BEGIN:VEVENT") << "no line of its own: harmless";
    EXPECT_THAT(calendarText("a\x01z\u202Eb"), Not(HasSubstr("\u202E")));
}

TEST(Calendar, ATextCannotBeginAnotherPart)
{
    WholeIncident whole = withIds();
    whole.actions[0].text = "x\r\nEND:VTODO\r\nBEGIN:VALARM\r\nACTION:PROCEDURE";
    whole.incident.title = "t\nATTACH:file:///etc/passwd";
    for (const std::string &line : unfolded(calendar(whole))) {
        EXPECT_FALSE(line.starts_with("BEGIN:VALARM"));
        EXPECT_FALSE(line.starts_with("ATTACH"));
    }
}

TEST(Calendar, AMomentHasNoEndAndAPartOfASecondCounts)
{
    WholeIncident whole;
    whole.events.push_back(foundingEvent(10, 0, EventKind::Note, Progress::Unstated, "A moment"));
    EXPECT_TRUE(values(calendar(whole), "DTEND").empty());
    whole.events.push_back(foundingEvent(10, 1, EventKind::Note, Progress::Unstated, "Another"));
    *whole.events.back().at += std::chrono::milliseconds(250);
    EXPECT_THAT(values(calendar(whole), "DTEND"), ElementsAre("20240116T090101Z"));
}

TEST(Calendar, AZoneThatNobodyStatedIsSaid)
{
    WholeIncident whole = withIds();
    EXPECT_THAT(calendar(whole), Not(HasSubstr("not stated")));
    whole.events[0].time.zoneOrigin = ZoneOrigin::Unstated;
    EXPECT_THAT(values(calendar(whole), "DESCRIPTION")[0], HasSubstr("zone of the times is not stated"));
}

TEST(Calendar, WithoutTimesThereAreTheTasksAndWithoutThoseASentence)
{
    WholeIncident whole;
    whole.actions.push_back({.text = "Test first"});
    const std::string text = calendar(whole);
    EXPECT_THAT(text, HasSubstr("BEGIN:VTODO"));
    EXPECT_THAT(text, Not(HasSubstr("VEVENT")));
    std::ostringstream out;
    const Status empty = writeCalendar(out, WholeIncident{});
    ASSERT_FALSE(empty);
    EXPECT_THAT(empty.error().message.toStdString(), HasSubstr("would be empty"));
    EXPECT_TRUE(out.str().empty());
}

} // namespace
} // namespace downtimeline
