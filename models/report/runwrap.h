// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"

#include <QStringList>

#include <span>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Text of one face that flows with its neighbours.
struct StyledRun
{
    QString text;
    PageFace face = PageFace::Body;
    PageInk ink = PageInk::Ink;
    QString address; ///< where a click leads; may be empty
};

/// A piece of a run in its line.
struct PlacedRun
{
    StyledRun run;
    double x = 0; ///< from the line's left
    double width = 0;
};

/// One line; none of its pieces reaches over the width that was given.
struct RunLine
{
    std::vector<PlacedRun> pieces;
    double height = 0;
};

/// Breaks runs into lines where a reader expects it: between words, in ideographs anywhere, within a word only where it
/// is wider than the line. Addresses (http, https) in the texts become links. Without text there is no line.
std::vector<RunLine> wrapped(std::span<const StyledRun> runs, double width, const PageMeasure &measure);
std::vector<RunLine> wrapped(const StyledRun &run, double width, const PageMeasure &measure);

/// The text, or as much of its start as fits with an ellipsis.
QString shortened(const QString &text, PageFace face, double width, const PageMeasure &measure);

/// Foreign text as one line that can be printed: control and direction characters become visible, a base keeps at most
/// 16 combining marks, and what is longer than `most` characters ends in an ellipsis.
QString printable(std::string_view utf8, qsizetype most = 2000);
/// The same for each line of a text that is not empty; no paragraph is cut.
QStringList printableParagraphs(std::string_view utf8);

} // namespace downtimeline
