// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/event.h"
#include "models/domain/incident.h"
#include "models/domain/person.h"
#include "models/domain/wholeincident.h"

#include <map>
#include <string>
#include <vector>

namespace downtimeline {

/// Whom a reading tells of: users that the source lists, authors, actors of events, owners of actions. What are teams,
/// bots and monitors is left out, as far as the words tell. For proposals: nobody is certain.
class PersonsMet
{
public:
    static constexpr std::size_t most = 500;

    /// In any order.
    void take(const Person &listed);
    void take(const Incident &incident);
    void take(const Event &event);
    void take(const Action &action);

    /// Each once, those that the source lists first, each with a role where one can be told.
    Persons persons() const;

private:
    struct Part
    {
        bool isAuthor = false;
        bool acknowledges = false;
        bool deploys = false;
    };

    Part *partOf(const std::string &name);

    Persons m_listed;
    std::vector<std::string> m_order; ///< of those who are not listed, as they were met
    std::map<std::string, Part> m_parts;
};

Persons personsMet(const WholeIncident &incident);

/// Whether it may be what somebody is called, and no team, bot or place: "Anna Smith", "anna.smith", "@anna".
bool isLikelyPerson(std::string_view name);

} // namespace downtimeline
