// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/valueforreaders.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace downtimeline {
namespace {

class AccessibleValue : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    AccessibleValue(QWidget *widget, ValueForReaders *value)
        : QAccessibleWidget(widget, QAccessible::Slider), m_value(value)
    {}

    QString text(QAccessible::Text part) const override
    {
        return part == QAccessible::Value ? m_value->valueText() : QAccessibleWidget::text(part);
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return m_value->position(); }
    void setCurrentValue(const QVariant &value) override { m_value->setPosition(value.toDouble()); }
    QVariant minimumValue() const override { return 0.0; }
    QVariant maximumValue() const override { return 100.0; }
    QVariant minimumStepSize() const override { return 0.1; }

private:
    ValueForReaders *m_value;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    auto *value = dynamic_cast<ValueForReaders *>(widget);
    return value ? new AccessibleValue(widget, value) : nullptr;
}

} // namespace

void tellValuesToReaders()
{
    QAccessible::installFactory(makeAccessible); // the same one again is left alone
}

} // namespace downtimeline
