// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/filteredevents.h"

#include <algorithm>
#include <iterator>

namespace downtimeline {
namespace {

/// Those that both let out; nothing, where they have none in common.
void narrowKinds(EventChoice &choice, const std::set<EventKind> &kinds)
{
    if (kinds.empty())
        return;
    if (choice.kinds.empty()) {
        choice.kinds = kinds;
        return;
    }
    std::set<EventKind> both;
    std::ranges::set_intersection(choice.kinds, kinds, std::inserter(both, both.end()));
    choice.isNone = choice.isNone || both.empty();
    choice.kinds = both;
}

void addNames(std::vector<std::string> &names, const QStringList &more)
{
    for (const QString &name : more)
        names.push_back(name.toStdString());
}

} // namespace

void narrow(EventChoice &choice, const EventFilter &filter)
{
    narrowKinds(choice, filter.kinds);
    addNames(choice.services, filter.services);
    addNames(choice.sources, filter.sources);
    choice.starredOnly = choice.starredOnly || filter.starsOnly;
    choice.isNone = choice.isNone || (!filter.unknown.isEmpty() && filter.kinds.empty());
    if (!filter.text.isEmpty())
        choice.words += (choice.words.empty() ? "" : " ") + filter.text.toStdString();
}

} // namespace downtimeline
