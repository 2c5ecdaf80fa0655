// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/systemlook.h"

#include <QApplication>
#include <QPalette>
#include <QStyleHints>
#include <QVariant>

namespace downtimeline {
namespace {

constexpr const char *property = "systemIsDark";
constexpr int middle = 128;

} // namespace

void noteSystemLook(QApplication &application)
{
    application.setProperty(property, QApplication::palette().color(QPalette::Window).lightness() < middle);
}

bool isSystemDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return qApp->property(property).toBool();
}

} // namespace downtimeline
