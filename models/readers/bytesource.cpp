// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/bytesource.h"

#include "models/readers/descriptor.h"
#include "models/readers/exports/pdfattachment.h"
#include "models/readers/exports/slackarchive.h"
#include "models/readers/exports/slackfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

namespace downtimeline {
namespace {

constexpr std::size_t chunkSize = std::size_t{1} << 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("ByteSource", text);
}

QString systemWords(int error)
{
    return QString::fromStdString(std::system_category().message(error));
}

std::unexpected<Error> cannotOpen(const QString &path, int error)
{
    QString message;
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        message = translated("There is no file \"%1\"; check its name and folder.").arg(path);
        break;
    case EACCES:
    case EPERM:
        message = translated("You may not read \"%1\"; ask its owner for the permission.").arg(path);
        break;
    case ENXIO:
        message = translated("\"%1\" is a socket or a device, not a file; choose a file.").arg(path);
        break;
    default:
        message = translated("\"%1\" cannot be opened: %2.").arg(path, systemWords(error));
    }
    return failure(Error::Code::Io, message, systemWords(error));
}

QString whatItIs(mode_t mode)
{
    if (S_ISFIFO(mode))
        return translated("a pipe");
    if (S_ISSOCK(mode))
        return translated("a socket");
    return translated("a device");
}

class FileSource final : public ByteSource
{
public:
    FileSource(Descriptor descriptor, QString path, std::int64_t size)
        : m_descriptor(std::move(descriptor)), m_path(std::move(path)), m_size(size), m_buffer(chunkSize)
    {}

    std::string name() const override { return QFileInfo(m_path).fileName().toStdString(); }
    std::int64_t size() const override { return m_size; }

    Result<std::string_view> next() override
    {
        while (true) {
            const ssize_t got = ::read(m_descriptor.number(), m_buffer.data(), m_buffer.size());
            if (got >= 0)
                return std::string_view(m_buffer.data(), static_cast<std::size_t>(got));
            if (errno != EINTR)
                return broken(errno);
        }
    }

    Status rewind() override
    {
        if (::lseek(m_descriptor.number(), 0, SEEK_SET) != 0)
            return broken(errno);
        return {};
    }

private:
    std::unexpected<Error> broken(int error) const
    {
        return failure(
            Error::Code::Io, translated("\"%1\" cannot be read on: %2.").arg(m_path, systemWords(error)),
            systemWords(error));
    }

    Descriptor m_descriptor;
    QString m_path;
    std::int64_t m_size;
    std::vector<char> m_buffer;
};

class MemorySource final : public ByteSource
{
public:
    MemorySource(std::string name, std::string bytes) : m_name(std::move(name)), m_bytes(std::move(bytes)) {}

    std::string name() const override { return m_name; }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }

    Result<std::string_view> next() override
    {
        const std::string_view chunk = std::string_view(m_bytes).substr(m_position, chunkSize);
        m_position += chunk.size();
        return chunk;
    }

    Status rewind() override
    {
        m_position = 0;
        return {};
    }

private:
    std::string m_name;
    std::string m_bytes;
    std::size_t m_position = 0;
};

/// The files of a Slack export as one text.
class SlackSource final : public ByteSource
{
public:
    SlackSource(std::unique_ptr<SlackFiles> files, const QString &path)
        : m_files(std::move(files)), m_name(QDir(path).dirName().toStdString())
    {}

    std::string name() const override { return m_name; }
    std::int64_t size() const override { return m_files->size(); }
    Result<std::string_view> next() override { return m_files->next(); }
    Status rewind() override { return m_files->rewind(); }

private:
    std::unique_ptr<SlackFiles> m_files;
    std::string m_name;
};

Result<std::unique_ptr<ByteSource>> slackSource(Result<std::unique_ptr<SlackFiles>> files, const QString &path)
{
    if (!files)
        return std::unexpected(files.error());
    return std::make_unique<SlackSource>(std::move(*files), path);
}

Result<std::unique_ptr<ByteSource>> reportSource(Result<std::string> data, const QString &path)
{
    if (!data)
        return std::unexpected(data.error());
    return memorySource(QFileInfo(path).fileName().toStdString(), std::move(*data));
}

bool isZip(const Descriptor &file)
{
    constexpr std::string_view mark = "PK\x03\x04";
    std::array<char, mark.size()> head{};
    const bool isRead = ::pread(file.number(), head.data(), head.size(), 0) == static_cast<ssize_t>(head.size());
    return isRead && std::string_view(head.data(), head.size()) == mark;
}

} // namespace

Result<std::unique_ptr<ByteSource>> openByteSource(const QString &path)
{
    // Without O_NONBLOCK a pipe would keep us waiting for its writer before we could see that it is one.
    Descriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (!descriptor.isOpen())
        return cannotOpen(path, errno);
    struct stat facts{};
    if (::fstat(descriptor.number(), &facts) != 0)
        return cannotOpen(path, errno);
    if (S_ISDIR(facts.st_mode))
        return slackSource(openSlackFolder(path), path);
    if (S_ISREG(facts.st_mode) && isZip(descriptor))
        return slackSource(openSlackArchive(std::move(descriptor), path), path);
    if (S_ISREG(facts.st_mode) && isPdf(descriptor))
        return reportSource(attachedIncident(descriptor, path), path);
    if (!S_ISREG(facts.st_mode)) {
        return failure(
            Error::Code::Io, translated("\"%1\" is %2, not a file; choose a file.").arg(path, whatItIs(facts.st_mode)));
    }
    return std::make_unique<FileSource>(std::move(descriptor), path, static_cast<std::int64_t>(facts.st_size));
}

std::unique_ptr<ByteSource> memorySource(std::string name, std::string bytes)
{
    return std::make_unique<MemorySource>(std::move(name), std::move(bytes));
}

} // namespace downtimeline
