// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/timeline/timelinelayout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace downtimeline {

inline constexpr QSizeF paneSize(1145, 260);

struct Laid
{
    explicit Laid(const FoundingTimeline &incident, TimeRange range = FoundingTimeline::range(), QSizeF room = paneSize)
        : content(incident.content()), look{.zone = gmt1(), .title = incident.texts().title},
          scale(range, 112, room.width() - 130), size(room)
    {}
    DisplayList list() const { return layoutTimeline(content, look, scale, size, metrics, FixedTextMeasure()); }

    TimelineContent content;
    TimelineLook look;
    TimeScale scale;
    QSizeF size;
    LayoutMetrics metrics;
};

inline std::optional<PlotLabel> labelWith(const DisplayList &list, const QString &words)
{
    const auto found = std::ranges::find_if(
        list.labels, [&](const PlotLabel &label) { return (label.bold + u' ' + label.plain).contains(words); });
    return found == list.labels.end() ? std::nullopt : std::optional(*found);
}

inline std::size_t countOf(const DisplayList &list, Ink ink)
{
    return static_cast<std::size_t>(std::ranges::count(list.rects, ink, &FilledRect::ink));
}

/// What must hold for every list: no two labels overlap and none runs out; all is inside the picture.
inline void expectTidy(const DisplayList &list, const std::string &what)
{
    const auto isEvent = [](const PlotLabel &label) { return label.ink == Ink::EventText; };
    for (std::size_t i = 0; i < list.labels.size(); ++i) {
        const PlotLabel &label = list.labels[i];
        EXPECT_GE(label.rect.left(), 0) << what;
        EXPECT_LE(label.rect.right(), list.size.width() + 1e-6) << what;
        if (label.ink == Ink::RulerText && !list.plot.isEmpty()) {
            EXPECT_LE(label.rect.right(), list.plot.right() + 1e-6) << what << ": " << label.plain.toStdString();
        }
        if (isEvent(label)) {
            EXPECT_GE(label.rect.left(), list.plot.left() - 1e-6) << what << ": " << label.plain.toStdString();
            EXPECT_LE(label.rect.right(), list.plot.right() + 1e-6) << what << ": " << label.plain.toStdString();
        }
        for (std::size_t j = i + 1; j < list.labels.size(); ++j) {
            const QRectF both = label.rect.intersected(list.labels[j].rect);
            EXPECT_LE(both.width() * both.height(), 1e-6)
                << what << ": " << label.bold.toStdString() << label.plain.toStdString() << " / "
                << list.labels[j].bold.toStdString() << list.labels[j].plain.toStdString();
        }
    }
    for (const FilledRect &rect : list.rects) {
        EXPECT_GE(rect.rect.width(), 0) << what;
        if (rect.ink == Ink::SpanBar || rect.ink == Ink::Impact || rect.ink == Ink::PhaseBar) {
            EXPECT_GE(rect.rect.left(), list.plot.left() - 1e-6) << what;
            EXPECT_LE(rect.rect.right(), list.plot.right() + 1e-6) << what;
        }
    }
    for (const Mark &mark : list.marks) {
        EXPECT_GE(mark.centre.x(), list.plot.left() - 1e-6) << what;
        EXPECT_LE(mark.centre.x(), list.plot.right() + 1e-6) << what;
    }
}

} // namespace downtimeline
