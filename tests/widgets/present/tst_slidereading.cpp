// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/present/presentfixture.h"
#include "widgets/present/presenttheme.h"
#include "widgets/present/slidepainter.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace downtimeline {
namespace {

/// Relative luminance as WCAG 2 defines it.
double luminance(QRgb colour)
{
    const auto part = [](int value) {
        const double share = value / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(qRed(colour)) + 0.7152 * part(qGreen(colour)) + 0.0722 * part(qBlue(colour));
}

double contrast(double a, double b)
{
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QImage painted(const Slide &slide, const Theme &theme)
{
    QImage image(slide.size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    paintSlide(painter, slide, theme);
    return image;
}

/// A text in pixels of the slide.
struct Placed
{
    QRect rect;
    std::string words;
};

std::vector<Placed> textsOf(const Slide &slide)
{
    std::vector<Placed> placed;
    for (const SlideText &text : slide.texts)
        placed.push_back({text.rect.toAlignedRect(), text.text.toStdString()});
    if (!slide.plots)
        return placed;
    const auto add = [&placed, &slide](QPointF corner, const QRectF &rect, const QString &words) {
        const double scale = slide.plots->scale;
        const QRectF there(corner + rect.topLeft() * scale, rect.size() * scale);
        placed.push_back({there.toAlignedRect(), words.toStdString()});
    };
    for (const PlotLabel &label : slide.plots->timeline.labels) {
        if (!label.bold.isEmpty())
            add(slide.plots->corner,
                QRectF(
                    label.rect.topLeft(),
                    QSizeF(label.plain.isEmpty() ? label.rect.width() : label.plainLeft - 2, label.rect.height())),
                label.bold);
        if (!label.plain.isEmpty())
            add(slide.plots->corner, label.rect.adjusted(label.plainLeft, 0, 0, 0), label.plain);
    }
    return placed;
}

/// The colours beside the text within its box, without the grid, marks and letters.
Slide withoutWords(Slide slide)
{
    slide.texts.clear();
    if (slide.plots) {
        slide.plots->timeline.labels.clear();
        slide.plots->timeline.marks.clear();
        slide.plots->timeline.grid.clear();
    }
    return slide;
}

/// The contrast of the strongest pixel of a text with the worst pixel behind it.
double contrastOf(const QImage &withText, const QImage &behind, QRect rect)
{
    rect &= withText.rect();
    const double middle = luminance(behind.pixel(rect.center()));
    double strongest = middle;
    double darkest = 1;
    double lightest = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const double back = luminance(behind.pixel(x, y));
            darkest = std::min(darkest, back);
            lightest = std::max(lightest, back);
            const double front = luminance(withText.pixel(x, y));
            if (contrast(front, middle) > contrast(strongest, middle))
                strongest = front;
        }
    }
    return std::min(contrast(strongest, darkest), contrast(strongest, lightest));
}

/// The 1 px edges of bars and rings are no ground that a letter stands on.
void expectReadable(const Slide &slide, bool isLight, const std::string &what)
{
    const Theme &theme = presentationTheme(isLight);
    Slide bare = withoutWords(slide);
    if (bare.plots)
        std::erase_if(bare.plots->timeline.rects, [](const FilledRect &rect) { return rect.ink == Ink::Ring; });
    const QImage behind = painted(bare, theme);
    Slide words = slide;
    if (words.plots) {
        words.plots->timeline.marks.clear();
        words.plots->timeline.grid.clear();
    }
    const QImage front = painted(words, theme);
    for (const Placed &text : textsOf(slide)) {
        const QRect inner = text.rect.adjusted(1, 5, -1, -5);
        if (inner.height() > 0) {
            EXPECT_GE(contrastOf(front, behind, inner), 7) << what << (isLight ? " light: " : " dark: ") << text.words;
        }
    }
}

TEST(SlideReading, EveryTextHasAContrastOf7To1InBothThemes)
{
    PresentedIncident hidden = smallPresented();
    hidden.areNamesHidden = true;
    for (const PresentedIncident &incident : {foundingPresented(), hidden, densePresented(400)}) {
        RunningPresentation running(incident);
        const std::vector<Slide> slides = slidesOf(*running.presentation);
        for (const bool isLight : {false, true}) {
            for (std::size_t i = 0; i < slides.size(); i += slides.size() > 20 ? 3 : 1)
                expectReadable(slides[i], isLight, incident.incident.title + " " + std::to_string(i));
        }
    }
}

TEST(SlideReading, TheNotesAreAsReadable)
{
    RunningPresentation running(foundingPresented());
    running.presentation->goTo(4);
    running.presentation->toggleNotes();
    for (const bool isLight : {false, true})
        expectReadable(layoutSlide(running.presentation->request(4, {1920, 1080})), isLight, "notes");
}

TEST(SlideReading, TheColoursOfTheTrafficsWordsHaveThatContrastToo)
{
    for (const bool isLight : {false, true}) {
        const Theme &theme = presentationTheme(isLight);
        const auto shaded = [&theme](QColor ground) {
            const double share = 0.07 * 1.15;
            return qRgb(
                static_cast<int>(std::lround(ground.red() + (theme.danger.red() - ground.red()) * share)),
                static_cast<int>(std::lround(ground.green() + (theme.danger.green() - ground.green()) * share)),
                static_cast<int>(std::lround(ground.blue() + (theme.danger.blue() - ground.blue()) * share)));
        };
        for (const QRgb ground : {theme.background.rgb(), shaded(theme.background)}) {
            for (const ChartInk ink : {ChartInk::Ink, ChartInk::Muted})
                EXPECT_GE(contrast(luminance(inkColour(ink, theme).rgb()), luminance(ground)), 7);
        }
    }
    RunningPresentation running(foundingPresented());
    const Slide last = slidesOf(*running.presentation).at(8);
    ASSERT_TRUE(last.plots && last.plots->traffic.note);
    EXPECT_EQ(last.plots->traffic.note->ink, ChartInk::Ink) << "on its shade red would be too pale";
}

TEST(SlideReading, TrafficThatHasNothingToShowYetKeepsItsPlace)
{
    RunningPresentation running(foundingPresented());
    Slide slide = slidesOf(*running.presentation).at(1);
    slide.plots->traffic.curves.clear();
    slide.plots->traffic.marks.clear();
    ASSERT_TRUE(slide.plots->traffic.isEmpty());
    const Theme &theme = presentationTheme(false);
    const QImage image = painted(slide, theme);
    const QRectF plot = slide.plots->frame.plot();
    const QPointF corner = slide.plots->trafficCorner + plot.topLeft() * slide.plots->scale;
    int lines = 0;
    for (int y = 0; y < static_cast<int>(plot.height() * slide.plots->scale); ++y)
        lines +=
            image.pixel(static_cast<int>(corner.x()) + 5, static_cast<int>(corner.y()) + y) != theme.background.rgb();
    EXPECT_GT(lines, 2) << "its axes";
    slide.plots->frame = {};
    EXPECT_NE(painted(slide, theme), image) << "without a frame the timeline stands alone";
}

TEST(SlideReading, ABlankSlideIsBlack)
{
    RunningPresentation running(foundingPresented());
    Slide slide = slidesOf(*running.presentation).at(4);
    slide.isBlank = true;
    const QImage image = painted(slide, presentationTheme(true));
    for (const QPoint point : {QPoint(5, 5), QPoint(200, 200), QPoint(1000, 700)})
        EXPECT_EQ(image.pixel(point), qRgb(0, 0, 0));
}

} // namespace
} // namespace downtimeline
