// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <gtest/gtest.h>

/// How a picture compares with one that was looked at. Letters and edges may differ, as they do between versions of
/// fonts and platforms; places may not. Both are compared in grey, block by block.
namespace downtimeline::golden {

/// The share of blocks whose mean differs by more than what fonts of two versions differ.
double difference(const QImage &a, const QImage &b);

/// The picture, shrunk to that width in pixels, against tests/golden/<name>.png, which is written instead where
/// DOWNTIMELINE_WRITE_GOLDEN is set. What differs is left among the screenshots as golden-<name>.png.
testing::AssertionResult looksAsKept(const QImage &picture, const QString &name, int width);

QString pathOf(const QString &name);

} // namespace downtimeline::golden
