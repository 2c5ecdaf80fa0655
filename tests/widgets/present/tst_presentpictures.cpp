// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves a PNG of every kind of step: look at them beside design/present.png.
#include "tests/widgets/present/presentfixture.h"
#include "widgets/paint/style.h"
#include "widgets/present/presenterscreen.h"
#include "widgets/present/slideview.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>

namespace downtimeline {
namespace {

class PresentPictures : public testing::Test
{
protected:
    void take(const PresentedIncident &incident, std::size_t step, const QString &name, QSize size = {1920, 1080})
    {
        RunningPresentation running(incident);
        running.presentation->goTo(step);
        if (change)
            change(*running.presentation);
        SlideView slides(*running.presentation);
        slides.resize(size);
        savePicture(slides, name);
        const QImage image = slides.grab().toImage();
        EXPECT_EQ(image.size(), size * slides.devicePixelRatioF());
        EXPECT_EQ(slides.slide().isBlank, running.presentation->isBlank());
    }

    std::function<void(Presentation &)> change;
};

TEST_F(PresentPictures, OfTheFoundingOutage)
{
    const PresentedIncident founding = foundingPresented();
    take(founding, 0, QStringLiteral("opening"));
    take(founding, 1, QStringLiteral("before"));
    take(founding, 4, QStringLiteral("event"));
    take(founding, 8, QStringLiteral("recovered"));
    take(founding, 9, QStringLiteral("phases"));
    take(founding, 10, QStringLiteral("findings"));
    take(founding, 11, QStringLiteral("actions"));
    take(founding, 4, QStringLiteral("event-4x3"), {1440, 1080});
    take(founding, 4, QStringLiteral("event-720"), {1280, 720});
    take(founding, 4, QStringLiteral("event-2160"), {3840, 2160});
}

TEST_F(PresentPictures, OfEveryWayToLookAtAStep)
{
    PresentedIncident founding = foundingPresented();
    founding.areNamesHidden = true;
    change = [](Presentation &presentation) { presentation.toggleNotes(); };
    take(founding, 4, QStringLiteral("notes"));
    change = [](Presentation &presentation) { presentation.toggleView(PresentView::Near); };
    take(founding, 4, QStringLiteral("near"));
    change = [](Presentation &presentation) { presentation.toggleView(PresentView::Whole); };
    take(founding, 4, QStringLiteral("whole"));
    change = [](Presentation &presentation) { presentation.setLight(true); };
    for (const auto &[step, name] :
         {std::pair(0, "light-opening"), std::pair(5, "light-event"), std::pair(9, "light-phases"),
          std::pair(10, "light-findings")})
        take(founding, static_cast<std::size_t>(step), QString::fromLatin1(name));
    change = [](Presentation &presentation) { presentation.toggleBlank(); };
    take(founding, 4, QStringLiteral("blank"));
}

TEST_F(PresentPictures, FromFourEventsToFourHundred)
{
    const PresentedIncident small = smallPresented();
    take(small, 0, QStringLiteral("small-opening"));
    take(small, 3, QStringLiteral("small-event"));
    take(small, 6, QStringLiteral("small-findings"));
    const PresentedIncident dense = densePresented(400);
    take(dense, 0, QStringLiteral("dense-opening"));
    take(dense, 8, QStringLiteral("dense-event"));
    RunningPresentation running(dense);
    const auto steps = running.presentation->steps();
    take(dense, steps - 6, QStringLiteral("dense-phases"));
    take(dense, steps - 5, QStringLiteral("dense-findings"));
    take(dense, steps - 2, QStringLiteral("dense-actions"));
    PresentedIncident all = dense;
    all.choice.which = StepChoice::Which::All;
    take(all, 211, QStringLiteral("dense-all"));
    change = [](Presentation &presentation) { presentation.toggleView(PresentView::Near); };
    take(all, 211, QStringLiteral("dense-near"));
    change = [](Presentation &presentation) { presentation.toggleNotes(); };
    take(dense, 1, QStringLiteral("dense-notes"));
}

TEST_F(PresentPictures, OfThePresentersScreen)
{
    RunningPresentation running(foundingPresented());
    running.presentation->goTo(4);
    for (const bool isDark : {false, true}) {
        applyLook(*qApp, isDark);
        PresenterScreen screen(*running.presentation);
        screen.resize(1440, 900);
        screen.tellKept(PresenterScreen::Keep::Action, PlainText::own(QStringLiteral("Page two people at once")));
        screen.tellKept(
            PresenterScreen::Keep::Note, PlainText::own(QStringLiteral("The first page went to a phone that was off")));
        screen.decision()->setText(QStringLiteral("Ask the vendor"));
        savePicture(screen, isDark ? QStringLiteral("presenter-dark") : QStringLiteral("presenter-light"));
        EXPECT_EQ(screen.grab().toImage().pixelColor(2, 2).lightness() < 128, isDark);
    }
    applyLook(*qApp, false);
    PresenterScreen small(*running.presentation);
    small.resize(1024, 640);
    savePicture(small, QStringLiteral("presenter-small"));
    EXPECT_LE(small.minimumSizeHint().width(), 1024);
}

} // namespace
} // namespace downtimeline
