// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/presentationsteps.h"

#include <QString>

namespace downtimeline {

class Settings;

/// How an incident is presented; remembered between two presentations.
struct PresentOptions
{
    StepChoice choice;
    QString screen;             ///< the name of the display for the slides; empty: another than the window's
    bool isLight = false;       ///< for bright rooms
    bool wantsPresenter = true; ///< the presenter's screen, where there is a second display

    bool operator==(const PresentOptions &) const = default;
};

PresentOptions presentOptions(const Settings &settings);
void keepPresentOptions(Settings &settings, const PresentOptions &options);

} // namespace downtimeline
