// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

struct KindFacts
{
    EventKind kind;
    std::string_view key;
    Lane lane;
    const char *name;
};

constexpr std::array<KindFacts, eventKindCount> kinds{{
    {EventKind::Outage, "outage", Lane::Impact, QT_TRANSLATE_NOOP("kind", "Outage")},
    {EventKind::Alert, "alert", Lane::Alerts, QT_TRANSLATE_NOOP("kind", "Alert")},
    {EventKind::Detection, "detection", Lane::Alerts, QT_TRANSLATE_NOOP("kind", "Detection")},
    {EventKind::Acknowledgement, "acknowledgement", Lane::Response, QT_TRANSLATE_NOOP("kind", "Acknowledgement")},
    {EventKind::Escalation, "escalation", Lane::Response, QT_TRANSLATE_NOOP("kind", "Escalation")},
    {EventKind::Investigation, "investigation", Lane::Response, QT_TRANSLATE_NOOP("kind", "Investigation")},
    {EventKind::Deploy, "deploy", Lane::Changes, QT_TRANSLATE_NOOP("kind", "Deploy")},
    {EventKind::Rollback, "rollback", Lane::Changes, QT_TRANSLATE_NOOP("kind", "Rollback")},
    {EventKind::Restart, "restart", Lane::Recovery, QT_TRANSLATE_NOOP("kind", "Restart")},
    {EventKind::Mitigation, "mitigation", Lane::Recovery, QT_TRANSLATE_NOOP("kind", "Mitigation")},
    {EventKind::Recovery, "recovery", Lane::Recovery, QT_TRANSLATE_NOOP("kind", "Recovery")},
    {EventKind::Communication, "communication", Lane::Notes, QT_TRANSLATE_NOOP("kind", "Communication")},
    {EventKind::Note, "note", Lane::Notes, QT_TRANSLATE_NOOP("kind", "Note")},
}};

constexpr std::array<const char *, laneCount> laneNames{
    QT_TRANSLATE_NOOP("lane", "Impact"),  QT_TRANSLATE_NOOP("lane", "Alerts"),   QT_TRANSLATE_NOOP("lane", "Response"),
    QT_TRANSLATE_NOOP("lane", "Changes"), QT_TRANSLATE_NOOP("lane", "Recovery"), QT_TRANSLATE_NOOP("lane", "Notes")};

const KindFacts &factsOf(EventKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

} // namespace

const std::array<EventKind, eventKindCount> &allEventKinds()
{
    static constexpr auto all = [] {
        std::array<EventKind, eventKindCount> list{};
        std::ranges::transform(kinds, list.begin(), &KindFacts::kind);
        return list;
    }();
    return all;
}

std::string_view kindKey(EventKind kind)
{
    return factsOf(kind).key;
}

std::optional<EventKind> kindFromKey(std::string_view key)
{
    const auto found = std::ranges::find(kinds, key, &KindFacts::key);
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

Lane laneOf(EventKind kind)
{
    return factsOf(kind).lane;
}

QString kindName(EventKind kind)
{
    return QCoreApplication::translate("kind", factsOf(kind).name);
}

QString laneName(Lane lane)
{
    return QCoreApplication::translate("lane", laneNames[static_cast<std::size_t>(lane)]);
}

} // namespace downtimeline
