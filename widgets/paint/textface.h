// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include <cstdint>

namespace downtimeline {

/// What a text of a plot is; it decides size and weight.
enum class TextFace : std::uint8_t { Ruler, LaneName, Phase, EventTime, EventTitle, Count };
inline constexpr std::size_t textFaceCount = 6;

/// In logical pixels, never points: the same text has the same width on screen, in a PDF and in an SVG.
QFont fontOf(TextFace face, int leastPixels = 0);

/// How wide texts are: the fonts' metrics, or fixed widths in a test.
class TextMeasure
{
public:
    TextMeasure() = default;
    TextMeasure(const TextMeasure &) = delete;
    TextMeasure &operator=(const TextMeasure &) = delete;
    virtual ~TextMeasure() = default;

    /// Of one line, in logical pixels.
    virtual double width(const QString &text, TextFace face) const = 0;
};

/// The widths of the fonts of fontOf().
class FontMeasure : public TextMeasure
{
public:
    explicit FontMeasure(int leastPixels = 0) : m_least(leastPixels) {}

    double width(const QString &text, TextFace face) const override;

private:
    int m_least;
};

/// The text, or as much of its start as fits with an ellipsis; empty where not even the ellipsis fits.
QString elided(const QString &text, TextFace face, double width, const TextMeasure &measure);

} // namespace downtimeline
