// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/scopechoice.h"

#include "app/exporting/filteredevents.h"
#include "models/domain/kind.h"
#include "models/items/viewstate.h"
#include "models/timeline/displayzone.h"
#include "widgets/import/choicebox.h"

#include <QAction>
#include <QCheckBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>

#include <utility>

namespace downtimeline {
namespace {

/// Of the events box besides the choices of EventChoice.
constexpr int byFilter = -1;

enum class Times { Incident, Window, Utc };

/// A menu that stays open while its items are ticked.
class TickMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!tick())
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Space || !tick())
            QMenu::keyPressEvent(event);
    }

private:
    bool tick()
    {
        QAction *action = activeAction();
        if (!action || !action->isCheckable())
            return false;
        action->trigger();
        return true;
    }
};

} // namespace

ShownScope shownScope(const ViewState &view, bool hidesNames)
{
    return {
        .visible = view.visible(),
        .hasTimes = view.hasTimes(),
        .filter = view.filter(),
        .zone = view.zone(),
        .secondZone = view.secondZone(),
        .hidesNames = hidesNames};
}

ScopeChoice::ScopeChoice(ShownScope shown, QWidget *parent)
    : QWidget(parent), m_shown(std::move(shown)), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(16);
    addEvents();
    addKinds();
    m_words = new QLineEdit(this);
    m_words->setAccessibleName(tr("Only events with these words"));
    m_words->setPlaceholderText(tr("any"));
    m_form->addRow(tr("With &words"), m_words);
    addTimes();
    m_names = new QCheckBox(tr("&Roles in the place of names"), this);
    m_names->setChecked(m_shown.hidesNames);
    m_form->addRow(m_names);
    connect(m_events, &QComboBox::currentIndexChanged, this, &ScopeChoice::changed);
    connect(m_times, &QComboBox::currentIndexChanged, this, &ScopeChoice::changed);
    connect(m_words, &QLineEdit::textChanged, this, &ScopeChoice::changed);
    connect(m_names, &QCheckBox::toggled, this, &ScopeChoice::changed);
}

void ScopeChoice::addEvents()
{
    m_events = new ChoiceBox(tr("Events"), this);
    m_events->addItem(tr("All"), static_cast<int>(EventChoice::Which::All));
    if (m_shown.hasTimes)
        m_events->addItem(tr("Those in view"), static_cast<int>(EventChoice::Which::Range));
    m_events->addItem(tr("Starred"), static_cast<int>(EventChoice::Which::Starred));
    if (!m_shown.filter.isEmpty())
        m_events->addItem(tr("Those of the filter"), byFilter);
    m_form->addRow(tr("&Events"), m_events);
}

void ScopeChoice::addKinds()
{
    m_kinds = new QToolButton(this);
    m_kinds->setProperty("role", QStringLiteral("outline"));
    m_kinds->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    m_kinds->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new TickMenu(m_kinds);
    for (const EventKind kind : allEventKinds()) {
        QAction *action = menu->addAction(kindName(kind));
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        connect(action, &QAction::toggled, this, [this] {
            showKinds();
            Q_EMIT changed();
        });
    }
    m_kinds->setMenu(menu);
    m_form->addRow(tr("&Kinds"), m_kinds);
    showKinds();
}

void ScopeChoice::addTimes()
{
    m_times = new ChoiceBox(tr("Times"), this);
    m_times->addItem(tr("As in the window (%1)").arg(m_shown.zone.label()), static_cast<int>(Times::Window));
    m_times->addItem(tr("As the incident tells them"), static_cast<int>(Times::Incident));
    m_times->addItem(tr("UTC"), static_cast<int>(Times::Utc));
    m_form->addRow(tr("&Times"), m_times);
}

std::set<EventKind> ScopeChoice::chosenKinds() const
{
    std::set<EventKind> kinds;
    for (const QAction *action : m_kinds->menu()->actions()) {
        if (action->isChecked())
            kinds.insert(static_cast<EventKind>(action->data().toInt()));
    }
    return kinds;
}

void ScopeChoice::showKinds()
{
    const std::set<EventKind> kinds = chosenKinds();
    const QString words = kinds.empty()       ? tr("Every kind")
                          : kinds.size() == 1 ? kindName(*kinds.begin())
                                              : tr("%1 kinds").arg(kinds.size());
    m_kinds->setText(words);
    m_kinds->setAccessibleName(tr("Kinds: %1").arg(words));
}

ExportScope ScopeChoice::scope() const
{
    ExportScope scope;
    EventChoice &events = scope.events;
    const int which = m_events->currentData().toInt();
    if (which == byFilter)
        narrow(events, m_shown.filter);
    else
        events.which = static_cast<EventChoice::Which>(which);
    if (events.which == EventChoice::Which::Range)
        events.range = m_shown.visible;
    EventFilter own;
    own.kinds = chosenKinds();
    own.text = m_words->text();
    narrow(events, own);
    const auto times = static_cast<Times>(m_times->currentData().toInt());
    if (times == Times::Window) {
        scope.zone = m_shown.zone;
        scope.secondZone = m_shown.secondZone;
    } else if (times == Times::Utc) {
        scope.zone = DisplayZone();
    }
    return scope;
}

bool ScopeChoice::hidesNames() const
{
    return m_names->isChecked();
}

} // namespace downtimeline
