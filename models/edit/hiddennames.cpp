// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/hiddennames.h"

#include "models/domain/namehiding.h"
#include "models/domain/persons.h"

#include <QCoreApplication>

#include <type_traits>
#include <utility>

namespace downtimeline {
namespace {

/// False where a name is hidden in what was changed.
template<typename T>
bool keep(const NameMask &mask, const T &before, T &after)
{
    T shown = before;
    hideNames(mask, shown);
    if (after == shown)
        after = before;
    if constexpr (std::is_same_v<T, std::string>) {
        if (after.starts_with(before)) // more was written behind it
            return true;
    }
    return after == before || shown == before;
}

/// Another time is a time of its own: no words of the former one are left in it.
void keepTime(const NameMask &mask, const std::optional<WrittenTime> &before, std::optional<WrittenTime> &after)
{
    if (before && after)
        keep(mask, *before, *after);
}

template<typename T>
bool keepAll(const NameMask &mask, const T &before, T &after, std::initializer_list<std::string T::*> texts)
{
    bool isKept = true;
    for (std::string T::*text : texts)
        isKept = keep(mask, before.*text, after.*text) && isKept;
    return isKept;
}

Status answer(bool isKept)
{
    if (isKept)
        return {};
    return failure(
        Error::Code::Usage,
        QCoreApplication::translate(
            "HiddenNames",
            "A name is hidden in this text, so it was not changed: show names (Ctrl+Shift+H), then edit."));
}

} // namespace

void HiddenNames::show(const DocumentContent &content, const std::vector<StatedTraffic> &traffic)
{
    if (!isOn()) {
        m_mask = NameMask();
        m_content = DocumentContent();
        m_traffic.clear();
        return;
    }
    m_mask = NameMask(joinedPersons(*m_list, content.persons));
    m_content = content;
    hideNames(m_mask, m_content.incident);
    hideNames(m_mask, m_content.findings);
    for (std::size_t i = 0; i < content.findings.size(); ++i)
        m_content.findings[i].key = content.findings[i].key;
    hideNames(m_mask, m_content.explained);
    hideNames(m_mask, m_content.sources);
    hideNames(m_mask, m_content.series);
    hideNames(m_mask, m_content.claims);
    hideNames(m_mask, m_content.actions);
    m_content.persons.clear();
    m_traffic = traffic;
    for (StatedTraffic &stated : m_traffic)
        hideNames(m_mask, stated.words);
}

void HiddenNames::hideIn(EventText &text) const
{
    for (std::string *one : {&text.title, &text.detail, &text.timeText, &text.sourceName})
        hideNames(m_mask, *one);
}

void HiddenNames::hideIn(Event &event) const
{
    hideNames(m_mask, event);
}

void HiddenNames::hideIn(Source &source) const
{
    hideNames(m_mask, source);
}

Status HiddenNames::keepWords(const Event &before, Event &after) const
{
    const bool isKept = keepAll(
        m_mask, before, after,
        {&Event::title, &Event::detail, &Event::recordId, &Event::actor, &Event::service, &Event::note});
    keep(m_mask, before.time, after.time);
    return answer(isKept);
}

Status HiddenNames::keepWords(const Incident &before, Incident &after) const
{
    bool isKept = keepAll(
        m_mask, before, after,
        {&Incident::title, &Incident::status, &Incident::service, &Incident::summary, &Incident::impact,
         &Incident::rootCause, &Incident::resolution, &Incident::zone});
    isKept = keep(m_mask, before.authors, after.authors) && isKept;
    keepTime(m_mask, before.startedAt, after.startedAt);
    keepTime(m_mask, before.endedAt, after.endedAt);
    return answer(isKept);
}

} // namespace downtimeline
