// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/exportscope.h"

#include "models/report/derivedends.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace downtimeline {
namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QStringList wordsOf(std::string_view utf8)
{
    return text(utf8).simplified().split(u' ', Qt::SkipEmptyParts);
}

bool tells(const Event &event, const QStringList &words)
{
    if (words.isEmpty())
        return true;
    QString all;
    for (const std::string *field : {&event.title, &event.detail, &event.actor, &event.service, &event.note})
        all += text(*field) + u'\n';
    return std::ranges::all_of(words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

/// An instant event touches a range that it stands in or at the end of; a span, one that it shares time with.
bool touches(const Event &event, std::optional<Instant> end, TimeRange range)
{
    return event.at && *event.at <= range.end && end.value_or(*event.at) >= range.start;
}

} // namespace

std::vector<bool> chosenEvents(std::span<const Event> events, const EventChoice &choice)
{
    const QStringList words = wordsOf(choice.words);
    const std::vector<std::optional<Instant>> ends = endsOf(events);
    std::vector<bool> chosen(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event &event = events[i];
        const bool isKind = choice.kinds.empty() || choice.kinds.contains(event.kind);
        const bool isWhich = choice.which == EventChoice::Which::All ||
                             (choice.which == EventChoice::Which::Starred && event.starred) ||
                             (choice.which == EventChoice::Which::Range && touches(event, ends[i], choice.range));
        chosen[i] = isKind && isWhich && tells(event, words);
    }
    return chosen;
}

ScopedIncident scoped(const WholeIncident &whole, std::span<const Source> sources, const ExportScope &scope)
{
    ScopedIncident out{.whole = whole, .sources = {sources.begin(), sources.end()}, .staysBehind = {}};
    if (!scope.events.isAll()) {
        out.staysBehind = chosenEvents(whole.events, scope.events);
        out.staysBehind.flip();
        for (std::size_t i = 0; i < out.whole.events.size(); ++i) {
            if (!out.staysBehind[i])
                continue;
            out.whole.events[i].hidden = true;
            ++out.leftOut;
        }
    }
    return out;
}

WholeIncident withoutLeftOut(const ScopedIncident &scope, const WholeIncident &before)
{
    WholeIncident whole = scope.whole;
    if (scope.leftOut == 0)
        return whole;
    whole.events.clear();
    for (std::size_t i = 0; i < scope.whole.events.size(); ++i) {
        if (!scope.goesOut(i))
            continue;
        whole.events.push_back(scope.whole.events[i]);
        whole.events.back().hidden = before.events[i].hidden;
    }
    return whole;
}

} // namespace downtimeline
