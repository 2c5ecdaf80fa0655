// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/windowfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace downtimeline {

void ShownWindow::SetUp()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("window.ini")));
    m_settings->setLook(Settings::Look::Light);
    m_settings->setMotion(Settings::Motion::Never); // what a test asks for is there at once
    restart();
}

void ShownWindow::restart()
{
    m_window.reset();
    Result<std::unique_ptr<LibrarySession>> session = LibrarySession::open(libraryPath());
    ASSERT_TRUE(session) << session.error().message.toStdString();
    m_window = std::make_unique<MainWindow>(std::move(*session), *m_settings, &m_dialogs);
    m_window->resize(1440, 900);
    m_window->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
    waitUntilOpened();
}

QString ShownWindow::file(const QString &name, const QByteArray &bytes)
{
    QFile written(m_folder.filePath(name));
    EXPECT_TRUE(written.open(QIODevice::WriteOnly));
    written.write(bytes);
    return written.fileName();
}

void ShownWindow::importAndWait(const QStringList &paths)
{
    QSignalSpy done(m_window.get(), &MainWindow::importsDone);
    m_window->importFiles(paths);
    ASSERT_TRUE(done.count() > 0 || done.wait(20000));
    waitUntilOpened();
    m_window->activateWindow(); // the preview had the keys
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
}

void ShownWindow::loadSample()
{
    QSignalSpy done(m_window.get(), &MainWindow::importsDone);
    m_window->openSample();
    ASSERT_TRUE(done.count() > 0 || done.wait(20000));
    waitUntilOpened();
}

void ShownWindow::waitUntilOpened()
{
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_window->isOpening(); }, 60000));
}

void ShownWindow::photograph(const QString &name, double pixelRatio)
{
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    QCoreApplication::processEvents();
    const QString path = QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/") + name + QStringLiteral(".png");
    EXPECT_TRUE(m_window->picture(pixelRatio).save(path));
}

} // namespace downtimeline
