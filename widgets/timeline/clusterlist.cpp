// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/clusterlist.h"

#include "widgets/paint/glyphs.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/clustermodel.h"
#include "widgets/timeline/eventtext.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr int rowHeight = 24;
constexpr int mostRows = 10;
constexpr int listWidth = 380;
constexpr int headingHeight = 24;
constexpr int padding = 10;
constexpr int glyphRoom = 20;
constexpr double glyphSize = 10;
constexpr int gap = 6; // between the mark and the list
constexpr double dimmed = 0.38;

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {listWidth, rowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selection);
        if (index.data(ClusterModel::DimRole).toBool())
            painter->setOpacity(dimmed);
        QRect rest = option.rect.adjusted(padding, 0, -padding, 0);
        const auto kind = static_cast<EventKind>(index.data(ClusterModel::KindRole).toInt());
        const QPointF centre(rest.left() + glyphSize / 2, rest.center().y() + 0.5);
        drawGlyph(*painter, kind, centre, glyphSize, theme.kind(kind));
        if (index.data(ClusterModel::StarredRole).toBool()) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->fillPath(starPath(8).translated(centre + QPointF(5, -5)), theme.warning);
        }
        rest.setLeft(rest.left() + glyphRoom);
        const QString time = index.data(ClusterModel::TimeRole).toString();
        const QFont bold = uiFont(12, QFont::DemiBold);
        painter->setPen(theme.ink);
        painter->setFont(bold);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, time);
        rest.setLeft(rest.left() + QFontMetrics(bold).horizontalAdvance(time) + 8);
        painter->setFont(uiFont(12));
        const QString title =
            QFontMetrics(uiFont(12)).elidedText(index.data().toString(), Qt::ElideRight, rest.width());
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
        painter->restore();
    }
};

} // namespace

ClusterList::ClusterList(QWidget *parent)
    : QFrame(parent), m_events(new ClusterModel(this)), m_view(new QListView(this)), m_heading(new Label(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_heading->setFont(uiFont(12));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setContentsMargins(padding, 0, padding, 0);
    m_heading->setFixedHeight(headingHeight);
    m_view->setModel(m_events);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    setFocusProxy(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_view, 1);
    connect(m_view, &QListView::clicked, this, &ClusterList::choose);
    hide();
}

ClusterList::~ClusterList()
{
    m_view->removeEventFilter(this); // it is asked until the child is gone
}

void ClusterList::open(
    const HitArea &hit, const TimelineContent &content, const TimelineLook &look, const QRectF &place)
{
    m_events->show(&content, look, static_cast<std::size_t>(std::max(0, hit.lane)), hit.range);
    const EventWords words(content, look, hit.range);
    const int count = m_events->rowCount();
    m_heading->setText(
        PlainText::own(QStringLiteral("%1 · %2").arg(words.rangeOf(hit.range), words.countOf(count, count))));
    m_view->setAccessibleName(m_heading->text());
    setGeometry(placeBeside(place));
    show();
    raise();
    m_view->setCurrentIndex(m_events->index(0));
    m_view->setFocus(Qt::PopupFocusReason);
}

QString ClusterList::heading() const
{
    return m_heading->text();
}

/// Below the mark or above it, where there is more room; never over it.
QRect ClusterList::placeBeside(const QRectF &place) const
{
    const QRect room = parentWidget()->rect();
    const int below = room.bottom() - static_cast<int>(std::ceil(place.bottom())) - gap;
    const int above = static_cast<int>(std::floor(place.top())) - gap - room.top();
    const int wanted = headingHeight + std::clamp(m_events->rowCount(), 1, mostRows) * rowHeight + 2;
    const bool isBelow = wanted <= below || below >= above;
    const int height = std::min(wanted, std::max({headingHeight + rowHeight + 2, isBelow ? below : above}));
    const int width = std::min(listWidth, room.width());
    const int left = std::clamp(
        static_cast<int>(place.left()) - padding, room.left(), std::max(room.left(), room.right() + 1 - width));
    const int top = isBelow ? static_cast<int>(std::ceil(place.bottom())) + gap
                            : static_cast<int>(std::floor(place.top())) - gap - height;
    return {left, top, width, height};
}

void ClusterList::choose(const QModelIndex &index)
{
    const EventId event = m_events->eventAt(index.row());
    shut();
    if (event.isValid())
        Q_EMIT eventChosen(event);
}

void ClusterList::shut()
{
    if (isHidden())
        return;
    hide();
    m_events->clear();
}

bool ClusterList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            shut();
    } else if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isChoice = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (!isChoice && key != Qt::Key_Escape)
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            if (isChoice)
                choose(m_view->currentIndex());
            else
                shut();
            Q_EMIT closed();
        }
        return true;
    }
    return false;
}

} // namespace downtimeline
