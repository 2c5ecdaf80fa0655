// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/style.h"

#include "widgets/paint/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QGraphicsView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr double radius = 6;
constexpr int toolButtonHeight = 26;
constexpr int lineEditHeight = 28;
constexpr int menuArrowWidth = 14;

enum class Role { Flat, Outline, Primary };

Role roleOf(const QWidget *widget)
{
    const QString role = widget ? widget->property("role").toString() : QString();
    if (role == QLatin1String("primary"))
        return Role::Primary;
    return role == QLatin1String("outline") ? Role::Outline : Role::Flat;
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

void drawRounded(QPainter *painter, const QRect &rect, const QBrush &fill, const QPen &pen, double corner = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(pen);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter->restore();
}

/// Hover, pressed and checked states are shades of the ink, so that they read in either look.
QColor shade(const QStyleOption *option)
{
    const QColor ink = option->palette.color(QPalette::WindowText);
    if (!(option->state & QStyle::State_Enabled))
        return Qt::transparent;
    if (option->state & QStyle::State_Sunken)
        return withAlpha(ink, 0.12);
    if (option->state & QStyle::State_On)
        return option->palette.color(QPalette::Highlight);
    return option->state & QStyle::State_MouseOver ? withAlpha(ink, 0.06) : QColor(Qt::transparent);
}

void drawFocusRing(const QStyleOption *option, QPainter *painter)
{
    const QStyle::State wanted = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option->state & wanted) == wanted)
        drawRounded(painter, option->rect, Qt::NoBrush, QPen(option->palette.color(QPalette::Link), 2), radius - 1);
}

void drawButtonPanel(const QStyleOption *option, QPainter *painter, Role role)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    if (role == Role::Primary) {
        QColor fill = palette.color(enabled ? QPalette::Link : QPalette::Mid);
        if (enabled && option->state & QStyle::State_Sunken)
            fill = fill.darker(120);
        else if (enabled && option->state & QStyle::State_MouseOver)
            fill = fill.lighter(108);
        drawRounded(painter, option->rect, fill, Qt::NoPen);
    } else {
        const QPen pen = role == Role::Outline ? QPen(palette.color(QPalette::Mid)) : QPen(Qt::NoPen);
        drawRounded(painter, option->rect, shade(option), pen);
    }
    drawFocusRing(option, painter);
}

/// The text of a filled button reads on the accent.
void giveTextColour(QPalette &palette, Role role)
{
    if (role != Role::Primary)
        return;
    const Theme &theme = palette.color(QPalette::Window).lightness() < 128 ? Theme::dark() : Theme::light();
    for (const QPalette::ColorRole text : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
        palette.setColor(QPalette::Active, text, theme.onAccent());
    for (const QPalette::ColorRole text : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
        palette.setColor(QPalette::Inactive, text, theme.onAccent());
}

void drawMenuArrow(const QStyleOption *option, QPainter *painter)
{
    const QPointF middle(option->rect.right() - menuArrowWidth / 2.0 - 1, option->rect.center().y() + 1.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option->palette.color(QPalette::ButtonText));
    painter->drawPolygon(QPolygonF{middle + QPointF(-3.5, -2), middle + QPointF(3.5, -2), middle + QPointF(0, 2.5)});
    painter->restore();
}

void drawToolButton(const Style &style, const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget)
{
    const Role role = roleOf(widget);
    QStyleOptionToolButton label = button;
    giveTextColour(label.palette, role);
    drawButtonPanel(&button, painter, role);
    if (button.features & QStyleOptionToolButton::HasMenu) {
        drawMenuArrow(&label, painter);
        label.rect.setRight(label.rect.right() - menuArrowWidth);
    }
    label.state &= ~(QStyle::State_Sunken | QStyle::State_On); // a label that shifts when pressed looks broken
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
}

void drawScrollBar(const Style &style, const QStyleOptionSlider &bar, QPainter *painter, const QWidget *widget)
{
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Window));
    if (bar.maximum <= bar.minimum)
        return;
    const QRect slider = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    const bool touched = bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor ink = bar.palette.color(QPalette::PlaceholderText);
    drawRounded(painter, slider.adjusted(2, 2, -2, -2), withAlpha(ink, touched ? 0.6 : 0.3), Qt::NoPen, 3);
}

void drawLineEdit(const QStyleOptionFrame &frame, QPainter *painter)
{
    if (frame.lineWidth <= 0) {
        painter->fillRect(frame.rect, frame.palette.color(QPalette::Base));
        return;
    }
    const bool focus = frame.state & QStyle::State_HasFocus;
    drawRounded(
        painter, frame.rect, frame.palette.color(QPalette::Base),
        QPen(frame.palette.color(focus ? QPalette::Link : QPalette::Mid)));
}

void drawLineAt(QPainter *painter, const QRect &rect, const QStyleOption *option)
{
    painter->fillRect(rect, option->palette.color(QPalette::Mid));
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            drawLineEdit(*frame, painter);
            return;
        }
        break;
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem:
    case PE_FrameFocusRect:
        if (element == PE_FrameFocusRect)
            drawFocusRing(option, painter);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        drawLineAt(painter, QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)), option);
        return;
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, roleOf(widget) == Role::Flat ? Role::Outline : roleOf(widget));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), option->palette.color(QPalette::ToolTipBase));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_ToolBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        drawLineAt(painter, QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), option);
        return;
    }
    if (element == CE_Splitter) {
        drawLineAt(painter, option->rect, option);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        drawLineAt(painter, QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), option);
        return;
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            giveTextColour(label.palette, roleOf(widget));
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ToolButton && button)
        drawToolButton(*this, *button, painter, widget);
    else if (control == CC_ScrollBar && slider)
        drawScrollBar(*this, *slider, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ToolButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button && button->toolButtonStyle != Qt::ToolButtonIconOnly)
            result.setWidth(size.width() + 16);
        if (button && button->features & QStyleOptionToolButton::HasMenu)
            result.rwidth() += menuArrowWidth;
        result.setHeight(std::max(toolButtonHeight, size.height() + 4));
    }
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(std::max(lineEditHeight, result.height()));
    if (type == CT_PushButton)
        result = QSize(std::max(64, result.width()), std::max(lineEditHeight, result.height()));
    return result;
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl subControl, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = std::max(1, bar->maximum - bar->minimum);
    const int thumb = std::clamp(
        static_cast<int>(double(bar->pageStep) / (double(range) + bar->pageStep) * length), std::min(28, length),
        length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto part = [&](int from, int size) {
        const QRect rect = across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                                  : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, thumb);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + thumb, length - start - thumb);
    default: // no arrow buttons
        return {};
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QGraphicsView *>(widget))
            return 0;
        break;
    case PM_ScrollBarExtent:
        return 10;
    case PM_SplitterWidth:
        return 1;
    case PM_ToolBarFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ToolBarItemSpacing:
        return 4;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    auto *edit = qobject_cast<QLineEdit *>(widget);
    QWidget *const parent = widget->parentWidget();
    if (edit && !qobject_cast<QComboBox *>(parent) && !qobject_cast<QAbstractSpinBox *>(parent))
        edit->setTextMargins(8, 0, 8, 0); // Fusion leaves the text at the frame
}

bool PlainTextGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *label = qobject_cast<QLabel *>(watched);
        if (label && !label->property("markup").toBool())
            label->setTextFormat(Qt::PlainText);
    }
    return false;
}

void applyLook(QApplication &application, bool dark)
{
    if (!qobject_cast<Style *>(QApplication::style())) {
        QApplication::setStyle(new Style);
        QApplication::setFont(uiFont());
    }
    if (!application.findChild<PlainTextGuard *>(QString(), Qt::FindDirectChildrenOnly))
        application.installEventFilter(new PlainTextGuard(&application));
    QApplication::setPalette((dark ? Theme::dark() : Theme::light()).palette());
}

} // namespace downtimeline
