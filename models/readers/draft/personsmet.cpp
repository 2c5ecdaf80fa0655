// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/personsmet.h"

#include "models/domain/namewords.h"
#include "models/domain/persons.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::size_t longestName = 80; ///< bytes
constexpr std::size_t mostWords = 5;

/// Words of names that are no person's, as NameWords folds them.
bool isOfMachinesOrTeams(std::u32string_view word)
{
    static constexpr std::u32string_view words =
        U" admin administrator admins agent alert alerting alertmanager alerts all and api app application "
        U"argocd automated automatic automation aws azure backend bot call ci client cloud cloudflare cluster "
        U"company console controller cron customer customers daemon data database datadog db dba dbas "
        U"department deploy deployer dev developer developers devops eng engineer engineering engineers "
        U"everyone external facebook frontend github gitlab google grafana group hr inc incident infra "
        U"infrastructure integration internal it jenkins job kubernetes lead legal ltd management manager "
        U"marketing microsoft monitor monitoring n na nagios netops network networking nobody none null "
        U"office on oncall operations operator ops opsgenie org owner pager pagerduty pipeline platform policy process "
        U"product prometheus provider qa release reliability root scheduler script security sentry server "
        U"service services site software sre sres staff status storage support system systems tbd team teams "
        U"tech technical test the tier unassigned unknown us user users vendor we web webhook www zabbix ";
    return words.find(U' ' + std::u32string(word) + U' ') != std::u32string_view::npos;
}

bool isDigits(std::u32string_view word)
{
    return std::ranges::all_of(word, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

QString translated(const char *text)
{
    return QCoreApplication::translate("PersonsMet", text);
}

/// "Anna Smith, Ben and Cy": what stands for several.
std::vector<std::string> eachOf(const std::string &names)
{
    std::vector<std::string> each;
    QString text = QString::fromStdString(names).simplified();
    for (const QString &joint :
         {QStringLiteral(" and "), QStringLiteral(" & "), QStringLiteral(";"), QStringLiteral("/")})
        text.replace(joint, QStringLiteral(","));
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
        each.push_back(part.trimmed().toStdString());
    return each;
}

std::vector<std::string> namesOf(const std::string &name)
{
    const std::size_t open = name.find('<');
    const std::size_t close = name.find('>', open);
    if (open == std::string::npos || open == 0 || close == std::string::npos)
        return {name};
    const QString full = QString::fromStdString(name.substr(0, open)).trimmed();
    return {full.toStdString(), name.substr(open + 1, close - open - 1)};
}

} // namespace

bool isLikelyPerson(std::string_view name)
{
    if (name.empty() || name.size() > longestName || name.find_first_of("()[]{}:|=\n\t") != std::string_view::npos)
        return false;
    const NameWords words(name.substr(0, name.find('@', 1))); // of an address what stands before the sign
    if (words.size() == 0 || words.size() > mostWords || words.key().size() < 2)
        return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::u32string_view word = words[i].folded;
        if (isDigits(word) || isOfMachinesOrTeams(word) || (words.size() == 1 && word.ends_with(U"bot")) ||
            word.starts_with(U"monitor"))
            return false;
    }
    // A sentence is not written like a name: of several words each has a capital, or none is parted by spaces.
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    const auto beginsLow = [](const QString &part) { return part.front().isLower(); };
    return parts.size() < 2 || !(beginsLow(parts.front()) || beginsLow(parts.back()));
}

PersonsMet::Part *PersonsMet::partOf(const std::string &name)
{
    const auto known = m_parts.find(name);
    if (known != m_parts.end())
        return &known->second;
    if (m_parts.size() >= most || !isLikelyPerson(namesOf(name).front()))
        return nullptr;
    m_order.push_back(name);
    return &m_parts[name];
}

void PersonsMet::take(const Person &listed)
{
    if (m_listed.size() < most)
        addPerson(m_listed, listed);
}

void PersonsMet::take(const Incident &incident)
{
    for (const std::string &authors : incident.authors) {
        for (const std::string &author : eachOf(authors)) {
            if (Part *part = partOf(author))
                part->isAuthor = true;
        }
    }
}

void PersonsMet::take(const Event &event)
{
    if (event.actor.empty())
        return;
    const bool acknowledges = event.kind == EventKind::Acknowledgement || event.kind == EventKind::Escalation;
    const bool deploys = event.kind == EventKind::Deploy || event.kind == EventKind::Rollback;
    for (const std::string &actor : eachOf(event.actor)) {
        if (Part *part = partOf(actor)) {
            part->acknowledges = part->acknowledges || acknowledges;
            part->deploys = part->deploys || deploys;
        }
    }
}

void PersonsMet::take(const Action &action)
{
    for (const std::string &owner : eachOf(action.owner))
        partOf(owner);
}

Persons PersonsMet::persons() const
{
    Persons persons = m_listed;
    for (const std::string &name : m_order) {
        const Part &part = m_parts.at(name);
        const QString role = part.acknowledges ? translated("on-call engineer")
                             : part.deploys    ? translated("release engineer")
                             : part.isAuthor   ? translated("author")
                                               : QString();
        addPerson(persons, {.id = {}, .names = namesOf(name), .role = role.toStdString()});
    }
    return persons;
}

Persons personsMet(const WholeIncident &incident)
{
    PersonsMet met;
    for (const Person &listed : incident.persons)
        met.take(listed);
    met.take(incident.incident);
    for (const Event &event : incident.events)
        met.take(event);
    for (const Action &action : incident.actions)
        met.take(action);
    return met.persons();
}

} // namespace downtimeline
