// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventfilter.h"

#include <QRegularExpression>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// A word or "key:value", the value perhaps in quotes.
const QRegularExpression &pattern()
{
    static const QRegularExpression expression(
        u"(?:(?<key>kind|service|source|star|starred):(?:\"(?<quoted>[^\"]*)\"?|(?<value>\\S*)))|(?<word>\\S+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

QString keyOf(EventKind kind)
{
    const std::string_view key = kindKey(kind);
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

void addKinds(EventFilter &filter, const QString &value)
{
    for (const QString &word : value.split(u',', Qt::SkipEmptyParts)) {
        bool isKnown = false;
        for (const EventKind kind : allEventKinds()) {
            const bool fits = keyOf(kind).startsWith(word, Qt::CaseInsensitive) ||
                              kindName(kind).startsWith(word, Qt::CaseInsensitive);
            if (fits)
                filter.kinds.insert(kind);
            isKnown = isKnown || fits;
        }
        if (!isKnown)
            filter.unknown << word;
    }
}

void addNames(QStringList &names, const QString &value)
{
    if (!value.trimmed().isEmpty() && !names.contains(value))
        names << value;
}

QString quoted(const QString &value)
{
    return value.contains(u' ') ? u'"' + value + u'"' : value;
}

/// By the numbers of EventNames: which of them have one of the parts in their name.
std::vector<bool> fitting(const std::vector<QString> &names, const QStringList &parts)
{
    std::vector<bool> fits(names.size() + 1, parts.isEmpty());
    for (std::size_t i = 0; i < names.size(); ++i)
        fits[i + 1] = parts.isEmpty() || std::ranges::any_of(parts, [&](const QString &part) {
                          return names[i].contains(part, Qt::CaseInsensitive);
                      });
    return fits;
}

std::vector<QString> serviceNames(const EventNames &names)
{
    std::vector<QString> list;
    for (const std::string &service : names.services())
        list.push_back(QString::fromStdString(service));
    return list;
}

std::vector<QString> sourceNames(const EventNames &names, std::span<const Source> sources)
{
    std::vector<QString> list;
    for (const SourceId id : names.sources()) {
        const auto source = std::ranges::find(sources, id, &Source::id);
        list.push_back(source == sources.end() ? QString() : QString::fromStdString(source->name));
    }
    return list;
}

} // namespace

EventFilter parseFilter(const QString &words)
{
    EventFilter filter;
    QStringList text;
    for (auto matches = pattern().globalMatch(words); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString key = match.captured(u"key"_s).toLower();
        const QString plain = match.captured(u"value"_s);
        const QString value = plain.isEmpty() ? match.captured(u"quoted"_s) : plain;
        if (key.isEmpty())
            text << match.captured(u"word"_s);
        else if (key == "kind"_L1)
            addKinds(filter, value);
        else if (key == "service"_L1)
            addNames(filter.services, value);
        else if (key == "source"_L1)
            addNames(filter.sources, value);
        else
            filter.starsOnly = true;
    }
    filter.text = text.join(u' ');
    return filter;
}

QString filterWords(const EventFilter &filter)
{
    QStringList words;
    QStringList kinds = filter.unknown;
    for (const EventKind kind : filter.kinds)
        kinds << keyOf(kind);
    if (!kinds.isEmpty())
        words << u"kind:"_s + kinds.join(u',');
    for (const QString &service : filter.services)
        words << u"service:"_s + quoted(service);
    for (const QString &source : filter.sources)
        words << u"source:"_s + quoted(source);
    if (filter.starsOnly)
        words << u"star:"_s;
    if (!filter.text.isEmpty())
        words << filter.text;
    return words.join(u' ');
}

bool hasFilterWords(const QString &words)
{
    EventFilter filter = parseFilter(words);
    filter.text.clear();
    return !filter.isEmpty();
}

EventMask maskOf(
    const EventFilter &filter, const EventIndex &rows, const EventNames &names, std::span<const Source> sources,
    std::optional<std::vector<EventId>> found)
{
    const std::vector<bool> services = fitting(serviceNames(names), filter.services);
    const std::vector<bool> sourcesThatFit = fitting(sourceNames(names, sources), filter.sources);
    if (found)
        std::ranges::sort(*found);
    const auto at = [](const std::vector<bool> &fits, std::uint16_t number) {
        return number < fits.size() ? fits[number] : bool(fits[0]); // one that has no number any more
    };
    const auto fits = [&](const EventEntry &entry) {
        return (filter.kinds.empty() || filter.kinds.contains(entry.kind)) &&
               (!filter.starsOnly || entry.has(EventEntry::Starred)) && at(services, entry.service) &&
               at(sourcesThatFit, entry.source) && (!found || std::ranges::binary_search(*found, entry.id));
    };
    EventMask mask;
    mask.passes.reserve(rows.size());
    const bool isImpossible = !filter.unknown.isEmpty() && filter.kinds.empty();
    for (const EventEntry &entry : rows) {
        mask.passes.push_back(!isImpossible && fits(entry));
        mask.passing += mask.passes.back() ? 1 : 0;
    }
    return mask;
}

} // namespace downtimeline
