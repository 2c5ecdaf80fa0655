// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/presentoptions.h"

#include "app/window/settings.h"

namespace downtimeline {
namespace {

const QString steps = QStringLiteral("steps");
const QString words = QStringLiteral("words");
const QString screen = QStringLiteral("screen");
const QString light = QStringLiteral("light");
const QString presenter = QStringLiteral("presenter");

} // namespace

PresentOptions presentOptions(const Settings &settings)
{
    PresentOptions options;
    const int which = settings.presenting(steps, 0).toInt();
    if (which > 0 && which <= static_cast<int>(StepChoice::Which::Filter))
        options.choice.which = static_cast<StepChoice::Which>(which);
    options.choice.words = settings.presenting(words, QString()).toString();
    options.screen = settings.presenting(screen, QString()).toString();
    options.isLight = settings.presenting(light, false).toBool();
    options.wantsPresenter = settings.presenting(presenter, true).toBool();
    return options;
}

void keepPresentOptions(Settings &settings, const PresentOptions &options)
{
    settings.setPresenting(steps, static_cast<int>(options.choice.which));
    settings.setPresenting(words, options.choice.words);
    settings.setPresenting(screen, options.screen);
    settings.setPresenting(light, options.isLight);
    settings.setPresenting(presenter, options.wantsPresenter);
}

} // namespace downtimeline
