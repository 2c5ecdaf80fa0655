// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/namehiding.h"

namespace downtimeline {

void hideNames(const NameMask &mask, std::string &text)
{
    if (!text.empty())
        text = mask.masked(text);
}

void hideNames(const NameMask &mask, WrittenTime &time)
{
    hideNames(mask, time.text);
    hideNames(mask, time.zone);
}

void hideNames(const NameMask &mask, Incident &incident)
{
    for (std::string *text :
         {&incident.title, &incident.status, &incident.service, &incident.summary, &incident.impact,
          &incident.rootCause, &incident.resolution, &incident.zone})
        hideNames(mask, *text);
    for (std::optional<WrittenTime> *time : {&incident.startedAt, &incident.endedAt}) {
        if (*time)
            hideNames(mask, **time);
    }
    hideNames(mask, incident.authors);
}

void hideNames(const NameMask &mask, Event &event)
{
    for (std::string *text : {&event.title, &event.detail, &event.recordId, &event.actor, &event.service, &event.note})
        hideNames(mask, *text);
    hideNames(mask, event.time);
}

void hideNames(const NameMask &mask, Series &series)
{
    hideNames(mask, series.name);
    hideNames(mask, series.unit);
}

void hideNames(const NameMask &mask, TrafficClaim &claim)
{
    hideNames(mask, claim.words);
}

void hideNames(const NameMask &mask, Action &action)
{
    for (std::string *text : {&action.text, &action.owner, &action.due})
        hideNames(mask, *text);
}

void hideNames(const NameMask &mask, Finding &finding)
{
    for (std::string *text : {&finding.rule, &finding.key, &finding.title, &finding.message})
        hideNames(mask, *text);
}

void hideNames(const NameMask &mask, Explained &explained)
{
    for (std::string *text : {&explained.text, &explained.from, &explained.to})
        hideNames(mask, *text);
}

void hideNames(const NameMask &mask, Question &question)
{
    hideNames(mask, question.message);
}

void hideNames(const NameMask &mask, Skip &skip)
{
    hideNames(mask, skip.reason);
}

void hideNames(const NameMask &mask, Source &source)
{
    hideNames(mask, source.name);
    source.text.reset();
}

void hideNames(const NameMask &mask, WholeIncident &whole)
{
    hideNames(mask, whole.incident);
    hideNames(mask, whole.events);
    for (WholeSeries &series : whole.series)
        hideNames(mask, series.series);
    hideNames(mask, whole.trafficClaims);
    hideNames(mask, whole.actions);
    hideNames(mask, whole.findings);
    hideNames(mask, whole.explained);
    hideNames(mask, whole.questions);
    whole.persons.clear();
    whole.namesHidden = true;
}

} // namespace downtimeline
