// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/textsource.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace downtimeline;
using test::SplitSource;

namespace {

QString messageFor(const QString &path)
{
    const auto source = openByteSource(path);
    EXPECT_FALSE(source) << path.toStdString();
    return source ? QString() : source.error().message;
}

std::string allOf(ByteSource &source)
{
    std::string all;
    while (true) {
        const auto chunk = source.next();
        EXPECT_TRUE(chunk);
        if (!chunk || chunk->empty())
            return all;
        EXPECT_LE(chunk->size(), std::size_t{1} << 20);
        all += *chunk;
    }
}

} // namespace

TEST(ByteSource, AFileIsReadInChunksAndAgainAfterRewinding)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a b.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const std::string bytes = std::string((std::size_t{1} << 20) + 17, 'x') + "end";
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    file.close();
    const auto source = openByteSource(file.fileName());
    ASSERT_TRUE(source);
    EXPECT_EQ((*source)->name(), "a b.csv");
    EXPECT_EQ((*source)->size(), static_cast<std::int64_t>(bytes.size()));
    EXPECT_EQ(allOf(**source), bytes);
    EXPECT_TRUE((*source)->next()->empty());
    ASSERT_TRUE((*source)->rewind());
    EXPECT_EQ(allOf(**source), bytes);
}

TEST(ByteSource, MemoryIsReadInChunksToo)
{
    const std::string bytes(3 * (std::size_t{1} << 20) + 1, 'y');
    const auto source = memorySource("paste", bytes);
    EXPECT_EQ(source->name(), "paste");
    EXPECT_EQ(allOf(*source), bytes);
    ASSERT_TRUE(source->rewind());
    EXPECT_EQ(allOf(*source), bytes);
    EXPECT_TRUE(memorySource("empty", {})->next()->empty());
}

TEST(ByteSource, WhatIsNoFileIsRefusedAtOnceWithASentence)
{
    const QTemporaryDir folder;
    EXPECT_TRUE(
        messageFor(folder.filePath(QStringLiteral("missing.csv"))).startsWith(QStringLiteral("There is no file")));
    EXPECT_TRUE(messageFor(QStringLiteral("/proc/version/x")).startsWith(QStringLiteral("There is no file")));
    EXPECT_TRUE(messageFor(folder.path()).contains(QStringLiteral("is a folder")));
    EXPECT_TRUE(messageFor(QStringLiteral("/dev/zero")).contains(QStringLiteral("is a device")));
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    EXPECT_TRUE(messageFor(pipe).contains(QStringLiteral("is a pipe")));
    const QString loop = folder.filePath(QStringLiteral("loop"));
    ASSERT_TRUE(QFile::link(loop, loop));
    EXPECT_TRUE(messageFor(loop).contains(QStringLiteral("cannot be opened")));
    EXPECT_FALSE(messageFor(QString(5000, QLatin1Char('x'))).isEmpty());
}

TEST(ByteSource, ASocketIsRefused)
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("s")));
    const int number = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    ASSERT_LT(path.size(), static_cast<qsizetype>(sizeof address.sun_path));
    std::copy(path.begin(), path.end(), address.sun_path);
    ASSERT_EQ(::bind(number, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    EXPECT_TRUE(messageFor(QFile::decodeName(path)).contains(QStringLiteral("socket")));
    ::close(number);
}

TEST(ByteSource, AFileThatMayNotBeReadSaysSo)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may read every file";
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("secret.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    ASSERT_TRUE(file.setPermissions(QFileDevice::WriteOwner));
    EXPECT_TRUE(messageFor(file.fileName()).startsWith(QStringLiteral("You may not read")));
}

TEST(TextSource, Utf16WithAMarkBecomesUtf8AcrossChunkBorders)
{
    const std::string little(
        "\xFF\xFE"
        "S\0t\0\xF6\0r\0\x3D\xD8\x00\xDE",
        14);
    for (std::size_t first = 2; first < little.size(); ++first) {
        SplitSource split(little, first, 1);
        const auto text = utf8Source(split);
        EXPECT_EQ(allOf(*text), "St\xC3\xB6r\xF0\x9F\x98\x80") << first;
        ASSERT_TRUE(text->rewind());
        EXPECT_EQ(allOf(*text), "St\xC3\xB6r\xF0\x9F\x98\x80") << first;
    }
    EXPECT_EQ(utf8Head(std::string_view("\xFE\xFF\0A", 4)), "A");
    EXPECT_EQ(utf8Head("plain \xE9"), "plain \xE9");
}

TEST(TextSource, OnlyCleanTextIsKeptAsItIs)
{
    EXPECT_TRUE(isCleanText("") && isCleanText("abcdefghijk") && isCleanText("St\xC3\xB6rung in der Nacht"));
    EXPECT_FALSE(isCleanText(std::string_view("abcdefgh\0", 9)) || isCleanText(std::string_view("\0bcdefghijk", 11)));
    EXPECT_FALSE(isCleanText("abcdefgh\xFF") || isCleanText("\xC3") || isCleanText("\xED\xA0\x80"));
    EXPECT_EQ(
        cleanText(std::string_view("a\0b\xFF", 4)), "a\xEF\xBF\xBD"
                                                    "b\xEF\xBF\xBD");
}
