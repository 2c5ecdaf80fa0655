// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/present/presentfixture.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

TEST(Presentation, StepsGoFromTheOpeningToTheLastAndNoFurther)
{
    RunningPresentation running(foundingPresented());
    Presentation &presentation = *running.presentation;
    EXPECT_EQ(presentation.step(), 0U);
    presentation.previous();
    EXPECT_EQ(presentation.step(), 0U);
    for (int i = 0; i < 40; ++i)
        presentation.next();
    EXPECT_EQ(presentation.step(), presentation.steps() - 1);
    presentation.goTo(4);
    EXPECT_EQ(presentation.current().event, EventId(4));
    presentation.goToEvent(EventId(8));
    EXPECT_EQ(presentation.step(), 8U);
    presentation.goToEvent(EventId(99));
    EXPECT_EQ(presentation.step(), 8U);
}

TEST(Presentation, TheFirstKeyAfterABlankScreenOnlyBringsTheSlideBack)
{
    RunningPresentation running(foundingPresented());
    Presentation &presentation = *running.presentation;
    presentation.goTo(3);
    presentation.toggleBlank();
    presentation.next();
    EXPECT_FALSE(presentation.isBlank());
    EXPECT_EQ(presentation.step(), 3U);
}

TEST(Presentation, NearFollowsTheStepsAndWholeEndsWithThem)
{
    RunningPresentation running(foundingPresented());
    Presentation &presentation = *running.presentation;
    const TimeRange whole = presentation.request(0, {1920, 1080}).visible;
    presentation.goTo(4);
    presentation.toggleView(PresentView::Near);
    const TimeRange near = presentation.request(4, {1920, 1080}).visible;
    EXPECT_LT(near.length(), whole.length());
    EXPECT_TRUE(near.contains(minute(10)));
    presentation.next();
    EXPECT_TRUE(presentation.request(5, {1920, 1080}).visible.contains(minute(15)));
    EXPECT_EQ(presentation.view(), PresentView::Near);
    presentation.toggleView(PresentView::Whole);
    EXPECT_EQ(presentation.request(5, {1920, 1080}).visible, whole);
    presentation.next();
    EXPECT_EQ(presentation.view(), PresentView::SoFar) << "what comes after is not told twice";
    presentation.toggleView(PresentView::Near);
    presentation.toggleView(PresentView::Near);
    EXPECT_EQ(presentation.view(), PresentView::SoFar);
}

TEST(Presentation, TheWindowsOwnViewIsLeftAlone)
{
    RunningPresentation running(foundingPresented());
    const TimeRange before = running.view.visible();
    running.presentation->goTo(4);
    running.presentation->toggleView(PresentView::Near);
    EXPECT_EQ(running.view.visible(), before);
    EXPECT_FALSE(running.view.selection());
}

TEST(Presentation, LanesThatTheWindowHidesStayHidden)
{
    const PresentedIncident incident = foundingPresented();
    ViewState view;
    incident.putInto(view);
    view.setLanes(withLaneHidden({}, QStringLiteral("kind:changes"), true));
    Presentation presentation(view);
    presentation.setContent(incident.content());
    const Slide slide = layoutSlide(presentation.request(8, {1920, 1080}));
    QStringList lanes;
    for (const PlotLabel &label : slide.plots->timeline.labels) {
        if (label.ink == Ink::LaneText)
            lanes << label.plain;
    }
    EXPECT_TRUE(lanes.contains(u"Impact"_s));
    EXPECT_FALSE(lanes.contains(u"Changes"_s));
}

TEST(Presentation, NewContentKeepsTheStepOfTheSameEvent)
{
    PresentedIncident incident = foundingPresented();
    RunningPresentation running(incident);
    Presentation &presentation = *running.presentation;
    presentation.goTo(4);
    incident.choice.which = StepChoice::Which::Filter;
    incident.choice.words = u"team"_s;
    presentation.setContent(incident.content());
    EXPECT_EQ(presentation.current().event, EventId(4));
    EXPECT_EQ(presentation.step(), 2U);
    presentation.goTo(presentation.steps() - 1);
    incident.choice.which = StepChoice::Which::All;
    presentation.setContent(incident.content());
    EXPECT_EQ(presentation.current().kind, PresentationStep::Kind::Actions);
    presentation.goTo(4);
    incident.choice = {StepChoice::Which::Filter, u"nothing has these words"_s};
    presentation.setContent(incident.content());
    EXPECT_LT(presentation.step(), presentation.steps()) << "its event is gone";
}

TEST(Presentation, TheClocksCountTheWholeAndTheStep)
{
    RunningPresentation running(foundingPresented());
    Presentation &presentation = *running.presentation;
    std::chrono::steady_clock::time_point now;
    presentation.setClock([&now] { return now; });
    now += seconds(65);
    presentation.next();
    now += seconds(10);
    presentation.toggleNotes();
    EXPECT_EQ(presentation.elapsed(), seconds(75));
    EXPECT_EQ(presentation.elapsedOfStep(), seconds(10));
    presentation.goTo(presentation.step());
    EXPECT_EQ(presentation.elapsedOfStep(), seconds(10)) << "it is the same step";
}

TEST(Presentation, ATypedNumberIsAPlaceAndTooLargeOnesAreTheLast)
{
    RunningPresentation running(foundingPresented());
    Presentation &presentation = *running.presentation;
    presentation.type(u'1');
    presentation.type(u'0');
    EXPECT_EQ(presentation.typed(), u"10"_s);
    presentation.goToTyped();
    EXPECT_EQ(presentation.step(), 10U);
    EXPECT_TRUE(presentation.typed().isEmpty());
    for (int i = 0; i < 9; ++i)
        presentation.type(u'9');
    EXPECT_EQ(presentation.typed().size(), 4);
    presentation.goToTyped();
    EXPECT_EQ(presentation.step(), presentation.steps() - 1);
}

TEST(Presentation, AnIncidentWithoutTimesIsPresentedInWords)
{
    PresentedIncident incident = smallPresented();
    incident.timeline.events.clear();
    ViewState view;
    Presentation presentation(view);
    presentation.setContent(incident.content());
    for (std::size_t step = 0; step < presentation.steps(); ++step) {
        const Slide slide = layoutSlide(presentation.request(step, {1920, 1080}));
        EXPECT_FALSE(slide.plots);
        EXPECT_FALSE(slide.description.isEmpty());
    }
}

} // namespace
} // namespace downtimeline
