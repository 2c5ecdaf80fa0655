// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace downtimeline {

class Presentation;

/// What a key does to a presentation, the same on the slides and on the presenter's screen; false where it is none of
/// its keys. Presenter remotes send page keys, a period (blank), F5 and Escape.
bool handlePresentKey(const QKeyEvent &event, Presentation &presentation);

} // namespace downtimeline
