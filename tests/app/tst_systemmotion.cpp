// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/systemmotion.h"
#include "app/window/windowactions.h"
#include "tests/app/windowfixture.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QMenuBar>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class SystemMotion : public testing::Test
{
protected:
    void write(const QString &name, const QByteArray &bytes)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(name).path());
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    bool isWanted() const { return isMotionWanted(motionSettingsIn(m_folder.path())); }

    QTemporaryDir m_folder;
};

class MotionInTheWindow : public ShownWindow
{
protected:
    void choose(const QString &text)
    {
        for (QAction *action : window().findChildren<QAction *>())
            if (action->text() == text)
                action->trigger();
    }
};

} // namespace

TEST_F(SystemMotion, IsWantedWhereNothingSaysOtherwise)
{
    EXPECT_TRUE(isWanted());
    write(u"kdeglobals"_s, "[General]\nAnimationDurationFactor=0\n");
    write(u"gtk-3.0/settings.ini"_s, "[Settings]\ngtk-theme-name=Adwaita\n");
    EXPECT_TRUE(isWanted());
    EXPECT_TRUE(isMotionWanted({.kdeFactor = u"fast"_s, .gtkAnimations = {}, .gnome = u"true\n"_s}));
}

TEST_F(SystemMotion, KdesFactorOfNoneMeansNone)
{
    write(u"kdeglobals"_s, "[KDE]\nAnimationDurationFactor=0\n");
    EXPECT_FALSE(isWanted());
    write(u"kdeglobals"_s, "[KDE]\nAnimationDurationFactor=0.5\n");
    EXPECT_TRUE(isWanted());
}

TEST_F(SystemMotion, GtksSettingsCountTheNewerFirst)
{
    write(u"gtk-3.0/settings.ini"_s, "[Settings]\ngtk-enable-animations=false\n");
    EXPECT_FALSE(isWanted());
    write(u"gtk-4.0/settings.ini"_s, "[Settings]\ngtk-enable-animations=1\n");
    EXPECT_TRUE(isWanted());
    write(u"gtk-4.0/settings.ini"_s, "[Settings]\ngtk-enable-animations=FALSE\n");
    EXPECT_FALSE(isWanted());
}

TEST_F(SystemMotion, GnomesAnswerCounts)
{
    EXPECT_FALSE(isMotionWanted({.kdeFactor = {}, .gtkAnimations = {}, .gnome = u"false\n"_s}));
}

TEST_F(MotionInTheWindow, TheChoiceHoldsAtOnceAndAtTheNextStart)
{
    EXPECT_FALSE(m_settings->motion() == Settings::Motion::Always);
    choose(u"&Always"_s);
    EXPECT_EQ(m_settings->motion(), Settings::Motion::Always);
    loadSample();
    const auto isFlying = [this] {
        window().actionsOfWindow()->zoomIn->trigger();
        window().actionsOfWindow()->zoomIn->trigger();
        window().actionsOfWindow()->fit->trigger();
        return window().view().motion().isMoving();
    };
    EXPECT_TRUE(isFlying());
    restart();
    EXPECT_TRUE(isFlying());
    choose(u"&Never"_s);
    EXPECT_FALSE(isFlying());
}

} // namespace downtimeline
