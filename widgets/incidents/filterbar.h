// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QMenu;
class QToolButton;

namespace downtimeline {

class Label;

/// Narrows the events that are shown: by words that can be typed, and by menus of what there is. It says how many
/// events are left out, and lets go by Escape or one click.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// The view state outlives it.
    explicit FilterBar(ViewState &view, QWidget *parent = nullptr);

    /// What the menus offer.
    void setOffers(const QStringList &services, const QStringList &sources);
    /// Shows itself and takes the keys.
    void open();

    QLineEdit *words() const { return m_words; }
    QToolButton *kinds() const { return m_kinds; }
    QToolButton *services() const { return m_services; }
    QToolButton *sources() const { return m_sources; }
    QToolButton *stars() const { return m_stars; }
    QToolButton *hides() const { return m_hides; }
    QToolButton *clearButton() const { return m_clear; }
    QString told() const;

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createWidgets();
    void layOut();
    void connectSignals();
    void fillKinds();
    void fillNames(QToolButton &button, const QStringList &offers, QStringList EventFilter::*names);
    void change(const std::function<void(EventFilter &)> &how);
    void takeWords();
    void showFilter();
    void clear();

    ViewState &m_view;
    QLineEdit *m_words = nullptr;
    QToolButton *m_kinds = nullptr;
    QToolButton *m_services = nullptr;
    QToolButton *m_sources = nullptr;
    QToolButton *m_stars = nullptr;
    QToolButton *m_hides = nullptr;
    QToolButton *m_clear = nullptr;
    Label *m_told = nullptr;
    QTimer m_typing; ///< a search of a million events waits for the end of a word
};

} // namespace downtimeline
