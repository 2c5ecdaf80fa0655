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
    const ReportChoice chosen{
        .paper = PaperSize::Letter,
        .sections = {ReportSection::Events, ReportSection::Summary},
        .timeline = TimelinePaper::Pages,
        .attachesData = false};
    {
        Settings settings(file);
        settings.setLook(Settings::Look::Dark);
        settings.setZone(Settings::Zone::Named, u"Africa/Lagos"_s);
        settings.setReport(chosen);
        settings.setSplitter(u"rows"_s, QByteArray("abc"));
    }
    const Settings again(file);
    EXPECT_EQ(again.look(), Settings::Look::Dark);
    EXPECT_EQ(again.zone(), Settings::Zone::Named);
    EXPECT_EQ(again.namedZone(), u"Africa/Lagos"_s);
    EXPECT_EQ(again.report(), chosen);
    EXPECT_EQ(again.splitter(u"rows"_s), QByteArray("abc"));
}

TEST(Settings, ADamagedFileIsAsIfNothingHadBeenSet)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    QFile damaged(file);
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    constexpr std::string_view garbage(
        "[General]\nlook=purple\nzone=99\npaper=9\n[report]\nsections=nonsense\n\0\xff\xff garbage[[[", 79);
    damaged.write(garbage.data(), static_cast<qint64>(garbage.size()));
    damaged.close();
    const Settings settings(file);
    EXPECT_EQ(settings.look(), Settings::Look::System);
    EXPECT_EQ(settings.zone(), Settings::Zone::Incident);
    EXPECT_EQ(settings.report(), ReportChoice());
    EXPECT_TRUE(settings.geometry().isEmpty());
}

} // namespace
} // namespace downtimeline
