// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidentlistmodel.h"
#include "models/items/incidentlistorder.h"

#include <QWidget>

class QListView;
class QToolButton;

namespace downtimeline {

class Label;
class RecoveryBars;

/// The incidents of the library: how many, in which order, the list itself, and the trend where there is one.
class LibraryList : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryList(QWidget *parent = nullptr);

    /// now ends the twelve months of the trend. The current incident stays current where it is still there.
    void setIncidents(std::vector<IncidentEntry> incidents, Instant now);
    /// What a search found; none shows all. Where it found nothing the list says so. The current incident is current
    /// again as soon as it is shown.
    void setFound(std::optional<std::set<IncidentId>> found);
    std::optional<IncidentId> current() const;
    /// Chooses the only incident that is shown, as a click on it would; nothing where there are none or several.
    void chooseOnly();
    /// Makes it current without telling; one that is not shown leaves nothing current for the time being.
    void setCurrent(std::optional<IncidentId> incident);
    void setOrder(IncidentListOrder::Order order);
    IncidentListOrder::Order order() const { return m_order.order(); }
    /// For actions of the context menu, and the focus.
    QListView *view() const { return m_view; }

Q_SIGNALS:
    /// The user moved to this incident.
    void incidentChosen(downtimeline::IncidentId incident);
    void orderChanged(downtimeline::IncidentListOrder::Order order);

private:
    void createWidgets();
    void layOut();
    void connectSignals();
    void fillMenu();
    void tellCount();
    void showWanted();

    IncidentListModel m_incidents;
    IncidentListOrder m_order;
    Label *m_count = nullptr;
    QToolButton *m_orderButton = nullptr;
    QListView *m_view = nullptr;
    RecoveryBars *m_bars = nullptr;
    Label *m_nothing = nullptr;         ///< over the list while a search found nothing
    std::optional<IncidentId> m_wanted; ///< current, or would be if the search showed it
    bool m_isQuiet = false;             ///< the current row changes, but not by the user
};

} // namespace downtimeline
