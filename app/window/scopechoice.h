// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventfilter.h"
#include "models/report/exportscope.h"

#include <QWidget>

#include <optional>
#include <set>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QToolButton;

namespace downtimeline {

class ChoiceBox;
class ViewState;

/// What the window shows of the open incident: what the choices of an export are made from.
struct ShownScope
{
    TimeRange visible{};
    bool hasTimes = false;
    EventFilter filter;
    DisplayZone zone;
    std::optional<DisplayZone> secondZone;
    bool hidesNames = false;
};

ShownScope shownScope(const ViewState &view, bool hidesNames);

/// What of an incident goes out, the same for every format: which events, of which kinds, with which words, in which
/// zone, with names or roles.
class ScopeChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeChoice(ShownScope shown, QWidget *parent = nullptr);

    ExportScope scope() const;
    /// Roles go out in the place of the names on the user's list.
    bool hidesNames() const;

    ChoiceBox *events() const { return m_events; }
    QToolButton *kinds() const { return m_kinds; }
    QLineEdit *words() const { return m_words; }
    ChoiceBox *times() const { return m_times; }
    QCheckBox *names() const { return m_names; }
    /// So that a form can go on with rows of its own.
    QFormLayout *form() const { return m_form; }

Q_SIGNALS:
    void changed();

private:
    void addEvents();
    void addKinds();
    void addTimes();
    std::set<EventKind> chosenKinds() const;
    void showKinds();

    const ShownScope m_shown;
    QFormLayout *m_form;
    ChoiceBox *m_events = nullptr;
    QToolButton *m_kinds = nullptr;
    QLineEdit *m_words = nullptr;
    ChoiceBox *m_times = nullptr;
    QCheckBox *m_names = nullptr;
};

} // namespace downtimeline
