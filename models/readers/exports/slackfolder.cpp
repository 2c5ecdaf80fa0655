// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slackfolder.h"

#include "models/readers/descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <vector>

namespace downtimeline {
namespace {

constexpr std::size_t chunkSize = std::size_t{1} << 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("SlackFolder", text);
}

class FolderFiles final : public SlackFiles
{
public:
    FolderFiles(const QDir &folder, std::vector<QString> names, std::int64_t size)
        : m_folder(folder), m_names(std::move(names)), m_size(size), m_buffer(chunkSize)
    {}

    std::int64_t size() const override { return m_size; }

    Result<std::string_view> next() override
    {
        if (m_file.isOpen())
            return nextOfFile();
        if (m_next >= m_names.size())
            return std::string_view();
        const QString &name = m_names[m_next++];
        const QByteArray path = QFile::encodeName(m_folder.filePath(name));
        m_file = Descriptor(::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW));
        struct stat facts{};
        const bool isFile = m_file.isOpen() && ::fstat(m_file.number(), &facts) == 0 && S_ISREG(facts.st_mode);
        if (isFile)
            m_line = slackFileLine(name.toStdString());
        else
            m_line = slackDamageLine(name.toStdString(), translated("it is no file that can be read.").toStdString());
        if (!isFile)
            m_file = Descriptor(-1);
        return std::string_view(m_line);
    }

    Status rewind() override
    {
        m_file = Descriptor(-1);
        m_next = 0;
        return {};
    }

private:
    Result<std::string_view> nextOfFile()
    {
        ssize_t got = 0;
        do {
            got = ::read(m_file.number(), m_buffer.data(), m_buffer.size());
        } while (got < 0 && errno == EINTR);
        if (got > 0)
            return std::string_view(m_buffer.data(), static_cast<std::size_t>(got));
        m_file = Descriptor(-1);
        m_line = "\n";
        if (got < 0)
            m_line += slackDamageLine(m_names[m_next - 1].toStdString(), std::system_category().message(errno));
        return std::string_view(m_line);
    }

    QDir m_folder;
    std::vector<QString> m_names; ///< with their folder
    std::int64_t m_size;
    std::vector<char> m_buffer;
    std::string m_line;
    Descriptor m_file{-1};
    std::size_t m_next = 0;
};

/// The days of each channel, in the order of the names; none where there are too many.
std::optional<std::vector<QString>> daysIn(const QDir &folder)
{
    std::vector<QString> names;
    for (const QString &channel :
         folder.entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot | QDir::Readable, QDir::Name)) {
        for (const QString &day :
             QDir(folder.filePath(channel)).entryList(QDir::Files | QDir::NoSymLinks, QDir::Name)) {
            QString name = channel + u'/' + day;
            if (isSlackDay(name.toStdString()))
                names.push_back(std::move(name));
        }
        if (static_cast<std::int64_t>(names.size()) > SlackFiles::mostFiles)
            return std::nullopt;
    }
    return names;
}

} // namespace

Result<std::unique_ptr<SlackFiles>> openSlackFolder(const QString &path)
{
    const QDir folder(path);
    std::vector<QString> names;
    // Who is who comes before what they say.
    for (const QString &file : folder.entryList(QDir::Files | QDir::NoSymLinks, QDir::Name | QDir::Reversed)) {
        if (isSlackList(file.toStdString()))
            names.push_back(file);
    }
    const bool hasLists = !names.empty();
    const auto days = hasLists ? daysIn(folder) : std::vector<QString>();
    if (!days)
        return failure(
            Error::Code::NotRecognised,
            translated("\"%1\" holds more than %2 days of channels; import its channels a part at a time.")
                .arg(path)
                .arg(SlackFiles::mostFiles));
    if (days->empty())
        return failure(
            Error::Code::Io,
            translated("\"%1\" is a folder, and not one of a Slack export (users.json, channels.json and "
                       "a folder for each channel); choose a file.")
                .arg(path));
    names.insert(names.end(), days->begin(), days->end());
    std::int64_t size = 0;
    for (const QString &name : names)
        size += QFileInfo(folder.filePath(name)).size() +
                static_cast<std::int64_t>(slackFileLine(name.toStdString()).size()) + 1;
    if (size > SlackFiles::mostBytes)
        return failure(
            Error::Code::NotRecognised,
            translated("\"%1\" holds more than %2 GiB; import its channels a part at a time.")
                .arg(path)
                .arg(SlackFiles::mostBytes >> 30));
    return std::make_unique<FolderFiles>(folder, std::move(names), size);
}

} // namespace downtimeline
