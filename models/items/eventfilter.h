// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/domain/eventnames.h"
#include "models/domain/source.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace downtimeline {

/// Which events are wanted. What is empty asks for nothing; of several services one is enough, but kind, service,
/// source, star and text must all fit.
struct EventFilter
{
    std::set<EventKind> kinds;
    QStringList services; ///< parts of names, in any case
    QStringList sources;  ///< parts of names, in any case
    bool starsOnly = false;
    QString text;        ///< words of title, detail, ...: for the full-text search
    QStringList unknown; ///< what was typed as a kind and is none: nothing fits

    bool isEmpty() const { return *this == EventFilter(); }

    bool operator==(const EventFilter &) const = default;
};

/// Reads "kind:alert service:db source:slack star: pool exhausted". Kinds by the beginning of their key or name,
/// several separated by commas; a value with spaces stands in quotes.
EventFilter parseFilter(const QString &words);
/// The words that parseFilter() reads back.
QString filterWords(const EventFilter &filter);
/// One of the words names a kind, a service, a source or the star.
bool hasFilterWords(const QString &words);

/// Which rows of a snapshot pass a filter.
struct EventMask
{
    std::vector<bool> passes;
    std::size_t passing = 0;

    bool passesRow(std::size_t row) const { return row >= passes.size() || passes[row]; }
    std::size_t left() const { return passes.size() - passing; }

    bool operator==(const EventMask &) const = default;
};

/// Null where everything passes.
using SharedMask = std::shared_ptr<const EventMask>;

/// found: the events that the full-text search found, in any order; needed where the filter has a text. One pass over
/// the index, no texts.
EventMask maskOf(
    const EventFilter &filter, const EventIndex &rows, const EventNames &names, std::span<const Source> sources,
    std::optional<std::vector<EventId>> found);

} // namespace downtimeline
