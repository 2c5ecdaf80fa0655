// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemsections.h"

#include "models/documents/textscan.h"
#include "models/documents/writtentimes.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace downtimeline {
namespace {

using namespace textscan;

/// In order: the first words that stand in a title decide.
constexpr std::array<std::pair<std::string_view, Section>, 58> titleWords{{
    {"timeline", Section::Timeline},
    {"key events", Section::Timeline},
    {"chronolog", Section::Timeline},
    {"sequence of events", Section::Timeline},
    {"event log", Section::Timeline},
    {"incident log", Section::Timeline},
    {"context", Section::Timeline},
    {"updates", Section::Timeline},
    {"action", Section::Actions},
    {"prevent", Section::Actions},
    {"corrective", Section::Actions},
    {"follow up", Section::Actions},
    {"next steps", Section::Actions},
    {"tasks", Section::Actions},
    {"to do", Section::Actions},
    {"todo", Section::Actions},
    {"remediation", Section::Actions},
    {"improvements", Section::Actions},
    {"recommendations", Section::Actions},
    {"summary of issues", Section::Summary},
    {"impact", Section::Impact},
    {"lesson", Section::Lessons},
    {"went well", Section::Lessons},
    {"went wrong", Section::Lessons},
    {"went poorly", Section::Lessons},
    {"got lucky", Section::Lessons},
    {"could be improved", Section::Lessons},
    {"root cause", Section::RootCause},
    {"main cause", Section::RootCause},
    {"causes", Section::RootCause},
    {"contributing", Section::RootCause},
    {"why it happened", Section::RootCause},
    {"trigger", Section::RootCause},
    {"what happened", Section::Summary},
    {"summary", Section::Summary},
    {"overview", Section::Summary},
    {"tl dr", Section::Summary},
    {"tldr", Section::Summary},
    {"abstract", Section::Summary},
    {"introduction", Section::Summary},
    {"resolution", Section::Resolution},
    {"recovery", Section::Resolution},
    {"fix", Section::Resolution},
    {"detection", Section::Detection},
    {"identified", Section::Detection},
    {"appendix", Section::Appendix},
    {"attendees", Section::Appendix},
    {"participants", Section::Appendix},
    {"responders", Section::Appendix},
    {"supporting", Section::Appendix},
    {"references", Section::Appendix},
    {"chat log", Section::Appendix},
    {"glossary", Section::Appendix},
    {"conclusion", Section::Lessons},
    {"background", Section::Summary},
    {"affected", Section::Other},
    {"debugging process", Section::Timeline},
    {"history", Section::Timeline},
}};

/// Words that a title on a line of its own may hold besides the deciding ones.
constexpr std::string_view titleFillers =
    " issue issues incident the of and a an main rc root cause causes analysis timeline events event summary impact "
    "resolution "
    "recovery measures measure preventive preventative corrective actions action items item lessons learned detection "
    "executive user business duration prevention contributing factors key post mortem postmortem steps next follow up "
    "tasks to do improvements fixes what happened went well wrong context review background overview outage ";

bool isFillerOnly(const std::string &folded)
{
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        const std::string word = " " + folded.substr(begin, end - begin) + " ";
        if (titleFillers.find(word) == std::string_view::npos)
            return false;
        begin = end + 1;
    }
    return !folded.empty();
}

/// Whether the words stand in the folded text where a word begins.
bool hasWordsAtStart(std::string_view plain, std::string_view words)
{
    std::size_t pos = plain.find(words);
    while (pos != std::string_view::npos && pos > 0 && plain[pos - 1] != ' ')
        pos = plain.find(words, pos + 1);
    return pos != std::string_view::npos;
}

std::string withoutBrackets(std::string_view text)
{
    const std::size_t open = text.find('(');
    return std::string(open == std::string_view::npos ? text : trimmed(text.substr(0, open)));
}

/// The part that a line of its own names: it holds little else, or ends with a colon.
Section sectionOfPlainTitle(std::string_view text, bool isWrapped = false)
{
    const bool hasColon = text.ends_with(':') && !isWrapped;
    const std::string bare = withoutBrackets(text);
    const std::string plain = folded(bare);
    if (plain.empty() || wordCount(bare) > 7 || bare.ends_with('.') || bare.ends_with(','))
        return Section::Other;
    if (!isFillerOnly(plain) && !(hasColon && wordCount(bare) <= 5))
        return Section::Other;
    return sectionOfTitle(plain);
}

struct Label
{
    std::string_view name;
    std::string_view body;
};

Label labelOf(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > 60 || colon == 0 || wordCount(text.substr(0, colon)) > 5)
        return {{}, text};
    const bool isClock = isDigit(text[colon - 1]) && isDigit(at(text, colon + 1));
    if (isClock || text.substr(colon, 3) == "://" || isDigit(text[0]))
        return {{}, text};
    return {trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
}

bool beginsWithTime(std::string_view text)
{
    const std::size_t pos = at(text, 0) == '[' || at(text, 0) == '(' ? 1 : 0;
    return timeAt(text, pos, {.order = DayOrder::Unknown, .dotClocks = true}).has_value();
}

/// Goes down the lines and keeps the part that they stand in.
class SectionWalk
{
public:
    SectionedLine place(const DocumentLine &line)
    {
        SectionedLine placed{.line = &line, .section = m_section, .isTitle = false, .body = line.text, .label = {}};
        if (line.role == LineRole::Heading)
            placeHeading(line, placed);
        else if (line.role == LineRole::Text || line.role == LineRole::Item)
            placeText(line, placed);
        m_before = line.role;
        placed.section = m_section;
        return placed;
    }

private:
    void enter(Section section, int level, SectionedLine &placed)
    {
        m_section = section;
        m_level = level;
        placed.isTitle = true;
    }

    void placeHeading(const DocumentLine &line, SectionedLine &placed);
    void placeText(const DocumentLine &line, SectionedLine &placed);

    Section m_section = Section::None;
    int m_level = 0;
    LineRole m_before = LineRole::Blank;
    bool m_isByLabel = false; ///< a bold label began this part, so the next one ends it
};

constexpr int plainTitleLevel = 10;

void SectionWalk::placeHeading(const DocumentLine &line, SectionedLine &placed)
{
    if (m_section == Section::Timeline && beginsWithTime(line.text))
        return;
    const Section section = sectionOfTitle(line.text);
    const bool isDocumentTitle =
        m_section == Section::None && line.level == 1 && wordCount(line.text) > 3 && section != Section::Timeline;
    const bool isDeeper = m_level > 0 && m_level < line.level && m_section != Section::None;
    const bool staysInTimeline = m_section == Section::Timeline && isDeeper && section != Section::RootCause;
    const bool staysInLessons = (m_section == Section::Actions || m_section == Section::Appendix) && isDeeper;
    m_isByLabel = false;
    if (isDocumentTitle || staysInTimeline || (staysInLessons && section != Section::Timeline))
        return;
    if (section != Section::Other)
        enter(section, line.level, placed);
    else if (m_section != Section::None && !isDeeper)
        enter(Section::Other, line.level, placed);
}

void SectionWalk::placeText(const DocumentLine &line, SectionedLine &placed)
{
    const std::string_view text = line.text;
    const bool isWrapped = m_before == LineRole::Text && line.role == LineRole::Text;
    const Section plain = sectionOfPlainTitle(text, isWrapped);
    const bool isInAppendix = m_section == Section::Appendix && m_level < plainTitleLevel;
    if (plain != Section::Other && !isInAppendix) {
        enter(plain, std::max(m_level < plainTitleLevel && m_level > 0 ? m_level : plainTitleLevel, 1), placed);
        m_isByLabel = line.startsBold;
        placed.body = {};
        return;
    }
    const Label label = labelOf(text);
    if (label.name.empty())
        return;
    placed.label = label.name;
    const bool isListed =
        m_section == Section::Timeline || m_section == Section::Actions || m_section == Section::Lessons;
    if (isListed && !line.startsBold)
        return;
    const Section named = sectionOfPlainTitle(label.name);
    if (named != Section::Other && !label.body.empty()) {
        enter(named, plainTitleLevel, placed);
        placed.isTitle = false;
        placed.body = label.body;
        m_isByLabel = true;
    } else if (m_isByLabel && line.startsBold && line.indent == 0 && !beginsWithTime(text)) {
        enter(Section::Other, plainTitleLevel, placed);
        placed.isTitle = false;
    }
}

} // namespace

Section sectionOfTitle(std::string_view title)
{
    const std::string plain = folded(title);
    for (const auto &[words, section] : titleWords) {
        if (hasWordsAtStart(plain, words))
            return section;
    }
    return Section::Other;
}

std::vector<SectionedLine> sectioned(const std::vector<DocumentLine> &lines)
{
    SectionWalk walk;
    std::vector<SectionedLine> all;
    all.reserve(lines.size());
    for (const DocumentLine &line : lines)
        all.push_back(walk.place(line));
    return all;
}

} // namespace downtimeline
