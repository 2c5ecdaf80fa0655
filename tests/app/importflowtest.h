// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/importflow.h"
#include "app/window/settings.h"
#include "tests/app/fakedialogs.h"
#include "widgets/import/choicebox.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace downtimeline {

/// The way of files into a library, with previews that answer themselves.
class ImportFlowTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto session = LibrarySession::open(m_folder.filePath(QStringLiteral("library.downtimeline")));
        ASSERT_TRUE(session);
        m_session = std::move(*session);
    }

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile written(m_folder.filePath(name));
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(bytes);
        return written.fileName();
    }

    void run(const QStringList &paths, std::optional<IncidentId> open = {})
    {
        ImportFlow flow(*m_session, m_tasks, m_dialogs);
        flow.rememberIn(m_settings);
        QObject::connect(
            &flow, &ImportFlow::imported, [this](IncidentId id, const QString &) { m_imported.push_back(id); });
        QObject::connect(&flow, &ImportFlow::failed, [this](const QString &sentence) { m_failures << sentence; });
        QSignalSpy finished(&flow, &ImportFlow::finished);
        flow.start(paths, open, QStringLiteral("open one"));
        ASSERT_TRUE(finished.count() > 0 || finished.wait(20000));
    }

    /// Chooses where it goes as a user does, from the list.
    static void choose(ImportPreview &preview, const QString &words)
    {
        ChoiceBox *places = preview.footer()->places();
        const int index = places->findText(words);
        ASSERT_GE(index, 0) << words.toStdString();
        places->setFocus();
        places->setCurrentIndex(index);
        Q_EMIT places->activated(index);
    }

    std::int64_t events() { return m_session->counts()->events; }

    QTemporaryDir m_folder;
    std::unique_ptr<LibrarySession> m_session;
    Settings m_settings{m_folder.filePath(QStringLiteral("window.ini"))};
    TaskRunner m_tasks;
    FakeDialogs m_dialogs;
    std::vector<IncidentId> m_imported;
    QStringList m_failures;
};

} // namespace downtimeline
