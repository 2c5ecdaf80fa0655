// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/style.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

namespace downtimeline {

namespace {

/// The whole application in our look; the plain one comes back afterwards.
class Styled : public testing::TestWithParam<bool>
{
protected:
    Styled() : m_palette(QApplication::palette()), m_font(QApplication::font()) { applyLook(*qApp, GetParam()); }
    ~Styled() override
    {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        QApplication::setPalette(m_palette);
        QApplication::setFont(m_font);
    }
    const Theme &theme() const { return GetParam() ? Theme::dark() : Theme::light(); }

private:
    QPalette m_palette;
    QFont m_font;
};

QImage shown(QWidget &widget)
{
    widget.show();
    QCoreApplication::processEvents();
    return widget.grab().toImage();
}

QToolButton *button(QWidget *parent, const char *role)
{
    auto *made = new QToolButton(parent);
    made->setText(QStringLiteral("Import…"));
    made->setProperty("role", QString::fromUtf8(role));
    return made;
}

} // namespace

TEST_P(Styled, APrimaryButtonIsFilledWithTheAccent)
{
    QWidget window;
    QToolButton *primary = button(&window, "primary");
    primary->setGeometry(QRect(QPoint(40, 40), primary->sizeHint())); // not under the pointer
    window.resize(300, 120);
    const QImage image = shown(window);
    EXPECT_EQ(image.pixelColor(44, 40 + primary->height() / 2), theme().accent);
}

TEST_P(Styled, AnOutlinedButtonHasAHairlineAndAFlatOneHasNone)
{
    QWidget window;
    QToolButton *outline = button(&window, "outline");
    outline->resize(outline->sizeHint());
    QToolButton *flat = button(&window, "flat");
    flat->setGeometry(200, 0, outline->width(), outline->height());
    window.resize(400, 60);
    const QImage image = shown(window);
    EXPECT_EQ(image.pixelColor(outline->width() / 2, 0), theme().hairline);
    EXPECT_EQ(image.pixelColor(200 + outline->width() / 2, 0), theme().background);
    EXPECT_GE(outline->height(), 26);
}

TEST_P(Styled, ALineEditIsRoundAndShowsItsFocus)
{
    QWidget window;
    auto *edit = new QLineEdit(&window);
    edit->setGeometry(10, 10, 200, edit->sizeHint().height());
    auto *other = new QPushButton(&window);
    other->setGeometry(10, 80, 90, 28);
    window.resize(240, 120);
    other->setFocus();
    const QImage calm = shown(window);
    EXPECT_EQ(calm.pixelColor(10, 10), theme().background) << "the corner is round";
    EXPECT_EQ(calm.pixelColor(100, 10), theme().hairline);
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    EXPECT_EQ(window.grab().toImage().pixelColor(100, 10), theme().accent);
}

TEST_P(Styled, AScrollBarHasNoArrowsAndItsThumbFollows)
{
    QScrollBar bar(Qt::Vertical);
    bar.resize(10, 200);
    bar.setRange(0, 100);
    bar.setPageStep(100);
    const auto thumb = [&bar] {
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.pageStep = bar.pageStep();
        option.sliderPosition = bar.sliderPosition();
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    };
    EXPECT_EQ(thumb(), QRect(0, 0, 10, 100));
    bar.setValue(100);
    EXPECT_EQ(thumb(), QRect(0, 100, 10, 100));
    const QImage image = shown(bar);
    EXPECT_NE(image.pixelColor(5, 150), image.pixelColor(5, 50));
}

TEST_P(Styled, SwitchingThePaletteIsEnough)
{
    QWidget window;
    window.resize(50, 50);
    window.setAutoFillBackground(true);
    EXPECT_EQ(shown(window).pixelColor(20, 20), theme().background);
    applyLook(*qApp, !GetParam());
    QEvent changed(QEvent::ApplicationPaletteChange); // a running event loop sends it
    QApplication::sendEvent(&window, &changed);
    EXPECT_EQ(window.grab().toImage().pixelColor(20, 20), (GetParam() ? Theme::light() : Theme::dark()).background);
}

TEST_P(Styled, AToolBarIsPicturedForTheEye)
{
    QWidget window;
    window.resize(720, 120);
    auto *bar = new QToolBar(&window);
    bar->setGeometry(0, 0, 720, 43);
    for (const char *role : {"primary", "flat", "outline"})
        bar->addWidget(button(nullptr, role));
    auto *menu = button(nullptr, "flat");
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setMenu(new QMenu(menu));
    bar->addWidget(menu);
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(QStringLiteral("Search incidents and events"));
    bar->addWidget(edit);
    auto *push = new QPushButton(QStringLiteral("Cancel"), &window);
    push->setGeometry(QRect(QPoint(12, 60), push->sizeHint()));
    auto *box = new QComboBox(&window);
    box->addItem(QStringLiteral("Newest first"));
    box->setGeometry(QRect(QPoint(120, 60), box->sizeHint()));
    const QImage image = shown(window);
    EXPECT_EQ(image.pixelColor(700, 42), theme().hairline) << "below the tool bar runs a hairline";
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    EXPECT_TRUE(image.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/style-%1.png")
                               .arg(GetParam() ? QStringLiteral("dark") : QStringLiteral("light"))));
}

INSTANTIATE_TEST_SUITE_P(Style, Styled, testing::Bool());

} // namespace downtimeline
