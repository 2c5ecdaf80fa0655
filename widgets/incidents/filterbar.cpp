// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/filterbar.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace downtimeline {
namespace {

constexpr int mostOffers = 40; // a longer menu is no help: names can be typed
constexpr auto pause = std::chrono::milliseconds(150);

QToolButton *button(const QString &text, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setText(text);
    made->setProperty("role", QStringLiteral("flat"));
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace

FilterBar::FilterBar(ViewState &view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setAccessibleName(tr("Filter"));
    createWidgets();
    layOut();
    fillKinds();
    connectSignals();
    showFilter();
}

void FilterBar::createWidgets()
{
    m_words = new QLineEdit(this);
    m_words->setPlaceholderText(tr("kind:alert service:db star: words"));
    m_words->setAccessibleName(tr("Show only events with"));
    m_words->setMinimumWidth(160);
    m_words->installEventFilter(this);
    m_kinds = button(tr("Kind"), this);
    m_services = button(tr("Service"), this);
    m_sources = button(tr("Source"), this);
    for (QToolButton *menu : {m_kinds, m_services, m_sources}) {
        menu->setPopupMode(QToolButton::InstantPopup);
        menu->setMenu(new QMenu(menu));
    }
    m_stars = button(tr("Starred"), this);
    m_stars->setCheckable(true);
    m_hides = button(tr("Hide others"), this);
    m_hides->setCheckable(true);
    setToolTipText(m_hides, PlainText::own(tr("Other events are dimmed; pressed, they are not shown at all.")));
    m_told = new Label(this);
    m_told->setForegroundRole(QPalette::PlaceholderText);
    m_clear = button(tr("Clear"), this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
}

void FilterBar::layOut()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 5);
    row->setSpacing(4);
    row->addWidget(m_words, 1);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_kinds, m_services, m_sources, m_stars, m_hides, m_told, m_clear})
        row->addWidget(widget);
}

void FilterBar::connectSignals()
{
    connect(m_words, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_words, &QLineEdit::returnPressed, this, &FilterBar::takeWords);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::takeWords);
    connect(m_stars, &QToolButton::clicked, this, [this](bool on) {
        change([on](EventFilter &filter) { filter.starsOnly = on; });
    });
    connect(m_hides, &QToolButton::clicked, this, [this](bool on) { m_view.setHidesFiltered(on); });
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(&m_view, &ViewState::filterChanged, this, &FilterBar::showFilter);
    connect(&m_view, &ViewState::maskChanged, this, &FilterBar::showFilter);
}

void FilterBar::fillKinds()
{
    for (const EventKind kind : allEventKinds()) {
        QAction *action = m_kinds->menu()->addAction(kindName(kind));
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        connect(action, &QAction::triggered, this, [this, kind](bool on) {
            change([=](EventFilter &filter) {
                if (on)
                    filter.kinds.insert(kind);
                else
                    filter.kinds.erase(kind);
            });
        });
    }
}

void FilterBar::setOffers(const QStringList &services, const QStringList &sources)
{
    fillNames(*m_services, services, &EventFilter::services);
    fillNames(*m_sources, sources, &EventFilter::sources);
    showFilter();
}

void FilterBar::fillNames(QToolButton &button, const QStringList &offers, QStringList EventFilter::*names)
{
    button.menu()->clear();
    button.setEnabled(!offers.isEmpty());
    for (const QString &name : offers.mid(0, mostOffers)) {
        const QString shown = PlainText::foreign(QStringView(name)).text().simplified().left(60);
        QAction *action = button.menu()->addAction(QString(shown).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setData(name);
        connect(action, &QAction::triggered, this, [this, name, names](bool on) {
            change([&](EventFilter &filter) {
                (filter.*names).removeAll(name);
                if (on)
                    (filter.*names) << name;
            });
        });
    }
}

void FilterBar::change(const std::function<void(EventFilter &)> &how)
{
    m_typing.stop();
    EventFilter filter = parseFilter(m_words->text());
    how(filter);
    m_words->setText(filterWords(filter));
    m_view.setFilter(std::move(filter));
}

void FilterBar::takeWords()
{
    m_typing.stop();
    m_view.setFilter(parseFilter(m_words->text()));
}

void FilterBar::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FilterBar::clear()
{
    m_typing.stop();
    m_words->clear();
    m_view.setFilter({});
    hide();
    Q_EMIT closed();
}

QString FilterBar::told() const
{
    return m_told->text();
}

void FilterBar::showFilter()
{
    const EventFilter &filter = m_view.filter();
    if (parseFilter(m_words->text()) != filter && !m_typing.isActive()) // it was changed elsewhere
        m_words->setText(filterWords(filter));
    for (QAction *action : m_kinds->menu()->actions())
        action->setChecked(filter.kinds.contains(static_cast<EventKind>(action->data().toInt())));
    for (QAction *action : m_services->menu()->actions())
        action->setChecked(filter.services.contains(action->data().toString()));
    for (QAction *action : m_sources->menu()->actions())
        action->setChecked(filter.sources.contains(action->data().toString()));
    m_stars->setChecked(filter.starsOnly);
    m_hides->setChecked(m_view.hidesFiltered());
    const SharedMask &mask = m_view.mask();
    QString told;
    if (!filter.unknown.isEmpty())
        told = tr("“%1” is no kind").arg(filter.unknown.front().left(30));
    else if (mask)
        told = (m_view.hidesFiltered() ? tr("%1 of %2 events hidden") : tr("%1 of %2 events dimmed"))
                   .arg(
                       QLocale().toString(static_cast<qulonglong>(mask->left())),
                       QLocale().toString(static_cast<qulonglong>(mask->passes.size())));
    m_told->setText(PlainText::foreign(QStringView(told)));
    if (!filter.isEmpty())
        show();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
}

} // namespace downtimeline
