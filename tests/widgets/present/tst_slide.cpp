// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/present/presentfixture.h"
#include "tests/widgets/timeline/laidtimeline.h"
#include "widgets/present/slidetext.h"

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

std::vector<PresentedIncident> allSorts()
{
    PresentedIncident all = densePresented(400);
    all.choice.which = StepChoice::Which::All;
    PresentedIncident untimed = foundingPresented();
    untimed.hasTraffic = false;
    untimed.areNamesHidden = true;
    return {foundingPresented(), smallPresented(), densePresented(400), std::move(all), untimed};
}

const std::vector<QSizeF> sizes{{1920, 1080}, {1440, 1080}, {2520, 1080}, {1440, 2560}};

/// What must hold for every slide.
void expectCalm(const Slide &slide, const std::string &what)
{
    const QRectF all(QPointF(0, 0), slide.size);
    for (std::size_t i = 0; i < slide.texts.size(); ++i) {
        const SlideText &text = slide.texts[i];
        EXPECT_TRUE(all.contains(text.rect)) << what << ": " << text.text.toStdString();
        const SlideFace face{text.pixels, text.weight};
        EXPECT_LE(face.width(text.text), text.rect.width() + 0.6) << what << ": " << text.text.toStdString();
        for (std::size_t j = i + 1; j < slide.texts.size(); ++j) {
            const QRectF both = text.rect.intersected(slide.texts[j].rect);
            EXPECT_LE(both.width() * both.height(), 1e-6)
                << what << ": " << text.text.toStdString() << " / " << slide.texts[j].text.toStdString();
        }
    }
    if (!slide.plots)
        return;
    expectTidy(slide.plots->timeline, what);
    const QRectF timeline(slide.plots->corner, slide.plots->timeline.size * slide.plots->scale);
    const QRectF chart(slide.plots->trafficCorner, slide.plots->frame.size * slide.plots->scale);
    EXPECT_TRUE(all.contains(timeline)) << what;
    EXPECT_TRUE(timeline.intersected(chart).isEmpty()) << what;
    for (const SlideText &text : slide.texts) {
        EXPECT_TRUE(text.rect.intersected(timeline).isEmpty()) << what << ": " << text.text.toStdString();
        EXPECT_TRUE(text.rect.intersected(chart).isEmpty()) << what << ": " << text.text.toStdString();
    }
}

TEST(Slide, NothingOverlapsOrLeavesTheSlideFromFourEventsToFourHundred)
{
    for (const PresentedIncident &incident : allSorts()) {
        RunningPresentation running(incident);
        const std::size_t steps = running.presentation->steps();
        const std::size_t stride = steps > 60 ? 23 : 1;
        for (const QSizeF size : sizes) {
            const std::string what = incident.incident.title + ", " + std::to_string(static_cast<int>(size.width()));
            for (std::size_t i = 0; i < steps; i += stride)
                expectCalm(layoutSlide(running.presentation->request(i, size)), what + " " + std::to_string(i));
        }
    }
}

TEST(Slide, NotesNearAndWholeAreAsCalm)
{
    for (const PresentedIncident &incident : allSorts()) {
        RunningPresentation running(incident);
        Presentation &presentation = *running.presentation;
        for (const PresentView view : {PresentView::Near, PresentView::Whole}) {
            presentation.goTo(1);
            presentation.toggleView(view);
            expectCalm(layoutSlide(presentation.request(1, sizes[0])), incident.incident.title + " near or whole");
        }
        presentation.toggleNotes();
        for (const QSizeF size : sizes)
            expectCalm(layoutSlide(presentation.request(1, size)), incident.incident.title + " notes");
    }
}

TEST(Slide, NoTextIsSmallerThan24PixelsOnA1080pProjector)
{
    for (const PresentedIncident &incident : allSorts()) {
        RunningPresentation running(incident);
        running.presentation->toggleNotes();
        for (const Slide &slide : slidesOf(*running.presentation)) {
            for (const SlideText &text : slide.texts)
                EXPECT_GE(text.pixels, 24) << text.text.toStdString();
            if (!slide.plots)
                continue;
            for (const PlotLabel &label : slide.plots->timeline.labels) {
                for (const TextFace face : {label.boldFace, label.plainFace}) {
                    const int pixels = fontOf(face, slide.plots->timeline.leastText).pixelSize();
                    EXPECT_GE(pixels * slide.plots->scale, 24) << label.plain.toStdString();
                }
            }
            EXPECT_GE(ChartMetrics::labelPixels * slide.plots->scale, 24);
            EXPECT_GE(ChartMetrics::legendPixels * slide.plots->scale, 24);
        }
    }
}

TEST(Slide, ASlideIsEnlargedWithTheScreensHeight)
{
    EXPECT_DOUBLE_EQ(slideScaleFor({1920, 1080}), 1);
    EXPECT_DOUBLE_EQ(slideScaleFor({3840, 2160}), 2);
    EXPECT_DOUBLE_EQ(slideScaleFor({1280, 720}), 720.0 / 1080);
    EXPECT_EQ(slideSizeFor({3840, 2160}), QSizeF(1920, 1080));
    EXPECT_DOUBLE_EQ(slideScaleFor({1080, 1920}), 0.75) << "an upright screen is as wide as it needs";
}

QString joined(const Slide &slide)
{
    QStringList texts;
    for (const SlideText &text : slide.texts)
        texts << text.text;
    return texts.join(u'|');
}

TEST(Slide, AnEventHasItsTimeTitleAndMeaningAsInTheDesign)
{
    RunningPresentation running(foundingPresented());
    const Slide slide = slidesOf(*running.presentation).at(4);
    const QString words = joined(slide);
    EXPECT_TRUE(words.contains(u"4 of 8"_s));
    EXPECT_TRUE(
        words.contains(u"10:10|On-call team acknowledgement|10 min after the first page · 10 min into the outage · "
                       "traffic under 1% of baseline"_s))
        << words.toStdString();
    EXPECT_TRUE(words.contains(u"Server outage after upgrade · 16 January 2024"_s));
    EXPECT_TRUE(words.contains(u"Esc leave"_s));
    EXPECT_FALSE(words.contains(u"Names hidden"_s));
}

TEST(Slide, TheTimelineShowsWhatWasSoFarAndKeepsItsLanes)
{
    RunningPresentation running(foundingPresented());
    const Slide slide = slidesOf(*running.presentation).at(4);
    const DisplayList &list = slide.plots->timeline;
    EXPECT_TRUE(labelWith(list, u"On-call team acknowledgement"_s));
    EXPECT_FALSE(labelWith(list, u"Rollback"_s));
    EXPECT_TRUE(labelWith(list, u"Recovery"_s)) << "its lane will be needed";
    EXPECT_EQ(countOf(list, Ink::Ring), 1U);
    running.presentation->goTo(4);
    running.presentation->toggleView(PresentView::Whole);
    const Slide whole = layoutSlide(running.presentation->request(4, {1920, 1080}));
    EXPECT_TRUE(labelWith(whole.plots->timeline, u"Rollback"_s));
    EXPECT_EQ(whole.plots->timeline.plot.left(), list.plot.left()) << "nothing jumps";
}

TEST(Slide, TheRingIsAroundTheStepsMarkEvenWhereItIsFolded)
{
    PresentedIncident dense = densePresented(400);
    dense.choice.which = StepChoice::Which::All;
    RunningPresentation running(dense);
    Presentation &presentation = *running.presentation;
    for (std::size_t step = 1; step <= 400; step += 37) {
        const Slide slide = layoutSlide(presentation.request(step, {1920, 1080}));
        std::vector<QRectF> rings;
        for (const FilledRect &rect : slide.plots->timeline.rects) {
            if (rect.ink == Ink::Ring)
                rings.push_back(rect.rect);
        }
        ASSERT_EQ(rings.size(), 1U) << step;
        const double centre = rings.front().center().x();
        EXPECT_LT(std::abs(centre - *slide.plots->here), slide.plots->timeline.plot.width() / 8) << step;
    }
}

TEST(Slide, NearShowsAFewEventsHoweverDenseTheyLie)
{
    PresentedIncident dense = densePresented(400);
    dense.choice.which = StepChoice::Which::All;
    RunningPresentation running(dense);
    running.presentation->goTo(211);
    running.presentation->toggleView(PresentView::Near);
    const TimeRange near = running.presentation->request(211, {1920, 1080}).visible;
    const auto seen = std::ranges::count_if(
        running.presentation->content().events, [&](const EventEntry &event) { return near.contains(event.at); });
    EXPECT_GE(seen, 9);
    EXPECT_LE(seen, 16);
    EXPECT_TRUE(near.contains(*running.presentation->current().at));
}

TEST(Slide, TheTrafficEndsAtTheStepAndItsMarksComeWithIt)
{
    RunningPresentation running(foundingPresented());
    const std::vector<Slide> slides = slidesOf(*running.presentation);
    const auto pieceOf = [](const Slide &slide) {
        return slide.plots->traffic.curves.front().source.piece(slide.plots->frame.visible, 700);
    };
    const CurvePiece middle = pieceOf(slides.at(4));
    ASSERT_FALSE(middle.points.empty());
    EXPECT_LE(middle.points.back().at, minute(10));
    EXPECT_GT(middle.points.back().at, minute(9));
    EXPECT_TRUE(slides.at(4).plots->traffic.marks.empty());
    EXPECT_FALSE(slides.at(4).plots->traffic.note) << "that it was 22 min is not known yet";
    EXPECT_FALSE(slides.at(8).plots->traffic.marks.empty());
    EXPECT_TRUE(slides.at(8).plots->traffic.note);
    EXPECT_FALSE(slides.at(4).plots->traffic.curves.front().source.valueAt(minute(20)));
}

TEST(Slide, TimelineAndTrafficShareOneAxisToThePixel)
{
    RunningPresentation running(foundingPresented());
    for (const QSizeF size : sizes) {
        const Slide slide = slidesOf(*running.presentation, size).at(4);
        ASSERT_TRUE(slide.plots->here);
        EXPECT_DOUBLE_EQ(slide.plots->frame.scale().x(minute(10)), *slide.plots->here);
        EXPECT_DOUBLE_EQ(slide.plots->corner.x(), slide.plots->trafficCorner.x());
        EXPECT_DOUBLE_EQ(slide.plots->timeline.plot.left(), slide.plots->frame.plot().left());
        EXPECT_DOUBLE_EQ(slide.plots->timeline.plot.right(), slide.plots->frame.plot().right());
    }
}

TEST(Slide, AVeryLongTitleIsWrappedAndEndsInAnEllipsis)
{
    PresentedIncident incident = foundingPresented();
    incident.timeline.titles[EventId(4)] = u"word "_s.repeated(200);
    incident.timeline.titles[EventId(5)] = QString(500, u'x');
    RunningPresentation running(incident);
    for (const QSizeF size : sizes) {
        const std::vector<Slide> slides = slidesOf(*running.presentation, size);
        expectCalm(slides.at(4), "long");
        expectCalm(slides.at(5), "unbreakable");
        EXPECT_TRUE(joined(slides.at(4)).contains(u"…"_s));
    }
}

TEST(Slide, ForeignTextIsShownAsItIsAndControlCharactersAreVisible)
{
    PresentedIncident incident = foundingPresented();
    incident.timeline.titles[EventId(4)] = u"<b>bold</b> \u202Eevil & <img src='file:///dev/zero'>"_s;
    RunningPresentation running(incident);
    const QString words = joined(slidesOf(*running.presentation).at(4));
    EXPECT_TRUE(words.contains(u"<b>bold</b>"_s));
    EXPECT_TRUE(words.contains(u"<img"_s));
    EXPECT_FALSE(words.contains(QChar(0x202E)));
}

TEST(Slide, TheClosingStepsListPhasesFindingsAndActions)
{
    RunningPresentation running(foundingPresented());
    const std::vector<Slide> slides = slidesOf(*running.presentation);
    ASSERT_EQ(slides.size(), 12U);
    EXPECT_EQ(slides.at(9).bars.size(), 5U);
    EXPECT_TRUE(joined(slides.at(9)).contains(u"10 min"_s));
    EXPECT_TRUE(joined(slides.at(10)).contains(u"Two dates for one outage"_s));
    EXPECT_TRUE(joined(slides.at(11)).contains(u"Ada · due 2024-02-01"_s));
    EXPECT_TRUE(joined(slides.at(11)).contains(u"no owner · no day"_s));
    RunningPresentation small(smallPresented());
    EXPECT_TRUE(joined(slidesOf(*small.presentation).back()).contains(u"No action is noted yet."_s));
}

TEST(Slide, ALongActionIsToldWholeWhereThereIsRoom)
{
    PresentedIncident incident = foundingPresented();
    incident.actions.resize(1);
    incident.actions.front().text =
        "Do deployments more often so that nobody ends up with one massive deployment ever again, since those always "
        "cause problems, and easier deployments with fewer changes would be told apart at once.";
    RunningPresentation running(incident);
    const Slide slide = slidesOf(*running.presentation).back();
    EXPECT_TRUE(joined(slide).contains(u"told apart at once."_s)) << joined(slide).toStdString();
    expectCalm(slide, "long action");
}

TEST(Slide, TheOpeningIsTheIncidentInOneSentenceWithItsMeasures)
{
    RunningPresentation running(foundingPresented());
    const QString words = joined(slidesOf(*running.presentation).front());
    EXPECT_TRUE(words.contains(u"An outage of 22 min on 16 January 2024, 10:00 – 10:22 GMT+1."_s))
        << words.toStdString();
    EXPECT_TRUE(words.contains(u"22 min|Time to recover"_s)) << words.toStdString();
}

TEST(Slide, MeasuresStandApartWhereOneIsNotKnown)
{
    PresentedIncident incident = foundingPresented();
    RunningPresentation running(incident);
    PresentationContent content = running.presentation->content();
    for (HeaderMeasure &measure : content.steps.steps.front().measures) {
        measure.value = u"not known"_s;
        measure.isKnown = false;
    }
    running.presentation->setContent(content);
    const Slide slide = slidesOf(*running.presentation).front();
    double end = 0;
    for (const SlideText &text : slide.texts) {
        if (text.text != u"not known"_s)
            continue;
        const SlideFace face{.pixels = text.pixels, .weight = text.weight};
        EXPECT_TRUE(end == 0 || text.rect.left() >= end + 40) << text.rect.left() << " after " << end;
        end = text.rect.left() + face.width(text.text);
    }
    EXPECT_GT(end, 0);
}

TEST(SlideText, LinesAreWrappedBetweenWordsAndTheRestIsCut)
{
    const SlideFace face{.pixels = 30};
    const QStringList lines = linesOf(u"one two three four five six seven"_s, face, 200, 2);
    ASSERT_EQ(lines.size(), 2);
    for (const QString &line : lines)
        EXPECT_LE(face.width(line), 200);
    EXPECT_TRUE(lines.last().endsWith(u"…"_s));
    EXPECT_TRUE(u"one two three four five six seven"_s.startsWith(lines.first()));
    EXPECT_EQ(linesOf(u"a\nb"_s, face, 200, 3), (QStringList{u"a"_s, u"b"_s}));
    EXPECT_TRUE(linesOf({}, face, 200, 3).isEmpty());
}

} // namespace
} // namespace downtimeline
