// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/eventlikeness.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

constexpr Duration sameKindWithin = 60s;
constexpr Duration sameWordsWithin = 24h;

QString folded(const std::string &title)
{
    return QString::fromStdString(title).toCaseFolded().simplified();
}

/// The events that stand, by time and by words; each is given away once.
class Standing
{
public:
    explicit Standing(std::span<const StandingEvent> events) : m_taken(events.size())
    {
        for (const StandingEvent &event : events)
            m_events.push_back(&event);
        std::ranges::stable_sort(m_events, {}, &StandingEvent::at);
        for (std::size_t i = 0; i < m_events.size(); ++i)
            m_words.emplace_back(folded(m_events[i]->title), i);
        std::ranges::sort(m_words);
    }

    const StandingEvent *take(const Event &event)
    {
        const std::optional<std::size_t> sameKind = ofKind(event);
        const std::optional<std::size_t> found = sameKind ? sameKind : ofWords(event);
        if (!found)
            return nullptr;
        m_taken[*found] = true;
        return m_events[*found];
    }

private:
    using Found = std::optional<std::size_t>;

    void meet(std::size_t candidate, const Event &event, Duration within, Found &nearest) const
    {
        const auto distance = [&](std::size_t i) { return std::chrono::abs(m_events[i]->at - *event.at); };
        if (m_taken[candidate] || distance(candidate) > within)
            return;
        if (!nearest || distance(candidate) < distance(*nearest))
            nearest = candidate;
    }

    Found ofKind(const Event &event) const
    {
        Found nearest;
        const auto first = std::ranges::lower_bound(m_events, *event.at - sameKindWithin, {}, &StandingEvent::at);
        for (auto at = first; at != m_events.end() && (*at)->at <= *event.at + sameKindWithin; ++at) {
            if ((*at)->kind == event.kind)
                meet(static_cast<std::size_t>(at - m_events.begin()), event, sameKindWithin, nearest);
        }
        return nearest;
    }

    Found ofWords(const Event &event) const
    {
        const QString words = folded(event.title);
        if (words.isEmpty())
            return {};
        Found nearest;
        for (const auto &[text, place] :
             std::ranges::equal_range(m_words, words, {}, &std::pair<QString, std::size_t>::first))
            meet(place, event, sameWordsWithin, nearest);
        return nearest;
    }

    std::vector<const StandingEvent *> m_events;
    std::vector<bool> m_taken;
    std::vector<std::pair<QString, std::size_t>> m_words; ///< sorted, not hashed, for they are foreign text
};

} // namespace

void proposeLikenesses(const ImportDraft &draft, DraftIncident &incident, std::span<const StandingEvent> standing)
{
    Standing others(standing);
    for (std::size_t i = 0; i < incident.choices.size(); ++i) {
        DraftEvent &choice = incident.choices[i];
        choice.like.reset();
        if (standing.empty() || !choice.canBeTaken())
            continue;
        const Event event = chosenEvent(draft, incident, i);
        if (!event.at)
            continue;
        if (const StandingEvent *like = others.take(event))
            choice.like = *like;
    }
}

} // namespace downtimeline
