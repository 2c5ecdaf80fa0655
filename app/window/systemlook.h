// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace downtimeline {

/// Notes whether the system is dark. Once, before the application gets a palette of its own: Qt 6.4 has no other way.
void noteSystemLook(QApplication &application);

/// Whether the system is dark: asked anew where Qt can tell (6.5), else as it was noted.
bool isSystemDark();

} // namespace downtimeline
