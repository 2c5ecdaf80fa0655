// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slackarchive.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <vector>

namespace downtimeline {
namespace {

constexpr std::size_t chunkSize = std::size_t{1} << 20;
// JSON shrinks to a tenth; what unpacks to far more was made to fill the memory.
constexpr std::int64_t mostRatio = 200;
constexpr std::int64_t leastSuspicious = std::int64_t{16} << 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("SlackArchive", text);
}

struct FreeArchive
{
    void operator()(archive *reading) const { archive_read_free(reading); }
};

using Archive = std::unique_ptr<archive, FreeArchive>;

std::string wordsOf(archive *reading)
{
    const char *words = archive_error_string(reading);
    return words ? words : "unknown";
}

std::string nameOf(archive_entry *entry)
{
    if (const char *name = archive_entry_pathname_utf8(entry))
        return name;
    const char *name = archive_entry_pathname(entry);
    return name ? name : "";
}

/// What the list of files tells, before anything is unpacked.
struct Survey
{
    std::string folder; ///< that everything stands in, with its slash; mostly empty
    bool hasLists = false;
    std::int64_t days = 0;
    std::int64_t files = 0;
    std::int64_t size = 0;
};

class ArchiveFiles final : public SlackFiles
{
public:
    ArchiveFiles(Descriptor file, QString path, std::int64_t packedSize)
        : m_file(std::move(file)), m_path(std::move(path)), m_packedSize(packedSize), m_buffer(chunkSize)
    {}

    Status open()
    {
        if (Status again = reopen(); !again)
            return again;
        archive_entry *entry = nullptr;
        int status = ARCHIVE_OK;
        while ((status = archive_read_next_header(m_archive.get(), &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
            if (Status looked = look(entry); !looked)
                return looked;
        }
        if (!m_survey.hasLists || m_survey.days == 0)
            return failure(
                Error::Code::NotRecognised,
                translated("\"%1\" is a ZIP archive, and not one of a Slack export; unpack it and import its files.")
                    .arg(m_path));
        return rewind();
    }

    std::int64_t size() const override { return m_survey.size; }

    Result<std::string_view> next() override
    {
        if (m_isInside)
            return nextOfFile();
        while (!m_isOver) {
            archive_entry *entry = nullptr;
            const int status = archive_read_next_header(m_archive.get(), &entry);
            if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
                const std::string name = ownName(entry);
                if (m_isAtLists ? !isSlackList(name) : !isSlackDay(name))
                    continue;
                if (archive_entry_filetype(entry) != AE_IFREG)
                    continue;
                m_isInside = true;
                m_name = name;
                m_line = slackFileLine(name);
                return std::string_view(m_line);
            }
            if (status != ARCHIVE_EOF)
                return tellDamage();
            if (Status on = goOn(); !on)
                return std::unexpected(on.error());
        }
        return std::string_view();
    }

    Status rewind() override
    {
        m_isAtLists = true;
        m_isInside = false;
        m_isOver = false;
        m_unpacked = 0;
        return reopen();
    }

private:
    std::string ownName(archive_entry *entry) const
    {
        std::string name = nameOf(entry);
        if (!m_survey.folder.empty() && name.starts_with(m_survey.folder))
            name.erase(0, m_survey.folder.size());
        return name;
    }

    Status reopen()
    {
        m_archive.reset(archive_read_new());
        archive_read_support_format_zip(m_archive.get());
        const bool isOpen = ::lseek(m_file.number(), 0, SEEK_SET) == 0 &&
                            archive_read_open_fd(m_archive.get(), m_file.number(), 1U << 16U) == ARCHIVE_OK;
        if (isOpen)
            return {};
        const std::string words = wordsOf(m_archive.get());
        return failure(
            Error::Code::Parse,
            translated("The ZIP archive \"%1\" cannot be read: %2.").arg(m_path, QString::fromStdString(words)),
            QString::fromStdString(words));
    }

    Status look(archive_entry *entry)
    {
        const std::string name = nameOf(entry);
        const std::size_t slash = name.rfind('/');
        const std::string_view last = std::string_view(name).substr(slash == std::string::npos ? 0 : slash + 1);
        if (!m_survey.hasLists && (last == "users.json" || last == "channels.json")) {
            m_survey.hasLists = true;
            m_survey.folder = name.substr(0, name.size() - last.size());
        }
        // Days may stand before the lists, whose folder tells theirs.
        const std::size_t before =
            slash == std::string::npos || slash == 0 ? std::string::npos : name.rfind('/', slash - 1);
        m_survey.days +=
            isSlackDay(std::string_view(name).substr(before == std::string::npos ? 0 : before + 1)) ? 1 : 0;
        m_survey.size +=
            std::max<std::int64_t>(archive_entry_size(entry), 0) + static_cast<std::int64_t>(name.size()) + 10;
        if (++m_survey.files > mostFiles)
            return failure(
                Error::Code::NotRecognised,
                translated("\"%1\" holds more than %2 files; export fewer channels or days.")
                    .arg(m_path)
                    .arg(mostFiles));
        return checkSize(m_survey.size);
    }

    Status checkSize(std::int64_t size) const
    {
        const bool isBomb = size > leastSuspicious && size / mostRatio > m_packedSize;
        if (size <= mostBytes && !isBomb)
            return {};
        return failure(
            Error::Code::NotRecognised,
            translated("\"%1\" unpacks to far more than a Slack export does; nothing of it is kept.").arg(m_path));
    }

    Result<std::string_view> nextOfFile()
    {
        const la_ssize_t got = archive_read_data(m_archive.get(), m_buffer.data(), m_buffer.size());
        if (got > 0) {
            m_unpacked += got;
            if (Status checked = checkSize(m_unpacked); !checked)
                return std::unexpected(checked.error());
            return std::string_view(m_buffer.data(), static_cast<std::size_t>(got));
        }
        m_isInside = false;
        m_line = "\n";
        if (got < 0)
            m_line += slackDamageLine(m_name, wordsOf(m_archive.get()));
        if (got == ARCHIVE_FATAL)
            m_isOver = true;
        return std::string_view(m_line);
    }

    Result<std::string_view> tellDamage()
    {
        m_isOver = true;
        m_line = slackDamageLine(translated("the archive").toStdString(), wordsOf(m_archive.get()));
        return std::string_view(m_line);
    }

    /// From the lists to the days, then to the end.
    Status goOn()
    {
        m_isOver = !m_isAtLists;
        m_isAtLists = false;
        return m_isOver ? Status() : reopen();
    }

    Descriptor m_file;
    QString m_path;
    std::int64_t m_packedSize;
    std::vector<char> m_buffer;
    Archive m_archive;
    Survey m_survey;
    std::string m_name;
    std::string m_line;
    std::int64_t m_unpacked = 0;
    bool m_isAtLists = true;
    bool m_isInside = false; ///< a file's bytes come next
    bool m_isOver = false;
};

} // namespace

Result<std::unique_ptr<SlackFiles>> openSlackArchive(Descriptor file, const QString &path)
{
    struct stat facts{};
    const std::int64_t size = ::fstat(file.number(), &facts) == 0 ? static_cast<std::int64_t>(facts.st_size) : 0;
    auto files = std::make_unique<ArchiveFiles>(std::move(file), path, size);
    if (Status opened = files->open(); !opened)
        return std::unexpected(opened.error());
    return files;
}

} // namespace downtimeline
