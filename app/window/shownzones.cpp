// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shownzones.h"

#include "app/window/dialogs.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"
#include "models/timeline/statedzone.h"
#include "models/timeline/zonenames.h"
#include "widgets/paint/plaintext.h"

#include <QTimeZone>
#include <QToolButton>

namespace downtimeline {
namespace {

/// A name of a zone is cut there, in logical pixels.
constexpr int widestZone = 150;

} // namespace

ShownZones::ShownZones(
    IncidentDocument &document, ViewState &view, Settings &settings, WindowActions &actions, Dialogs &dialogs,
    QToolButton *button)
    : QObject(button), m_document(document), m_view(view), m_settings(settings), m_actions(actions), m_dialogs(dialogs),
      m_button(button)
{
    m_actions.showZone(m_settings.zone());
    m_actions.showSecondZone(m_settings.secondZone());
    connect(&actions, &WindowActions::zoneChosen, this, &ShownZones::choose);
    connect(&actions, &WindowActions::secondZoneChosen, this, &ShownZones::chooseSecond);
    connect(&document, &IncidentDocument::eventsChanged, this, [this] {
        if (m_view.zone().zero()) // T may have moved
            apply();
    });
}

DisplayZone ShownZones::statedZone() const
{
    const Incident &incident = m_document.incident();
    return downtimeline::statedZone(incident.offset, incident.zone);
}

DisplayZone ShownZones::zoneOf(Settings::Zone zone, const QString &named) const
{
    switch (zone) {
    case Settings::Zone::Incident:
        break;
    case Settings::Zone::Utc:
        return {};
    case Settings::Zone::Local:
        return DisplayZone(QTimeZone::systemTimeZone());
    case Settings::Zone::Named:
        return DisplayZone(QTimeZone(named.toUtf8()));
    case Settings::Zone::Impact: {
        const auto &start = m_document.analysis().at(Milestone::ImpactStart);
        const EventIndex &events = *m_document.events();
        if (start || !events.empty())
            return DisplayZone::since(start ? start->at : events.front().at, statedZone());
        break;
    }
    }
    return statedZone();
}

void ShownZones::apply()
{
    const DisplayZone zone = zoneOf(m_settings.zone(), m_settings.namedZone());
    std::optional<DisplayZone> second;
    if (m_settings.secondZone())
        second = zoneOf(*m_settings.secondZone(), m_settings.secondNamedZone());
    if (second == zone)
        second.reset();
    m_view.setZone(zone);
    m_view.setSecondZone(second);
    tell(zone, second);
    Q_EMIT applied();
}

void ShownZones::tell(const DisplayZone &zone, const std::optional<DisplayZone> &second)
{
    const bool isIncident = m_settings.zone() == Settings::Zone::Incident;
    const QString name = zone.zero() ? tr("T+0") : zone.label();
    const QString shown = m_button->fontMetrics().elidedText(name, Qt::ElideMiddle, widestZone);
    QString text = isIncident ? tr("Times: incident (%1)").arg(shown) : tr("Times: %1").arg(shown);
    if (second)
        text += QStringLiteral(" + ") +
                (second->zero() ? tr("T+0")
                                : m_button->fontMetrics().elidedText(second->label(), Qt::ElideMiddle, widestZone));
    m_button->setText(text);
    QString words = zone.zero() ? tr("Times count from T, the start of the impact: %1.").arg(zone.label())
                                : tr("Times are shown in %1.").arg(zone.label());
    if (!zone.zero() && !zone.written().isEmpty())
        words += QLatin1Char(' ') + tr("The sources call it “%1”.").arg(zone.written());
    if (second)
        words += QLatin1Char(' ') + tr("Beside them: %1.").arg(second->label());
    setToolTipText(m_button, PlainText::foreign(QStringView(words)));
}

std::optional<QString> ShownZones::askName(const QString &before)
{
    const auto typed =
        m_dialogs.line(tr("Times"), tr("In which zone? Type a part of its name: Europe/Berlin"), before, zoneNames());
    if (!typed)
        return {};
    std::optional<QString> name = zoneNamed(*typed);
    if (!name)
        Q_EMIT refused(tr("%1 is no zone that this computer knows; write it like Europe/Berlin.").arg(*typed));
    return name;
}

void ShownZones::choose(Settings::Zone zone)
{
    QString named = m_settings.namedZone();
    if (zone == Settings::Zone::Named) {
        const std::optional<QString> name = askName(named);
        if (!name) {
            m_actions.showZone(m_settings.zone());
            return;
        }
        named = *name;
    }
    m_settings.setZone(zone, named);
    m_actions.showZone(zone);
    apply();
}

void ShownZones::chooseSecond(std::optional<Settings::Zone> zone)
{
    QString named = m_settings.secondNamedZone();
    if (zone == Settings::Zone::Named) {
        const std::optional<QString> name = askName(named);
        if (!name) {
            m_actions.showSecondZone(m_settings.secondZone());
            return;
        }
        named = *name;
    }
    m_settings.setSecondZone(zone, named);
    m_actions.showSecondZone(zone);
    apply();
}

} // namespace downtimeline
