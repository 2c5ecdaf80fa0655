// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/systemmotion.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

namespace downtimeline {
namespace {

QString valueIn(const QString &file, const QString &key)
{
    return QSettings(file, QSettings::IniFormat).value(key).toString().trimmed();
}

/// GTK takes the number or the word.
bool isNo(const QString &value)
{
    return value == QStringLiteral("0") || value.compare(QStringLiteral("false"), Qt::CaseInsensitive) == 0;
}

/// Qt knows it of Windows and macOS.
bool isPlatformAskedByQt()
{
    const QString platform = QGuiApplication::platformName();
    return platform == QStringLiteral("windows") || platform == QStringLiteral("cocoa");
}

} // namespace

bool isMotionWanted(const MotionSettings &settings)
{
    bool isNumber = false;
    const double factor = settings.kdeFactor.toDouble(&isNumber);
    const bool isKdeStill = isNumber && factor <= 0;
    return !isKdeStill && !isNo(settings.gtkAnimations) && !isNo(settings.gnome.trimmed());
}

MotionSettings motionSettingsIn(const QString &folder)
{
    MotionSettings settings;
    settings.kdeFactor = valueIn(folder + QStringLiteral("/kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"));
    for (const QString &gtk : {QStringLiteral("/gtk-4.0/settings.ini"), QStringLiteral("/gtk-3.0/settings.ini")})
        if (settings.gtkAnimations.isEmpty())
            settings.gtkAnimations = valueIn(folder + gtk, QStringLiteral("Settings/gtk-enable-animations"));
    return settings;
}

void askSystemMotion(QObject *context, std::function<void(bool wanted)> answer)
{
    if (isPlatformAskedByQt()) {
        answer(QApplication::isEffectEnabled(Qt::UI_General));
        return;
    }
    const MotionSettings settings =
        motionSettingsIn(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    answer(isMotionWanted(settings));
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("gsettings"));
    if (tool.isEmpty() || !desktop.contains(QStringLiteral("GNOME"), Qt::CaseInsensitive))
        return;
    auto *process = new QProcess(context);
    QObject::connect(
        process, &QProcess::finished, context, [process, told = settings, answer = std::move(answer)]() mutable {
            told.gnome = QString::fromUtf8(process->readAllStandardOutput());
            answer(isMotionWanted(told));
            process->deleteLater();
        });
    process->start(
        tool,
        {QStringLiteral("get"), QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations")});
}

} // namespace downtimeline
