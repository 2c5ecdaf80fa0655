// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <string_view>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

TEST(Settings, WhatWasSetIsThereTheNextTime)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    {
        Settings settings(file);
        settings.setLook(Settings::Look::Dark);
        settings.setZone(Settings::Zone::Named, u"Africa/Lagos"_s);
        settings.setPaper(PaperSize::Letter);
        settings.setSplitter(u"rows"_s, QByteArray("abc"));
    }
    const Settings again(file);
    EXPECT_EQ(again.look(), Settings::Look::Dark);
    EXPECT_EQ(again.zone(), Settings::Zone::Named);
    EXPECT_EQ(again.namedZone(), u"Africa/Lagos"_s);
    EXPECT_EQ(again.paper(), PaperSize::Letter);
    EXPECT_EQ(again.splitter(u"rows"_s), QByteArray("abc"));
}

TEST(Settings, ADamagedFileIsAsIfNothingHadBeenSet)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    QFile damaged(file);
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    constexpr std::string_view garbage("[General]\nlook=purple\nzone=99\npaper=2\n\0\xff\xff garbage[[[", 52);
    damaged.write(garbage.data(), static_cast<qint64>(garbage.size()));
    damaged.close();
    const Settings settings(file);
    EXPECT_EQ(settings.look(), Settings::Look::System);
    EXPECT_EQ(settings.zone(), Settings::Zone::Incident);
    EXPECT_EQ(settings.paper(), PaperSize::A4);
    EXPECT_TRUE(settings.geometry().isEmpty());
}

} // namespace
} // namespace downtimeline
