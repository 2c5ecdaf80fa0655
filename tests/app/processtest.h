// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimeZone>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace downtimeline {

#ifdef __SANITIZE_ADDRESS__
inline constexpr long mostKilobytes = 1024 * 1024;        // its shadow memory counts too
inline constexpr long streamingKilobytes = mostKilobytes; // what was freed stays in its quarantine of 256 MB
#else
inline constexpr long mostKilobytes = 300 * 1024;
inline constexpr long streamingKilobytes = 150 * 1024;
#endif

/// What the program left behind.
struct Ended
{
    int code = -1; ///< of its exit; -1 where a signal ended it
    long kilobytes = 0;
    double seconds = 0; ///< of the processor
    std::string out;
    std::string err;
};

/// In a child that is about to become the program: the stream goes into that file.
inline bool isRedirected(const QByteArray &file, int stream)
{
    const int opened = ::open(file.constData(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    return opened >= 0 && ::dup2(opened, stream) == stream;
}

/// The program itself, run as a shell runs it, in an empty folder.
class Process : public testing::Test
{
protected:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString libraryPath() const { return path(QStringLiteral("library.downtimeline")); }

    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(bytes), bytes.size());
        return file.fileName();
    }

    pid_t begin(QStringList words)
    {
        if (!words.contains(QStringLiteral("--library")))
            words << QStringLiteral("--library") << libraryPath();
        std::vector<QByteArray> texts{QByteArray(DOWNTIMELINE_PROGRAM)};
        for (const QString &word : words)
            texts.push_back(QFile::encodeName(word));
        std::vector<char *> arguments;
        for (QByteArray &text : texts)
            arguments.push_back(text.data());
        arguments.push_back(nullptr);
        const QByteArray out = QFile::encodeName(m_output.filePath(QStringLiteral("out")));
        const QByteArray err = QFile::encodeName(m_output.filePath(QStringLiteral("err")));
        ::setenv(
            "XDG_CONFIG_HOME", m_output.path().toLocal8Bit().constData(), 1); // not what the user's window remembers
        ::setenv("XDG_RUNTIME_DIR", m_output.path().toLocal8Bit().constData(), 0); // else Qt speaks of it on stderr
        const pid_t child = ::fork();
        if (child != 0)
            return child;
        ::alarm(60); // what hangs is a failure and not a wait
        if (isRedirected(out, 1) && isRedirected(err, 2))
            ::execv(arguments[0], arguments.data());
        ::_exit(99);
    }

    Ended end(pid_t child)
    {
        Ended ended;
        int status = 0;
        rusage usage{};
        EXPECT_EQ(::wait4(child, &status, 0, &usage), child);
        ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        ended.kilobytes = usage.ru_maxrss;
        for (const timeval &time : {usage.ru_utime, usage.ru_stime})
            ended.seconds += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        for (auto &[name, text] :
             {std::pair(QStringLiteral("out"), &ended.out), std::pair(QStringLiteral("err"), &ended.err)}) {
            QFile file(m_output.filePath(name));
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            *text = file.readAll().toStdString();
        }
        return ended;
    }

    Ended run(const QStringList &words) { return end(begin(words)); }

    /// inspect and import both refuse it with that code and one line that has the words.
    void expectRefused(const QString &file, int code, const char *words)
    {
        for (const QString &command : {QStringLiteral("inspect"), QStringLiteral("import")}) {
            const Ended ended = run({command, file});
            EXPECT_EQ(ended.code, code) << command.toStdString() << ' ' << ended.err;
            EXPECT_THAT(ended.err, testing::HasSubstr(words));
            EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
            EXPECT_LE(ended.kilobytes, mostKilobytes) << command.toStdString();
        }
    }

    QString bigCsv(int rows)
    {
        QByteArray text("time,kind,title\n");
        const QDateTime start(QDate(2024, 1, 16), QTime(9, 0), QTimeZone::utc());
        for (int row = 0; row < rows; ++row)
            text +=
                start.addSecs(row).toString(Qt::ISODate).toLatin1() + ",alert,row " + QByteArray::number(row) + '\n';
        return write(QStringLiteral("big.csv"), text);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_output;
};

} // namespace downtimeline
