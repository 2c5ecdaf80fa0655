// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/savedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// What the system said last; QSaveFile itself has no words for a full disk.
QString systemCause(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return Words::tr("there is no room left on the disk");
    case EFBIG:
        return Words::tr("the file would grow larger than is allowed here");
    case EROFS:
        return Words::tr("the disk may only be read");
    case EACCES:
    case EPERM:
        return Words::tr("it may not be written there");
    default:
        return QString::fromStdString(std::generic_category().message(number));
    }
}

std::unexpected<Error> refused(const QString &path, const QString &cause, const QString &detail)
{
    return failure(
        Error::Code::Io,
        Words::tr("“%1” was not written: %2. Nothing was changed.").arg(QDir::toNativeSeparators(path), cause), detail);
}

/// Why a file cannot even be begun.
QString openCause(const QString &path, const QSaveFile &file, int number)
{
    const QFileInfo target(path);
    if (target.isDir())
        return Words::tr("there is a folder of that name");
    if (!QFileInfo(target.absolutePath()).isDir())
        return Words::tr("the folder “%1” does not exist").arg(QDir::toNativeSeparators(target.absolutePath()));
    return number != 0 ? systemCause(number) : file.errorString();
}

} // namespace

Status writeFile(const QString &path, const QByteArray &bytes)
{
    // A device or a pipe would be replaced by a file: QSaveFile renames over it. Where it cannot be looked at, opening
    // says why.
    std::error_code unseen;
    const std::filesystem::file_status target = std::filesystem::status(QFile::encodeName(path).toStdString(), unseen);
    if (!unseen && exists(target) && !is_regular_file(target) && !is_directory(target))
        return refused(path, Words::tr("it is a device or a pipe, not a file"), {});
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return refused(path, openCause(path, file, errno), file.errorString());
    errno = 0;
    const bool isWritten = file.write(bytes) == bytes.size() && file.flush();
    if (!isWritten) {
        const int number = errno;
        file.cancelWriting();
        return refused(path, number != 0 ? systemCause(number) : file.errorString(), file.errorString());
    }
    if (!file.commit())
        return refused(path, errno != 0 ? systemCause(errno) : file.errorString(), file.errorString());
    return {};
}

} // namespace downtimeline
