// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QStyleFactory>

/// Every test of a widget runs in one application with a fixed style and locale, without touching the user's settings.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QCoreApplication::setOrganizationDomain(QStringLiteral("downtimeline.org"));
    QCoreApplication::setApplicationName(QStringLiteral("downtimeline-test"));
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
