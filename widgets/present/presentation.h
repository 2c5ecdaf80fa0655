// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "widgets/present/presentationcontent.h"
#include "widgets/present/slidelayout.h"

#include <QObject>
#include <QPointF>

#include <functional>
#include <optional>

namespace downtimeline {

/// Where a presentation is. The slides and the presenter's screen show it and move it; the window's own view state is
/// left alone, this works on a copy.
class Presentation : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// The view is copied: its whole, its lanes and its zone.
    explicit Presentation(const ViewState &view, QObject *parent = nullptr);

    /// The step stays the one of the same event, or of the same kind. Never without a step.
    void setContent(PresentationContent content);
    const PresentationContent &content() const { return m_content; }

    std::size_t step() const { return m_step; }
    std::size_t steps() const { return m_content.steps.steps.size(); }
    const PresentationStep &current() const { return m_content.steps.steps.at(m_step); }
    /// The opening is 0; beyond the last step is the last one.
    void goTo(std::size_t step);
    void goToEvent(EventId event);
    void next();
    void previous();

    PresentView view() const { return m_look; }
    /// Near or whole; the same again goes back to what was so far.
    void toggleView(PresentView view);
    bool isBlank() const { return m_isBlank; }
    void toggleBlank();
    bool hasNotes() const { return m_hasNotes; }
    void toggleNotes();
    bool isLight() const { return m_isLight; }
    void setLight(bool isLight);

    /// Where the dot of the keys is, in parts of the slide's width and height; none: there is no dot.
    std::optional<QPointF> pointer() const { return m_pointer; }
    /// Into the middle of the slide, or away.
    void togglePointer();
    /// By parts of width and height, within the slide; brings the dot where there is none.
    void movePointer(QPointF by);
    void hidePointer();

    /// Digits that were typed so far, for the step to go to.
    const QString &typed() const { return m_typed; }
    void type(QChar digit);
    void eraseTyped();
    /// Goes to the step whose number was typed.
    void goToTyped();

    /// How long it has been shown, and this step of it.
    std::chrono::seconds elapsed() const { return since(m_begun); }
    std::chrono::seconds elapsedOfStep() const { return since(m_stepBegun); }
    void setClock(Clock clock);

    void leave() { Q_EMIT leaveRequested(); }

    /// The slide of a step, as the presentation stands; notes and typed digits only on the current one.
    SlideRequest request(std::size_t step, QSizeF size) const;

Q_SIGNALS:
    void changed();
    void stepChanged();
    void pointerMoved();
    void leaveRequested();

private:
    void show(PresentView view);
    std::chrono::seconds since(std::chrono::steady_clock::time_point then) const;

    ViewState m_view;
    PresentationContent m_content;
    std::size_t m_step = 0;
    PresentView m_look = PresentView::SoFar;
    bool m_isBlank = false;
    bool m_hasNotes = false;
    bool m_isLight = false;
    QString m_typed;
    std::optional<QPointF> m_pointer;
    Clock m_clock;
    std::chrono::steady_clock::time_point m_begun;
    std::chrono::steady_clock::time_point m_stepBegun;
};

} // namespace downtimeline
