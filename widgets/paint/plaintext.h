// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

#include <string_view>

namespace downtimeline {

/// Text that is never markup: the only door by which text reaches a label, a tooltip or a chart.
class PlainText
{
public:
    PlainText() = default;
    /// Text from a file or a user: clipped to maximumLength characters and 16 combining marks a base, control and
    /// direction characters made visible.
    static PlainText foreign(QStringView text);
    static PlainText foreign(std::string_view utf8);
    /// The program's own words.
    static PlainText own(QString text);

    static constexpr int maximumLength = 2000;

    const QString &text() const { return m_text; }
    /// For the places that read markup whatever one does: every text of Qt Charts.
    QString escaped() const;
    /// For tooltips, also those of item views (Qt::ToolTipRole): wrapped, and never taken for markup.
    QString forToolTip() const;

    bool operator==(const PlainText &) const = default;

private:
    explicit PlainText(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

/// A QLabel that shows plain text only.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(QWidget *parent = nullptr);
    explicit Label(const PlainText &text, QWidget *parent = nullptr);

    void setText(const PlainText &text);
    void setText(const QString &) = delete;
};

/// The only way to a tooltip.
void setToolTipText(QWidget *widget, const PlainText &text);

} // namespace downtimeline
