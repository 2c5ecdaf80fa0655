// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace downtimeline {

/// What a system's settings say of motion; each text is empty where the system has no such thing.
struct MotionSettings
{
    QString kdeFactor{};     ///< [KDE] AnimationDurationFactor of kdeglobals: 0 is none
    QString gtkAnimations{}; ///< gtk-enable-animations of GTK's settings.ini
    QString gnome{};         ///< what gsettings answers for enable-animations

    bool operator==(const MotionSettings &) const = default;
};

/// Motion is wanted unless one of them says that it is not.
bool isMotionWanted(const MotionSettings &settings);

/// The files of a configuration folder.
MotionSettings motionSettingsIn(const QString &folder);

/// Whether the system wants motion. Qt 6.4 asks none of them on Linux: elsewhere what Qt says of the platform's effects
/// is taken. GNOME is asked beside the window, where its tool is there; the answer comes at once or later, and never
/// when the context is gone.
void askSystemMotion(QObject *context, std::function<void(bool wanted)> answer);

} // namespace downtimeline
