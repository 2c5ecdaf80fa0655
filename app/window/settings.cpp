// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include "app/importing/rememberedcolumns.h"

#include <cmath>

namespace downtimeline {
namespace {

/// Slashes in a unit would make groups of their own.
QString objectiveKey(const QString &incident, const QString &chart)
{
    return QStringLiteral("objective/%1/%2").arg(incident, QString(chart).replace(QLatin1Char('/'), QLatin1Char('_')));
}

} // namespace

Settings::Settings(const QString &file) : m_settings(file.isEmpty() ? userSettingsFile() : file, QSettings::IniFormat)
{}

int Settings::choice(const QString &key, int last) const
{
    bool isNumber = false;
    const int value = m_settings.value(key).toInt(&isNumber);
    return isNumber && value >= 0 && value <= last ? value : 0;
}

Settings::Look Settings::look() const
{
    return static_cast<Look>(choice(QStringLiteral("look"), 2));
}

void Settings::setLook(Look look)
{
    m_settings.setValue(QStringLiteral("look"), static_cast<int>(look));
}

Settings::Motion Settings::motion() const
{
    return static_cast<Motion>(choice(QStringLiteral("motion"), 2));
}

void Settings::setMotion(Motion motion)
{
    m_settings.setValue(QStringLiteral("motion"), static_cast<int>(motion));
}

Settings::Zone Settings::zone() const
{
    return static_cast<Zone>(choice(QStringLiteral("zone"), static_cast<int>(Zone::Impact)));
}

QString Settings::namedZone() const
{
    return m_settings.value(QStringLiteral("namedZone")).toString();
}

void Settings::setZone(Zone zone, const QString &named)
{
    m_settings.setValue(QStringLiteral("zone"), static_cast<int>(zone));
    m_settings.setValue(QStringLiteral("namedZone"), named);
}

std::optional<Settings::Zone> Settings::secondZone() const
{
    // One more than the zone: what was never set is no second zone.
    const int stored = choice(QStringLiteral("secondZone"), static_cast<int>(Zone::Impact) + 1);
    return stored == 0 ? std::nullopt : std::optional(static_cast<Zone>(stored - 1));
}

QString Settings::secondNamedZone() const
{
    return m_settings.value(QStringLiteral("secondNamedZone")).toString();
}

void Settings::setSecondZone(std::optional<Zone> zone, const QString &named)
{
    m_settings.setValue(QStringLiteral("secondZone"), zone ? static_cast<int>(*zone) + 1 : 0);
    m_settings.setValue(QStringLiteral("secondNamedZone"), named);
}

QByteArray Settings::lanes(const QUuid &incident) const
{
    return m_settings.value(QStringLiteral("lanes/") + incident.toString(QUuid::WithoutBraces)).toByteArray();
}

void Settings::setLanes(const QUuid &incident, const QByteArray &lanes)
{
    const QString key = QStringLiteral("lanes/") + incident.toString(QUuid::WithoutBraces);
    if (lanes.isEmpty())
        m_settings.remove(key);
    else
        m_settings.setValue(key, lanes);
}

ReportChoice Settings::report() const
{
    ReportChoice report;
    report.paper = static_cast<PaperSize>(choice(QStringLiteral("paper"), static_cast<int>(PaperSize::Slides)));
    report.timeline =
        static_cast<TimelinePaper>(choice(QStringLiteral("report/timeline"), static_cast<int>(TimelinePaper::Pages)));
    if (auto sections = sectionsOf(m_settings.value(QStringLiteral("report/sections")).toStringList().join(u',')))
        report.sections = std::move(*sections);
    report.attachesData = m_settings.value(QStringLiteral("report/data"), true).toBool();
    return report;
}

void Settings::setReport(const ReportChoice &choice)
{
    m_settings.setValue(QStringLiteral("paper"), static_cast<int>(choice.paper));
    m_settings.setValue(QStringLiteral("report/timeline"), static_cast<int>(choice.timeline));
    m_settings.setValue(QStringLiteral("report/sections"), sectionKeys(choice.sections).split(u','));
    m_settings.setValue(QStringLiteral("report/data"), choice.attachesData);
}

std::optional<double> Settings::objective(const QString &incident, const QString &chart) const
{
    bool isNumber = false;
    const double value = m_settings.value(objectiveKey(incident, chart)).toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void Settings::setObjective(const QString &incident, const QString &chart, std::optional<double> value)
{
    if (value)
        m_settings.setValue(objectiveKey(incident, chart), *value);
    else
        m_settings.remove(objectiveKey(incident, chart));
}

QByteArray Settings::columns() const
{
    return m_settings.value(QLatin1StringView(rememberedColumnsKey)).toByteArray();
}

void Settings::setColumns(const QByteArray &json)
{
    m_settings.setValue(QLatin1StringView(rememberedColumnsKey), json);
}

} // namespace downtimeline
