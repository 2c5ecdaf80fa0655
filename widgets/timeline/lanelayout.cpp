// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lanelayout.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/textface.h"
#include "widgets/timeline/eventtext.h"
#include "widgets/timeline/laneitems.h"

#include <algorithm>
#include <functional>

namespace downtimeline {

namespace {

/// A stretch of a row that is taken.
struct Taken
{
    double left = 0;
    double right = 0;
};

/// The taken stretches of one row, in order.
class RowSpace
{
public:
    void take(double left, double right)
    {
        m_taken.insert(std::ranges::upper_bound(m_taken, left, {}, &Taken::left), {left, right});
    }
    void release(double left, double right)
    {
        std::erase_if(m_taken, [&](const Taken &taken) { return taken.left == left && taken.right == right; });
    }
    bool isFree(double left, double right) const
    {
        return std::ranges::none_of(
            m_taken, [&](const Taken &taken) { return taken.left < right && left < taken.right; });
    }
    /// Where the next taken stretch right of x begins, at most limit.
    double endOfRoom(double x, double limit) const
    {
        const auto next = std::ranges::lower_bound(m_taken, x, {}, &Taken::left);
        return next == m_taken.end() ? limit : std::min(limit, next->left);
    }
    /// Where the taken stretch left of x ends, at least limit.
    double startOfRoom(double x, double limit) const
    {
        const auto next = std::ranges::lower_bound(m_taken, x, {}, &Taken::left);
        return next == m_taken.begin() ? limit : std::max(limit, std::prev(next)->right);
    }

private:
    std::vector<Taken> m_taken;
};

/// What a label says; the title costs a reading of the file, so it is asked for where there is room for the time.
struct Words
{
    QString time;
    std::function<QString()> title;
    QString length; ///< " · 22 min", only inside a bar
};

/// The words of one label before it has a place.
struct Wording
{
    QString time;
    QString title;
    QString length; ///< " · 22 min", only inside a bar
    double timeWidth = 0;
    double titleWidth = 0;
};

/// The sides on which a label may stand.
enum Side : unsigned { Inside = 1, Right = 2, Left = 4 };

class LabelPlacer
{
public:
    LabelPlacer(const LaneContext &context, std::vector<LaneItem> &items, int rows, int &budget)
        : m_context(context), m_metrics(context.metrics),
          m_words(context.content, context.look, context.scale.visible()), m_items(items),
          m_rows(static_cast<std::size_t>(rows)), m_budget(budget)
    {
        for (const LaneItem &item : items)
            m_rows[static_cast<std::size_t>(item.row)].take(item.left(), item.right());
    }

    void placeAll()
    {
        for (LaneItem &item : m_items)
            if (m_budget > 0)
                place(item);
    }

private:
    void place(LaneItem &item);
    bool moveDown(LaneItem &item);
    bool placeIn(LaneItem &item, RowSpace &row);
    bool placeWords(LaneItem &item, const Words &words, unsigned sides, RowSpace &row);
    bool placeWording(LaneItem &item, const Wording &wording, unsigned sides, RowSpace &row);
    bool placeInside(LaneItem &item, const Wording &wording, bool shortened);
    bool placeRight(LaneItem &item, const Wording &wording, bool shortened, RowSpace &row);
    bool placeLeft(LaneItem &item, const Wording &wording, bool shortened, RowSpace &row);
    double fullWidth(const Wording &wording) const;
    std::optional<PlacedLabel> fitted(const Wording &wording, double room, bool shortened) const;
    Words wordsOf(const LaneItem &item) const;
    Wording wordingOf(const Words &words) const;
    double widestRoom(const LaneItem &item, unsigned sides, const RowSpace &row) const;
    double roomInside(const LaneItem &item) const;
    double leftInside(const LaneItem &item) const;

    const LaneContext &m_context;
    const LayoutMetrics &m_metrics;
    const EventWords m_words;
    std::vector<LaneItem> &m_items;
    std::vector<RowSpace> m_rows;
    int &m_budget;
};

Wording LabelPlacer::wordingOf(const Words &words) const
{
    Wording wording{.time = words.time, .title = words.title(), .length = words.length};
    wording.timeWidth = m_context.measure.width(wording.time, TextFace::EventTime);
    if (!wording.title.isEmpty())
        wording.titleWidth =
            m_context.measure.width(wording.title.left(PlainText::maximumLength), TextFace::EventTitle);
    return wording;
}

Words LabelPlacer::wordsOf(const LaneItem &item) const
{
    if (item.count > 1)
        return {
            .time = m_words.rangeOf(item.range),
            .title = [this, &item] { return m_words.countOf(item.count, item.passing); },
            .length = {}};
    // A bar that another kind of event ends, here beside it, leaves the end's time to that one.
    const bool foreignEnd =
        item.endMark && m_context.content.event(*item.endMark).kind != m_context.content.event(item.event).kind;
    return {
        .time = m_words.timeOf(item.event, !foreignEnd),
        .title = [this, &item] { return m_words.titleOf(item.event); },
        .length = m_words.lengthOf(item.event)};
}

double LabelPlacer::fullWidth(const Wording &wording) const
{
    return wording.timeWidth + (wording.title.isEmpty() ? 0 : m_metrics.runGap + wording.titleWidth);
}

std::optional<PlacedLabel> LabelPlacer::fitted(const Wording &wording, double room, bool shortened) const
{
    const double full = fullWidth(wording);
    const double titleLeft = wording.timeWidth + m_metrics.runGap;
    PlacedLabel label{.width = full, .bold = wording.time, .plain = wording.title, .plainLeft = titleLeft};
    if (full <= room)
        return label;
    if (!shortened || wording.title.isEmpty() || room < titleLeft + std::min(m_metrics.leastTitle, wording.titleWidth))
        return std::nullopt;
    label.plain = elided(wording.title, TextFace::EventTitle, room - titleLeft, m_context.measure);
    label.width = titleLeft + m_context.measure.width(label.plain, TextFace::EventTitle);
    return label.width <= room ? std::optional(label) : std::nullopt;
}

double LabelPlacer::leftInside(const LaneItem &item) const
{
    return item.x0 + m_metrics.labelGap + (item.cutLeft && item.count == 1 ? 0 : item.markHalf);
}

double LabelPlacer::roomInside(const LaneItem &item) const
{
    return item.x1 - (item.endMark ? item.markHalf : 2) - m_metrics.labelGap - leftInside(item);
}

/// Of the sides the one with the most room; no label is wider.
double LabelPlacer::widestRoom(const LaneItem &item, unsigned sides, const RowSpace &row) const
{
    double room = sides & Inside && item.isBar ? roomInside(item) : 0;
    const TimeScale &scale = m_context.scale;
    if (sides & Right)
        room = std::max(room, row.endOfRoom(item.right(), scale.right() + m_metrics.labelGap) - item.right());
    if (sides & Left)
        room = std::max(room, item.left() - row.startOfRoom(item.left(), scale.left() - m_metrics.labelGap));
    return room;
}

bool LabelPlacer::placeInside(LaneItem &item, const Wording &wording, bool shortened)
{
    const double left = leftInside(item);
    const double room = roomInside(item);
    Wording longer = wording;
    longer.title += wording.length;
    longer.titleWidth =
        wording.length.isEmpty() ? wording.titleWidth : m_context.measure.width(longer.title, TextFace::EventTitle);
    std::optional<PlacedLabel> label = fitted(longer, room, false);
    if (!label)
        label = fitted(wording, room, shortened);
    if (!label)
        return false;
    label->left = left; // the bar's own stretch is taken already
    item.labels.push_back(*label);
    return true;
}

bool LabelPlacer::placeRight(LaneItem &item, const Wording &wording, bool shortened, RowSpace &row)
{
    const double left = item.right() + m_metrics.labelGap - 2;
    const double room = row.endOfRoom(item.right(), m_context.scale.right() + m_metrics.labelGap) - m_metrics.labelGap;
    std::optional<PlacedLabel> label = fitted(wording, room - left, shortened);
    if (!label)
        return false;
    label->left = left;
    row.take(label->left, label->left + label->width);
    item.labels.push_back(*label);
    return true;
}

bool LabelPlacer::placeLeft(LaneItem &item, const Wording &wording, bool shortened, RowSpace &row)
{
    const double right = item.left() - m_metrics.labelGap + 2;
    const double room = row.startOfRoom(item.left(), m_context.scale.left() - m_metrics.labelGap) + m_metrics.labelGap;
    std::optional<PlacedLabel> label = fitted(wording, right - room, shortened);
    if (!label)
        return false;
    label->left = right - label->width;
    row.take(label->left, right);
    item.labels.push_back(*label);
    return true;
}

bool LabelPlacer::placeWording(LaneItem &item, const Wording &wording, unsigned sides, RowSpace &row)
{
    const bool inside = sides & Inside && item.isBar;
    const bool right = sides & Right && !item.cutRight;
    const bool left = sides & Left && !item.cutLeft;
    return (inside && placeInside(item, wording, false)) || (right && placeRight(item, wording, false, row)) ||
           (inside && placeInside(item, wording, true)) || (right && placeRight(item, wording, true, row)) ||
           (left && placeLeft(item, wording, false, row)) || (left && placeLeft(item, wording, true, row));
}

bool LabelPlacer::placeWords(LaneItem &item, const Words &words, unsigned sides, RowSpace &row)
{
    return m_context.measure.width(words.time, TextFace::EventTime) <= widestRoom(item, sides, row) &&
           placeWording(item, wordingOf(words), sides, row);
}

bool LabelPlacer::placeIn(LaneItem &item, RowSpace &row)
{
    const Words words = wordsOf(item);
    const TimelineContent &content = m_context.content;
    const bool ownEnd =
        item.count == 1 && item.endMark && content.event(*item.endMark).kind != content.event(item.event).kind;
    if (!ownEnd)
        return placeWords(item, words, Inside | Right | Left, row);
    const Words ofEnd{
        .time = m_words.timeOf(*item.endMark, true),
        .title = [&] { return m_words.titleOf(*item.endMark); },
        .length = {}};
    const bool end = placeWords(item, ofEnd, Right, row);
    const bool begin = placeWords(item, words, Inside | Left, row);
    return begin && end;
}

/// The whole item moves to the next row that has room for it and its labels.
bool LabelPlacer::moveDown(LaneItem &item)
{
    const std::vector<PlacedLabel> before = item.labels;
    for (std::size_t r = static_cast<std::size_t>(item.row) + 1; r < m_rows.size(); ++r) {
        if (!m_rows[r].isFree(item.left(), item.right()))
            continue;
        item.labels.clear();
        RowSpace attempt = m_rows[r];
        attempt.take(item.left(), item.right());
        if (!placeIn(item, attempt))
            continue;
        RowSpace &old = m_rows[static_cast<std::size_t>(item.row)];
        old.release(item.left(), item.right());
        for (const PlacedLabel &label : before)
            old.release(label.left, label.left + label.width);
        m_rows[r] = std::move(attempt);
        item.row = static_cast<int>(r);
        return true;
    }
    item.labels = before;
    return false;
}

void LabelPlacer::place(LaneItem &item)
{
    RowSpace &row = m_rows[static_cast<std::size_t>(item.row)];
    // Most of a crowd has no room: find out before anything is measured.
    const double least = 2 * m_metrics.leastTitle;
    const bool cramped = !item.isBar && m_rows.size() == 1 && m_items.size() > 64 &&
                         row.endOfRoom(item.right(), m_context.scale.right()) - item.right() < least &&
                         item.left() - row.startOfRoom(item.left(), m_context.scale.left()) < least;
    if (cramped)
        return;
    if (!placeIn(item, row) && item.count == 1)
        moveDown(item);
    m_budget -= static_cast<int>(item.labels.size());
}

} // namespace

int rowsOf(std::span<const LaneItem> items)
{
    int rows = 1;
    for (const LaneItem &item : items)
        rows = std::max(rows, item.row + 1);
    return rows;
}

void placeLabels(const LaneContext &context, LaneLayout &lane, int mostRows, int &labelBudget)
{
    LabelPlacer(context, lane.items, mostRows, labelBudget).placeAll();
    lane.rows = rowsOf(lane.items);
}

} // namespace downtimeline
