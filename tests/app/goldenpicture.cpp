// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/goldenpicture.h"

#include <QDir>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline::golden {
namespace {

constexpr int block = 8; ///< pixels a side that are compared as one
constexpr double mostDifferent = 14;
constexpr double mostBlocks = 0.01; ///< share of blocks that may differ by more

double differenceOfBlock(const QImage &a, const QImage &b, int left, int top)
{
    double sum = 0;
    for (int y = top; y < top + block; ++y) {
        for (int x = left; x < left + block; ++x)
            sum += a.constScanLine(y)[x] - b.constScanLine(y)[x];
    }
    return std::abs(sum) / (block * block);
}

} // namespace

double difference(const QImage &a, const QImage &b)
{
    int blocks = 0;
    int different = 0;
    for (int y = 0; y + block <= a.height(); y += block) {
        for (int x = 0; x + block <= a.width(); x += block) {
            ++blocks;
            different += differenceOfBlock(a, b, x, y) > mostDifferent ? 1 : 0;
        }
    }
    return static_cast<double>(different) / std::max(1, blocks);
}

QString pathOf(const QString &name)
{
    return QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/golden/%1.png").arg(name);
}

testing::AssertionResult looksAsKept(const QImage &picture, const QString &name, int width)
{
    const QImage small =
        picture.scaledToWidth(width, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    const QString path = pathOf(name);
    if (qEnvironmentVariableIsSet("DOWNTIMELINE_WRITE_GOLDEN"))
        return small.save(path) ? testing::AssertionSuccess() : testing::AssertionFailure() << "not written";
    const QImage kept = QImage(path).convertToFormat(QImage::Format_Grayscale8);
    const double share = kept.size() == small.size() ? difference(small, kept) : 1;
    if (share <= mostBlocks)
        return testing::AssertionSuccess();
    const QString seen = QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/golden-%1.png").arg(name);
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    small.save(seen);
    return testing::AssertionFailure() << share * 100 << " % of " << path.toStdString() << " differ; see "
                                       << seen.toStdString();
}

} // namespace downtimeline::golden
