// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/window/windowapplication.h"

#include <QApplication>
#include <QHashSeed>
#include <QLocale>

#include <iostream>

namespace {

using namespace downtimeline;

void nameTheProgram()
{
    QCoreApplication::setOrganizationDomain(QStringLiteral("downtimeline.org"));
    QCoreApplication::setApplicationName(QStringLiteral("downtimeline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DOWNTIMELINE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.downtimeline.Downtimeline"));
}

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words;
}

} // namespace

int main(int argc, char **argv)
{
    nameTheProgram();
    // The program's words are English, and so are its months and decimal points: a file that is exported does not
    // depend on where that was done.
    QLocale::setDefault(QLocale::c());
    const Console console{std::cout, std::cerr};
    const Result<Arguments> arguments = parseArguments(wordsOf(argc, argv));
    if (!arguments)
        return static_cast<int>(tell(console, arguments.error()));
    const bool isExport = arguments->command == QStringLiteral("export");
    if (isExport) {
        // The same data gives the same bytes; foreign text never keys a QHash (fixed seeds invite collisions).
        QHashSeed::setDeterministicGlobalSeed();
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const bool isWindow = arguments->command.isEmpty() && !arguments->help && !arguments->version;
    if (!isWindow && !isExport) {
        const QCoreApplication app(argc, argv);
        return static_cast<int>(runCommand(*arguments, console));
    }
    const QApplication app(argc, argv);
    return static_cast<int>(isWindow ? runWindow(*arguments, console) : runCommand(*arguments, console));
}
