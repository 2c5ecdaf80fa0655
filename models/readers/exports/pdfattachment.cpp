// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/pdfattachment.h"

#include "models/readers/exports/pdfstream.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace downtimeline {
namespace {

constexpr std::int64_t largestPdf = std::int64_t{256} << 20;
constexpr std::size_t largestData = std::size_t{512} << 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("PdfAttachment", text);
}

std::unexpected<Error> refused(Error::Code code, const char *sentence, const QString &path, const QString &detail = {})
{
    return failure(code, translated(sentence).arg(path), detail);
}

std::unexpected<Error> cannotRead(const QString &path, int error)
{
    const QString words = QString::fromStdString(std::system_category().message(error));
    return failure(Error::Code::Io, translated("\"%1\" cannot be read on: %2.").arg(path, words), words);
}

} // namespace

Result<std::string> attachedIncident(std::string_view pdf, const QString &path)
{
    PdfStream found = attachedStream(pdf, attachedName, attachedHash, largestData);
    const QString detail = QString::fromStdString(found.detail);
    switch (found.what) {
    case PdfStream::What::Unpacked:
        break;
    case PdfStream::What::Missing:
        return refused(
            Error::Code::NotRecognised,
            QT_TRANSLATE_NOOP(
                "PdfAttachment",
                "\"%1\" is a PDF without an incident's data: only reports that Downtimeline wrote with their data can "
                "be opened. Of another PDF, import its text."),
            path);
    case PdfStream::What::TooLarge:
        return refused(
            Error::Code::Parse,
            QT_TRANSLATE_NOOP("PdfAttachment", "The data in \"%1\" unpacks to more than 512 MiB; it is not read."),
            path);
    case PdfStream::What::Locked:
        return refused(
            Error::Code::NotRecognised,
            QT_TRANSLATE_NOOP("PdfAttachment", "\"%1\" is locked with a password; save it without one first."), path,
            detail);
    case PdfStream::What::Damaged:
        if (found.hash.empty()) {
            return refused(
                Error::Code::Parse, QT_TRANSLATE_NOOP("PdfAttachment", "\"%1\" is a damaged PDF; nothing was read."),
                path, detail);
        }
        break;
    }
    const QByteArray own = QCryptographicHash::hash(
        QByteArray::fromRawData(found.data.data(), static_cast<qsizetype>(found.data.size())),
        QCryptographicHash::Sha256);
    if (found.what == PdfStream::What::Damaged || own.toHex().toStdString() != found.hash) {
        return refused(
            Error::Code::Parse,
            QT_TRANSLATE_NOOP(
                "PdfAttachment",
                "The incident's data in \"%1\" is damaged: it does not fit its checksum. Ask for the file again."),
            path);
    }
    return std::move(found.data);
}

Result<std::string> attachedIncident(const Descriptor &file, const QString &path)
{
    struct stat facts{};
    if (::fstat(file.number(), &facts) != 0)
        return cannotRead(path, errno);
    if (facts.st_size > largestPdf) {
        return refused(
            Error::Code::NotRecognised,
            QT_TRANSLATE_NOOP("PdfAttachment", "\"%1\" is larger than 256 MiB; no report of Downtimeline is."), path);
    }
    std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t got = ::pread(file.number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(path, errno);
        if (got == 0)
            bytes.resize(done);
        done += static_cast<std::size_t>(got);
    }
    return attachedIncident(std::string_view(bytes), path);
}

bool isPdf(const Descriptor &file)
{
    constexpr std::string_view mark = "%PDF-";
    std::array<char, mark.size()> head{};
    const bool isRead = ::pread(file.number(), head.data(), head.size(), 0) == static_cast<ssize_t>(head.size());
    return isRead && std::string_view(head.data(), head.size()) == mark;
}

} // namespace downtimeline
