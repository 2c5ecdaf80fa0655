// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

#include <initializer_list>

namespace downtimeline {

/// How a text of a slide is set.
struct SlideFace
{
    int pixels = 24;
    QFont::Weight weight = QFont::Normal;

    QFont font() const;
    double lineHeight() const { return pixels * 1.24; }
    double width(const QString &text) const;
};

/// Foreign text as it may be shown, on one line.
QString shown(const QString &text);

/// The text in at most so many lines; the last one ends in an ellipsis where it goes on. Words are kept whole where
/// they fit a line. Line breaks of the text are kept.
QStringList linesOf(const QString &text, const SlideFace &face, double width, int mostLines);

/// The first size at which the text fits so many lines whole, else the last size.
SlideFace
fitted(const QString &text, QFont::Weight weight, double width, int mostLines, std::initializer_list<int> sizes);

} // namespace downtimeline
