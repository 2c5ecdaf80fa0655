// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QScreen;
class QWidget;

namespace downtimeline {

/// Which display shows what.
struct ScreenPlan
{
    QScreen *slides = nullptr;
    QScreen *presenter = nullptr; ///< null: no presenter's screen

    bool operator==(const ScreenPlan &) const = default;
};

/// The slides on the display of that name, else on another than the window's, else on the only one. The presenter's
/// screen on the window's display, where that is free, else on any other.
ScreenPlan planScreens(const QList<QScreen *> &screens, QScreen *ofWindow, const QString &wanted, bool wantsPresenter);

/// Full screen on that display; also where it is shown elsewhere already.
void showOn(QWidget &widget, QScreen *screen);

} // namespace downtimeline
