// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/presentscreens.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace downtimeline {

ScreenPlan planScreens(const QList<QScreen *> &screens, QScreen *ofWindow, const QString &wanted, bool wantsPresenter)
{
    if (screens.isEmpty())
        return {};
    const auto named =
        std::ranges::find_if(screens, [&wanted](const QScreen *screen) { return screen->name() == wanted; });
    const auto other = std::ranges::find_if(screens, [ofWindow](const QScreen *screen) { return screen != ofWindow; });
    ScreenPlan plan;
    plan.slides = !wanted.isEmpty() && named != screens.end() ? *named
                  : other != screens.end()                    ? *other
                                                              : screens.front();
    if (!wantsPresenter || screens.size() < 2)
        return plan;
    const bool isWindowsFree = ofWindow != plan.slides && screens.contains(ofWindow);
    plan.presenter = isWindowsFree ? ofWindow : *std::ranges::find_if(screens, [&plan](const QScreen *screen) {
        return screen != plan.slides;
    });
    return plan;
}

void showOn(QWidget &widget, QScreen *screen)
{
    if (widget.isVisible() && widget.screen() == screen && widget.isFullScreen())
        return;
    if (widget.isVisible())
        widget.showNormal(); // a window that fills one display does not move to another
    widget.setScreen(screen);
    widget.setGeometry(screen->geometry());
    widget.showFullScreen();
}

} // namespace downtimeline
