// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/milestones.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

constexpr std::array<const char *, responseMeasureCount> measureNames{
    QT_TRANSLATE_NOOP("response", "Time to detect"), QT_TRANSLATE_NOOP("response", "Time to acknowledge"),
    QT_TRANSLATE_NOOP("response", "Time to mitigate"), QT_TRANSLATE_NOOP("response", "Time to recover")};

constexpr std::array<const char *, responseMeasureCount> definitions{
    QT_TRANSLATE_NOOP("response", "From the start of the impact to the first alert or detection"),
    QT_TRANSLATE_NOOP(
        "response", "From the first alert, or the detection where nothing alerted, to the first acknowledgement"),
    QT_TRANSLATE_NOOP(
        "response", "From the start of the impact to the end of its cause: the rollback, failover or mitigation done"),
    QT_TRANSLATE_NOOP("response", "From the start of the first impact to the full recovery")};

constexpr std::array<const char *, milestoneCount> milestoneNames{
    QT_TRANSLATE_NOOP("milestone", "Impact start"), QT_TRANSLATE_NOOP("milestone", "Detected"),
    QT_TRANSLATE_NOOP("milestone", "Acknowledged"), QT_TRANSLATE_NOOP("milestone", "Mitigation begun"),
    QT_TRANSLATE_NOOP("milestone", "Mitigated"),    QT_TRANSLATE_NOOP("milestone", "Recovered")};

constexpr std::array<const char *, 5> phaseNames{
    QT_TRANSLATE_NOOP("phase", "Detect"), QT_TRANSLATE_NOOP("phase", "Acknowledge"),
    QT_TRANSLATE_NOOP("phase", "Diagnose"), QT_TRANSLATE_NOOP("phase", "Mitigate"),
    QT_TRANSLATE_NOOP("phase", "Recover")};

} // namespace

QString responseMeasureName(ResponseMeasure measure)
{
    return QCoreApplication::translate("response", measureNames[static_cast<std::size_t>(measure)]);
}

QString responseMeasureDefinition(ResponseMeasure measure)
{
    return QCoreApplication::translate("response", definitions[static_cast<std::size_t>(measure)]);
}

QString milestoneName(Milestone milestone)
{
    return QCoreApplication::translate("milestone", milestoneNames[static_cast<std::size_t>(milestone)]);
}

QString milestoneName(const MilestonePoint &point)
{
    QString name = milestoneName(point.milestone);
    if (point.event)
        return name;
    return (point.byUser ? QCoreApplication::translate("milestone", "%1, stated by hand")
                         : QCoreApplication::translate("milestone", "%1, as a source states it"))
        .arg(name);
}

QString phaseName(Phase phase)
{
    return QCoreApplication::translate("phase", phaseNames[static_cast<std::size_t>(phase)]);
}

QString phaseName(const PhaseSpan &phase)
{
    if (!phase.isMerged())
        return phaseName(phase.first);
    return QCoreApplication::translate("phase", "%1 to %2")
        .arg(phaseName(phase.first), phaseName(phase.last).toLower());
}

} // namespace downtimeline
