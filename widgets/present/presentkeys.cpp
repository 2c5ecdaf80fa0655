// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/presentkeys.h"

#include "widgets/present/presentation.h"

#include <QKeyEvent>

namespace downtimeline {
namespace {

constexpr double pointerStep = 0.012; ///< of the slide's width
constexpr double shape = 16.0 / 9;    ///< of a slide: as far up as sideways

/// The dot like that of a laser: P brings it and takes it away, Shift and the arrows move it.
bool point(const QKeyEvent &event, Presentation &presentation)
{
    if (event.key() == Qt::Key_P) {
        presentation.togglePointer();
        return true;
    }
    if (!event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Right:
        presentation.movePointer({pointerStep, 0});
        return true;
    case Qt::Key_Left:
        presentation.movePointer({-pointerStep, 0});
        return true;
    case Qt::Key_Up:
        presentation.movePointer({0, -pointerStep * shape});
        return true;
    case Qt::Key_Down:
        presentation.movePointer({0, pointerStep * shape});
        return true;
    default:
        return false;
    }
}

bool move(const QKeyEvent &event, Presentation &presentation)
{
    const bool isShifted = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Space:
        isShifted ? presentation.previous() : presentation.next();
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Forward:
        presentation.next();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Back:
        presentation.previous();
        return true;
    case Qt::Key_Home:
        presentation.goTo(0);
        return true;
    case Qt::Key_End:
        presentation.goTo(presentation.steps() - 1);
        return true;
    default:
        return false;
    }
}

bool look(const QKeyEvent &event, Presentation &presentation)
{
    switch (event.key()) {
    case Qt::Key_Z:
        presentation.toggleView(PresentView::Near);
        return true;
    case Qt::Key_O:
        presentation.toggleView(PresentView::Whole);
        return true;
    case Qt::Key_B:
    case Qt::Key_Period:
        presentation.toggleBlank();
        return true;
    case Qt::Key_N:
        presentation.toggleNotes();
        return true;
    case Qt::Key_L:
        presentation.setLight(!presentation.isLight());
        return true;
    case Qt::Key_F5: // a remote's start key must not start it again
        return true;
    default:
        return false;
    }
}

bool number(const QKeyEvent &event, Presentation &presentation)
{
    const bool isTyping = !presentation.typed().isEmpty();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        isTyping ? presentation.goToTyped() : presentation.next();
        return true;
    case Qt::Key_Backspace:
        isTyping ? presentation.eraseTyped() : presentation.previous();
        return true;
    case Qt::Key_Escape:
        isTyping ? presentation.eraseTyped() : presentation.leave();
        return true;
    default:
        break;
    }
    if (event.key() < Qt::Key_0 || event.key() > Qt::Key_9)
        return false;
    presentation.type(QChar(u'0' + (event.key() - Qt::Key_0)));
    return true;
}

} // namespace

bool handlePresentKey(const QKeyEvent &event, Presentation &presentation)
{
    constexpr Qt::KeyboardModifiers others = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (event.modifiers() & others)
        return false;
    return point(event, presentation) || move(event, presentation) || look(event, presentation) ||
           number(event, presentation);
}

} // namespace downtimeline
