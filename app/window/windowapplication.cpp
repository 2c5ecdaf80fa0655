// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowapplication.h"

#include "app/library/librarysession.h"
#include "app/window/mainwindow.h"
#include "app/window/settings.h"
#include "app/window/systemlook.h"

#include <QApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace downtimeline {
namespace {

constexpr double pictureRatio = 1;

/// The library among the operands, taken out of them; by its content where it has the ending, for the rest is imported.
QString takeLibrary(QStringList &files, const QString &fallback)
{
    for (const QString &file : files) {
        if (file.endsWith(QStringLiteral(".downtimeline"))) {
            const QString path = file;
            files.removeOne(path);
            return path;
        }
    }
    return fallback;
}

/// The one window, made anew when another library is opened.
class Desk
{
public:
    explicit Desk(Settings &settings) : m_settings(settings) {}

    Status open(const QString &path)
    {
        Result<std::unique_ptr<LibrarySession>> session = LibrarySession::open(path);
        if (!session)
            return std::unexpected(session.error());
        auto window = std::make_unique<MainWindow>(std::move(*session), m_settings);
        QObject::connect(window.get(), &MainWindow::libraryChosen, window.get(), [this](const QString &chosen) {
            QTimer::singleShot(0, qApp, [this, chosen] { openInstead(chosen); });
        });
        m_window = std::move(window);
        m_window->show();
        return {};
    }

    MainWindow &window() { return *m_window; }

private:
    void openInstead(const QString &path)
    {
        if (const Status opened = open(path); !opened)
            NativeDialogs(m_window.get()).tell(MainWindow::tr("Open library"), opened.error().message);
    }

    Settings &m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void takePicture(MainWindow &window, const QString &path, Console console)
{
    const bool written = window.picture(pictureRatio).save(path, "PNG");
    if (!written)
        tell(console, {Error::Code::Io, MainWindow::tr("The picture cannot be written to %1.").arg(path), {}});
    QCoreApplication::exit(static_cast<int>(written ? ExitCode::Done : ExitCode::InputOutput));
}

} // namespace

ExitCode runWindow(const Arguments &arguments, Console console)
{
    noteSystemLook(*qApp);
    const QTemporaryDir scratch; // a picture shows the defaults and leaves the user's settings alone
    Settings settings(arguments.picture.isEmpty() ? QString() : scratch.filePath(QStringLiteral("window.ini")));
    if (!arguments.theme.isEmpty())
        settings.setLook(arguments.theme == QStringLiteral("dark") ? Settings::Look::Dark : Settings::Look::Light);
    QStringList files = arguments.operands;
    Desk desk(settings);
    if (const Status opened = desk.open(takeLibrary(files, arguments.library)); !opened)
        return tell(console, opened.error());
    if (!files.isEmpty() && arguments.picture.isEmpty())
        desk.window().importFiles(files);
    else if (!files.isEmpty())
        desk.window().importUnseen(files); // a picture is taken without anybody there to choose
    if (arguments.sample)
        desk.window().openSample();
    if (!arguments.picture.isEmpty()) {
        const auto take = [&desk, &arguments, console] { takePicture(desk.window(), arguments.picture, console); };
        const auto takeWhenShown = [&desk, take] {
            if (desk.window().isOpening())
                QObject::connect(&desk.window(), &MainWindow::openingDone, qApp, take, Qt::QueuedConnection);
            else
                QTimer::singleShot(0, qApp, take);
        };
        if (files.isEmpty() && !arguments.sample)
            QTimer::singleShot(0, qApp, takeWhenShown);
        else
            QObject::connect(&desk.window(), &MainWindow::importsDone, qApp, takeWhenShown, Qt::QueuedConnection);
    }
    return static_cast<ExitCode>(QApplication::exec());
}

} // namespace downtimeline
