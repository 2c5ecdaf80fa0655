// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/zonenames.h"

#include <gtest/gtest.h>

#include <QTimeZone>

using namespace downtimeline;
using namespace Qt::StringLiterals;

TEST(ZoneNames, UtcIsFirstAndEveryNameIsAZone)
{
    const QStringList names = zoneNames();
    ASSERT_GT(names.size(), 100);
    EXPECT_EQ(names.front(), u"UTC"_s);
    EXPECT_TRUE(names.contains(u"America/Sao_Paulo"_s));
    for (const QString &name : names)
        EXPECT_TRUE(QTimeZone(name.toUtf8()).isValid()) << name.toStdString();
}

TEST(ZoneNames, ANameIsFoundInAnyCaseOrByItsPlaceAlone)
{
    EXPECT_EQ(zoneNamed(u" europe/berlin "_s), u"Europe/Berlin"_s);
    EXPECT_EQ(zoneNamed(u"Kathmandu"_s), u"Asia/Kathmandu"_s);
    EXPECT_EQ(zoneNamed(u"new york"_s), u"America/New_York"_s);
    EXPECT_EQ(zoneNamed(u"utc"_s), u"UTC"_s);
}

TEST(ZoneNames, WhatIsNoZoneIsNone)
{
    for (const QString &typed : {u""_s, u" "_s, u"Nowhere/Land"_s, u"Europe"_s, u"erlin"_s})
        EXPECT_EQ(zoneNamed(typed), std::nullopt) << typed.toStdString();
}
