// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window against ones that were looked at: the same without a display, under Xvfb, at 1x and at 2x.
#include "app/window/incidentpane.h"
#include "app/window/measuring.h"
#include "app/window/plotsarea.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/goldenpicture.h"
#include "tests/app/windowfixture.h"

#include <QFontInfo>
#include <QTest>
#include <QTimeZone>

#include <array>
#include <random>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int goldenWidth = 480;

class WindowGolden : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        if (!QFontInfo(window().font()).family().startsWith(u"Inter"_s))
            GTEST_SKIP() << "Inter is not installed";
        if (!QByteArrayView(qVersion()).startsWith("6.4."))
            GTEST_SKIP() << "the pictures were taken with Qt 6.4; another one may place widgets otherwise";
    }

    testing::AssertionResult looksAsKept(const QString &name, double pixelRatio = 1)
    {
        // What waits to be read or laid out is there first.
        if (!QTest::qWaitFor([this] { return window().pane()->measuring()->isUpToDate(); }, 20000))
            return testing::AssertionFailure() << "still measuring";
        QCoreApplication::processEvents();
        photograph(name + (pixelRatio > 1 ? u"-golden-2x"_s : u"-golden"_s), pixelRatio);
        return golden::looksAsKept(window().picture(pixelRatio), name, goldenWidth);
    }

    ViewState &view() { return window().view(); }
    Instant atOf(std::size_t event) { return (*window().document()->events())[event].at; }
};

/// Events of all kinds over a day, many of them near each other.
QByteArray denseDay()
{
    constexpr std::array kinds{"alert", "acknowledgement", "deploy", "restart", "communication", "note"};
    std::mt19937 random(20240116);
    QByteArray csv = "time,kind,title\n2024-01-16T06:00:00Z,outage,Checkout is down\n";
    for (int i = 0; i < 300; ++i) {
        const auto second = static_cast<int>(5 * 3600 + (random() % 100) * (random() % 400));
        csv += QStringLiteral("2024-01-16T%1:%2:%3Z,%4,Event %5\n")
                   .arg(second / 3600, 2, 10, QLatin1Char('0'))
                   .arg(second / 60 % 60, 2, 10, QLatin1Char('0'))
                   .arg(second % 60, 2, 10, QLatin1Char('0'))
                   .arg(QLatin1String(kinds.at(random() % kinds.size())))
                   .arg(i)
                   .toUtf8();
    }
    return csv + "2024-01-16T12:00:00Z,recovery,Checkout is back\n";
}

TEST_F(WindowGolden, TheSampleLooksAsKeptAtBothRatios)
{
    loadSample();
    EXPECT_TRUE(looksAsKept(u"window-light"_s));
    EXPECT_TRUE(looksAsKept(u"window-light"_s, 2));
}

TEST_F(WindowGolden, TheSampleLooksAsKeptInTheDark)
{
    loadSample();
    m_settings->setLook(Settings::Look::Dark);
    restart();
    EXPECT_TRUE(looksAsKept(u"window-dark"_s));
    EXPECT_TRUE(looksAsKept(u"window-dark"_s, 2));
}

TEST_F(WindowGolden, TwoZonesAndAMeasuredRangeLookAsKept)
{
    loadSample();
    view().setSecondZone(DisplayZone(QTimeZone("Asia/Kolkata")));
    view().setMeasured({.range = TimeRange{atOf(1), atOf(7)}});
    EXPECT_TRUE(looksAsKept(u"window-measured"_s));
}

TEST_F(WindowGolden, ACrowdedDayAndAMinuteOfItLookAsKept)
{
    importAndWait({file(u"day.csv"_s, denseDay())});
    EXPECT_TRUE(looksAsKept(u"window-dense"_s));
    const Instant middle = atOf(150);
    view().setVisible({middle - 30s, middle + 30s});
    EXPECT_TRUE(looksAsKept(u"window-minute"_s));
}

} // namespace
} // namespace downtimeline
