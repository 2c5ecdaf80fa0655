// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/zonechoice.h"

#include "app/window/windowactions.h"
#include "models/domain/incident.h"
#include "models/items/viewstate.h"
#include "models/timeline/statedzone.h"
#include "widgets/paint/plaintext.h"

#include <QMenu>
#include <QTimeZone>
#include <QToolButton>

namespace downtimeline {
namespace {

/// A name of a zone is cut there, in logical pixels.
constexpr int widestZone = 150;

} // namespace

ZoneChoice::ZoneChoice(Settings &settings, Dialogs &dialogs, WindowActions &actions, ViewState &view, QObject *parent)
    : QObject(parent), m_settings(settings), m_dialogs(dialogs), m_actions(actions), m_view(view)
{
    connect(&m_actions, &WindowActions::zoneChosen, this, &ZoneChoice::choose);
    m_actions.showZone(m_settings.zone());
}

QToolButton *ZoneChoice::makeButton()
{
    m_button = new QToolButton;
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_actions.zoneMenu());
    return m_button;
}

void ZoneChoice::choose(Settings::Zone zone)
{
    QString named = m_settings.namedZone();
    if (zone == Settings::Zone::Named) {
        const auto typed = m_dialogs.line(tr("Times"), tr("In which zone? (Europe/Berlin)"), named);
        if (!typed || !QTimeZone(typed->trimmed().toUtf8()).isValid()) {
            if (typed)
                Q_EMIT refused(tr("%1 is no zone that this computer knows; write it like Europe/Berlin.").arg(*typed));
            m_actions.showZone(m_settings.zone());
            return;
        }
        named = typed->trimmed();
    }
    m_settings.setZone(zone, named);
    m_actions.showZone(zone);
    Q_EMIT chosen();
}

void ZoneChoice::apply(const Incident &incident)
{
    DisplayZone zone = statedZone(incident.offset, incident.zone);
    switch (m_settings.zone()) {
    case Settings::Zone::Incident:
        break;
    case Settings::Zone::Utc:
        zone = DisplayZone();
        break;
    case Settings::Zone::Local:
        zone = DisplayZone(QTimeZone::systemTimeZone());
        break;
    case Settings::Zone::Named:
        zone = DisplayZone(QTimeZone(m_settings.namedZone().toUtf8()));
        break;
    }
    m_view.setZone(zone);
    const bool isIncident = m_settings.zone() == Settings::Zone::Incident;
    const QString name = m_button->fontMetrics().elidedText(zone.label(), Qt::ElideMiddle, widestZone);
    m_button->setText(isIncident ? tr("Times: incident (%1)").arg(name) : tr("Times: %1").arg(name));
    const QString words =
        zone.written().isEmpty()
            ? tr("Times are shown in %1.").arg(zone.label())
            : tr("Times are shown in %1. The sources call it “%2”.").arg(zone.label(), zone.written());
    setToolTipText(m_button, PlainText::foreign(QStringView(words)));
}

} // namespace downtimeline
