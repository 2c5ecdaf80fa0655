// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemactions.h"

#include "models/documents/textscan.h"
#include "models/documents/writtentimes.h"

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::size_t longestText = 2000;

/// The columns of a table of actions.
struct ActionColumns
{
    std::size_t text = std::string::npos;
    std::size_t owner = std::string::npos;
    std::size_t due = std::string::npos;
    std::size_t state = std::string::npos;
};

bool says(std::string_view text, std::initializer_list<std::string_view> words)
{
    if (text.empty())
        return false;
    const std::string plain = " " + folded(text) + " ";
    return std::ranges::any_of(words, [&plain](std::string_view word) {
        return plain.find(" " + std::string(word) + " ") != std::string::npos;
    });
}

std::optional<ActionColumns> actionColumns(const std::vector<std::string> &cells)
{
    ActionColumns columns;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (says(cells[i], {"owner", "assignee", "assigned", "who", "responsible", "assigned to"}))
            columns.owner = i;
        else if (says(cells[i], {"due", "deadline", "target", "completed", "date", "when"}))
            columns.due = i;
        else if (says(cells[i], {"status", "state", "bug", "done"}))
            columns.state = i;
        else if (
            says(cells[i], {"action", "actions", "task", "item", "measure", "description", "what"}) && columns.text > i)
            columns.text = i;
    }
    return columns.text < cells.size() ? std::optional(columns) : std::nullopt;
}

/// "Done", but not "not done" nor "to be done".
bool isDone(std::string_view text)
{
    if (says(text, {"not", "to be", "won t", "never", "until"}))
        return false;
    return says(text, {"done", "completed", "fixed", "closed"}) || text.find("\u2705") != std::string_view::npos;
}

/// An ISO date where the words have one with a year, or with the document's; else the words.
std::string dueOf(std::string_view words, int year)
{
    for (const FoundTime &found : timesIn(words)) {
        WrittenTime time = found.time;
        if (!time.month)
            continue;
        if (!time.year && year > 0)
            time.year = year;
        time.clock.reset();
        time.precision = Precision::Day;
        if (time.hasDate())
            return isoText(time);
    }
    while (words.ends_with('.'))
        words.remove_suffix(1);
    return std::string(trimmed(words));
}

class ActionWalk
{
public:
    explicit ActionWalk(int year) : m_year(year) {}

    void read(const SectionedLine &placed);
    std::vector<Action> take() { return std::move(m_actions); }

private:
    void readRow(const DocumentLine &line, Section section);
    bool readLabel(const SectionedLine &placed);
    void readText(const SectionedLine &placed);
    void add(std::string_view text, int line);

    int m_year;
    std::vector<Action> m_actions;
    std::optional<ActionColumns> m_columns;
    LineRole m_before = LineRole::Blank;
    std::size_t m_beforeLength = 0;
};

void ActionWalk::add(std::string_view text, int line)
{
    Action action;
    if (text.starts_with("[x]") || text.starts_with("[X]") || text.starts_with("[ ]")) {
        action.state = text[1] == ' ' ? Action::State::Open : Action::State::Done;
        text = trimmed(text.substr(3));
    }
    if (text.ends_with("(Done)") || text.ends_with("(done)"))
        action.state = Action::State::Done;
    for (const std::string_view mark : {"(owner:", "(Owner:"}) {
        const std::size_t at = text.find(mark);
        const std::size_t end = at == std::string_view::npos ? at : text.find(')', at);
        if (end == std::string_view::npos)
            continue;
        action.owner = std::string(trimmed(text.substr(at + mark.size(), end - at - mark.size())));
        text = trimmed(text.substr(0, at));
    }
    if (text.empty())
        return;
    action.text = std::string(text.substr(0, longestText));
    action.line = line;
    m_actions.push_back(std::move(action));
}

void ActionWalk::readRow(const DocumentLine &line, Section section)
{
    const auto &cells = line.cells;
    if (const auto header = actionColumns(cells); header && (!m_columns || header->owner < cells.size())) {
        m_columns = header->owner < cells.size() || section == Section::Actions ? header : std::nullopt;
        return;
    }
    if (!m_columns || m_columns->text >= cells.size() || cells[m_columns->text].empty() || cells[0] == "---")
        return;
    add(cells[m_columns->text], line.number);
    Action &action = m_actions.back();
    if (m_columns->owner < cells.size())
        action.owner = cells[m_columns->owner];
    if (m_columns->due < cells.size()) {
        action.due = dueOf(cells[m_columns->due], m_year);
        action.state = isDone(cells[m_columns->due]) ? Action::State::Done : action.state;
    }
    if (m_columns->state < cells.size() && isDone(cells[m_columns->state]))
        action.state = Action::State::Done;
}

/// "Deadline: ..." and "Owner: ..." belong to the action above; "Task: ..." is one.
bool ActionWalk::readLabel(const SectionedLine &placed)
{
    if (placed.label.empty())
        return false;
    const std::string label = folded(placed.label);
    const std::string_view text = placed.line->text;
    const std::string_view body = trimmed(text.substr(text.find(':') + 1));
    if (label == "deadline" || label == "due" || label == "due date" || label == "target date") {
        if (!m_actions.empty())
            m_actions.back().due = dueOf(body, m_year);
        return true;
    }
    if (label == "owner" || label == "assignee" || label == "responsible" || label == "assigned to") {
        if (!m_actions.empty())
            m_actions.back().owner = std::string(body);
        return true;
    }
    if (label != "task" || body.empty())
        return false;
    add(body, placed.line->number);
    return true;
}

void ActionWalk::readText(const SectionedLine &placed)
{
    const DocumentLine &line = *placed.line;
    const std::string_view text = placed.body.empty() ? std::string_view(line.text) : placed.body;
    if (text.ends_with(':') || readLabel(placed))
        return;
    const bool isWrapped = line.role == LineRole::Text && !m_actions.empty() &&
                           (m_before == LineRole::Item || (m_before == LineRole::Text && m_beforeLength > 60)) &&
                           !m_actions.back().text.ends_with('.');
    if (isWrapped && m_actions.back().text.size() < longestText)
        m_actions.back().text += " " + std::string(text);
    else if (wordCount(text) > 1)
        add(text, line.number);
}

void ActionWalk::read(const SectionedLine &placed)
{
    const DocumentLine &line = *placed.line;
    if (line.role == LineRole::Row && placed.section != Section::Timeline) {
        readRow(line, placed.section);
    } else {
        if (line.role != LineRole::Row)
            m_columns.reset();
        const bool isText = line.role == LineRole::Text || line.role == LineRole::Item;
        if (placed.section == Section::Actions && !placed.isTitle && isText)
            readText(placed);
    }
    m_before = placed.isTitle ? LineRole::Heading : line.role;
    m_beforeLength = line.text.size();
}

} // namespace

std::vector<Action> documentActions(const std::vector<SectionedLine> &lines, int year)
{
    ActionWalk walk(year);
    for (const SectionedLine &placed : lines)
        walk.read(placed);
    return walk.take();
}

} // namespace downtimeline
