// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/libraryfile.h"

#include "models/storage/migrations.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace downtimeline {
namespace {

constexpr std::size_t headerSize = 100;
constexpr std::string_view magic("SQLite format 3\0", 16);

QString translated(const char *text)
{
    return QCoreApplication::translate("Library", text);
}

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }

private:
    int m_number;
};

std::unexpected<Error> systemFailure(const QString &path, int code)
{
    return failure(
        Error::Code::Io, translated("“%1” cannot be read: %2.").arg(path, QString::fromLocal8Bit(std::strerror(code))));
}

unsigned bigEndian(const std::array<unsigned char, headerSize> &header, std::size_t offset)
{
    return (static_cast<unsigned>(header[offset]) << 24U) | (static_cast<unsigned>(header[offset + 1]) << 16U) |
           (static_cast<unsigned>(header[offset + 2]) << 8U) | static_cast<unsigned>(header[offset + 3]);
}

bool isWritable(const QString &path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

Result<LibraryFile> judged(const QString &path, const std::array<unsigned char, headerSize> &header, LibraryFile file)
{
    if (std::memcmp(header.data(), magic.data(), magic.size()) != 0) {
        return failure(
            Error::Code::NotOurs,
            translated("“%1” is not a Downtimeline library; import it instead, or open another file.").arg(path));
    }
    if (bigEndian(header, 68) != static_cast<unsigned>(libraryApplicationId)) {
        return failure(
            Error::Code::NotOurs,
            translated("“%1” is a database of another program, not a Downtimeline library; open another file.")
                .arg(path));
    }
    file.kind = LibraryFile::Kind::Library;
    file.format = static_cast<int>(bigEndian(header, 60));
    file.usesWal = header[18] == 2;
    if (file.format > currentFormat() || file.format < 0)
        return std::unexpected(tooNewError(path, file.format));
    return file;
}

/// The program version that a newer file asks for; empty where it cannot be told.
QString neededProgram(const QString &path)
{
    try {
        SQLite::Database database(immutableUri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        sqlite3_limit(database.getHandle(), SQLITE_LIMIT_LENGTH, 1'000'000);
        return QString::fromStdString(
                   database.execAndGet("SELECT value FROM property WHERE key = 'needs_program'").getString())
            .left(40);
    } catch (const SQLite::Exception &) {
        return {}; // the sentence then names the format alone
    }
}

} // namespace

Result<LibraryFile> inspectLibraryFile(const QString &path)
{
    LibraryFile file;
    file.folderWritable = isWritable(QFileInfo(path).absolutePath());
    const Descriptor descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (descriptor.number() < 0 && errno == ENOENT && !QFileInfo(path).isSymLink())
        return file;
    if (descriptor.number() < 0)
        return systemFailure(path, errno);
    struct stat status = {};
    if (::fstat(descriptor.number(), &status) != 0)
        return systemFailure(path, errno);
    if (S_ISDIR(status.st_mode))
        return failure(Error::Code::Io, translated("“%1” is a folder; open a library file in it.").arg(path));
    if (!S_ISREG(status.st_mode))
        return failure(Error::Code::Io, translated("“%1” is a pipe or a device; open a library file.").arg(path));
    file.fileWritable = isWritable(path);
    if (status.st_size == 0) {
        file.kind = LibraryFile::Kind::Empty;
        return file;
    }
    std::array<unsigned char, headerSize> header{};
    if (::read(descriptor.number(), header.data(), header.size()) < 0)
        return systemFailure(path, errno);
    return judged(path, header, file);
}

Error tooNewError(const QString &path, int format)
{
    const QString program = neededProgram(path);
    const QString needed =
        program.isEmpty() ? translated("a Downtimeline that knows format %1").arg(format)
                          : translated("Downtimeline %1 or newer (format %2)").arg(program, QString::number(format));
    return {
        .code = Error::Code::SchemaTooNew,
        .message = translated("“%1” needs %2, this one knows formats up to %3; nothing was changed.")
                       .arg(path, needed, QString::number(currentFormat())),
        .detail = {}};
}

std::string immutableUri(const QString &path)
{
    return "file:" + QUrl::toPercentEncoding(path, "/").toStdString() + "?immutable=1";
}

} // namespace downtimeline
