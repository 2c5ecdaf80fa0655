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

/// One of the names, which are parts of it, stands in the text.
bool namesOne(std::string_view whole, const std::vector<std::string> &names)
{
    return names.empty() || std::ranges::any_of(names, [name = text(whole)](const std::string &part) {
               return name.contains(text(part), Qt::CaseInsensitive);
           });
}

/// The name of what an event was read from; empty where it is not told.
std::string_view nameOf(SourceId id, std::span<const Source> sources)
{
    const auto source = std::ranges::find(sources, id, &Source::id);
    return source == sources.end() ? std::string_view() : std::string_view(source->name);
}

/// An instant event touches a range that it stands in or at the end of; a span, one that it shares time with.
bool touches(const Event &event, std::optional<Instant> end, TimeRange range)
{
    return event.at && *event.at <= range.end && end.value_or(*event.at) >= range.start;
}

} // namespace

std::vector<bool>
chosenEvents(std::span<const Event> events, std::span<const Source> sources, const EventChoice &choice)
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
        const bool isNamed = namesOne(event.service, choice.services) &&
                             (choice.sources.empty() || namesOne(nameOf(event.source, sources), choice.sources));
        chosen[i] = !choice.isNone && isKind && isWhich && (!choice.starredOnly || event.starred) && isNamed &&
                    tells(event, words);
    }
    return chosen;
}

ScopedIncident scoped(const WholeIncident &whole, std::span<const Source> sources, const ExportScope &scope)
{
    ScopedIncident out{.whole = whole, .sources = {sources.begin(), sources.end()}, .staysBehind = {}};
    if (!scope.events.isAll()) {
        out.staysBehind = chosenEvents(whole.events, sources, scope.events);
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
