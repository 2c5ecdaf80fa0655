// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/incident.h"
#include "models/storage/library.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace downtimeline {

/// A library of its own for each test, in a folder that goes away.
class StorageTest : public testing::Test
{
protected:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString libraryPath() const { return file(QStringLiteral("outages.downtimeline")); }

    std::unique_ptr<Library> opened(Library::Open mode = Library::Open::CreateIfMissing)
    {
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), mode);
        EXPECT_TRUE(library) << (library ? "" : (library.error().message + library.error().detail).toStdString());
        return library ? std::move(*library) : nullptr;
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile content(path);
        EXPECT_TRUE(content.open(QIODevice::ReadOnly)) << path.toStdString();
        return content.readAll();
    }

    /// Of a database file, from its header.
    static qsizetype pageSizeOf(const QByteArray &bytes)
    {
        return static_cast<qsizetype>(
            (static_cast<unsigned char>(bytes.at(16)) << 8U) | static_cast<unsigned char>(bytes.at(17)));
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile content(path);
        ASSERT_TRUE(content.open(QIODevice::WriteOnly));
        ASSERT_EQ(content.write(bytes), bytes.size());
    }

    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }

    QTemporaryDir m_folder;
};

inline Instant at(int hour, int minute, int second = 0)
{
    using namespace std::chrono;
    return sys_days(year(2024) / January / 16) + hours(hour) + minutes(minute) + seconds(second);
}

inline Event eventAtTime(Instant instant, std::string title, EventKind kind = EventKind::Note)
{
    Event event;
    event.title = std::move(title);
    event.kind = kind;
    event.time = writtenTimeOf(instant, std::chrono::hours(1), ZoneOrigin::Header);
    event.at = instant;
    return event;
}

inline Incident incidentCalled(std::string title)
{
    Incident incident;
    incident.title = std::move(title);
    return incident;
}

inline std::string problem(const Status &status)
{
    return status ? std::string() : (status.error().message + u'|' + status.error().detail).toStdString();
}

} // namespace downtimeline
