// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/curvereading.h"

#include <gtest/gtest.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace downtimeline;
using sample::at;

namespace {

/// A curve whose reading waits until it is let through, and that knows what was read.
class SlowCurve
{
public:
    CurveSource source()
    {
        CurveSource made;
        made.needsReading = [this](TimeRange visible, int) { return visible != shown; };
        made.read = [this](TimeRange visible, int) -> CurveSource::Apply {
            ++started;
            isOffTheGuiThread = QThread::currentThread() != gui;
            gate.acquire();
            return [this, visible] { shown = visible; };
        };
        return made;
    }

    TimeRange shown{};
    QSemaphore gate;
    std::atomic<int> started = 0;
    std::atomic<bool> isOffTheGuiThread = false;

private:
    QThread *gui = QThread::currentThread();
};

TimeRange minute(int from)
{
    return {at(from * 60), at(from * 60 + 60)};
}

} // namespace

TEST(CurveReading, ReadsOffTheGuiThreadAndTellsWhenItIsThere)
{
    SlowCurve curve;
    CurveReading reading;
    QSignalSpy told(&reading, &CurveReading::curvesRead);
    reading.want({curve.source()}, minute(1), 100);
    EXPECT_TRUE(reading.isReading());
    EXPECT_EQ(curve.shown, TimeRange{});
    curve.gate.release();
    ASSERT_TRUE(told.wait(5000));
    EXPECT_EQ(curve.shown, minute(1));
    EXPECT_TRUE(curve.isOffTheGuiThread);
    reading.want({curve.source()}, minute(1), 100);
    EXPECT_FALSE(reading.isReading()) << "it is there already";
}

TEST(CurveReading, OnlyTheLatestOfManyWishesIsReadAfterTheOneThatRuns)
{
    SlowCurve curve;
    CurveReading reading;
    reading.want({curve.source()}, minute(1), 100);
    for (int i = 2; i <= 9; ++i)
        reading.want({curve.source()}, minute(i), 100);
    curve.gate.release(9);
    ASSERT_TRUE(QTest::qWaitFor([&] { return curve.shown == minute(9); }, 5000));
    EXPECT_EQ(curve.started, 2);
}

TEST(CurveReading, AnAnswerForWhatIsNoLongerVisibleIsDropped)
{
    SlowCurve curve;
    CurveReading reading;
    QSignalSpy told(&reading, &CurveReading::curvesRead);
    reading.want({curve.source()}, minute(1), 100);
    curve.shown = minute(5); // so that the next wish needs nothing
    reading.want({curve.source()}, minute(5), 100);
    curve.gate.release();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reading.isReading(); }, 5000));
    EXPECT_EQ(curve.shown, minute(5));
    EXPECT_EQ(told.count(), 0);
}

TEST(CurveReading, AnAnswerForOtherCurvesIsDropped)
{
    SlowCurve curve;
    CurveReading reading;
    reading.want({curve.source()}, minute(1), 100);
    reading.forget();
    curve.gate.release();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !reading.isReading(); }, 5000));
    EXPECT_EQ(curve.shown, TimeRange{});
}

TEST(CurveReading, ItMayEndWhileSomethingIsRead)
{
    SlowCurve curve;
    {
        CurveReading reading;
        reading.want({curve.source()}, minute(1), 100);
        ASSERT_TRUE(QTest::qWaitFor([&] { return curve.started == 1; }, 5000));
        curve.gate.release();
    }
    QCoreApplication::processEvents();
    EXPECT_EQ(curve.shown, TimeRange{});
}
