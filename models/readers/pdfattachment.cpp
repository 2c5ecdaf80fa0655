// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/pdfattachment.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#define POINTERHOLDER_TRANSITION 4 // qpdf asks for it: its old pointers are not used here
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFLogger.hh>

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

/// Keeps what is unpacked up to a size; more ends the unpacking.
class CappedText final : public Pipeline
{
public:
    CappedText() : Pipeline("attached data", nullptr) {}

    void write(const unsigned char *data, std::size_t size) override
    {
        if (size > largestData - m_text.size()) {
            m_isTooLarge = true;
            throw std::length_error("the attached data is too large");
        }
        m_text.append(reinterpret_cast<const char *>(data), size);
    }
    void finish() override {}

    bool isTooLarge() const { return m_isTooLarge; }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_isTooLarge = false;
};

/// What qpdf would print of a damaged file is none of the user's.
void keepQuiet()
{
    static const bool isQuiet = [] {
        const auto logger = QPDFLogger::defaultLogger();
        logger->setError(logger->discard());
        logger->setWarn(logger->discard());
        return true;
    }();
    Q_UNUSED(isQuiet);
}

/// Packed as Downtimeline packs it, or not at all: other filters may unpack to anything.
bool isPlainlyPacked(QPDFObjectHandle stream)
{
    QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
    return filter.isNull() || (filter.isName() && filter.getName() == "/FlateDecode");
}

Result<std::string> dataOf(QPDF &pdf, const QString &path)
{
    const auto file = QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFile(std::string(attachedName));
    QPDFObjectHandle hash =
        file ? file->getObjectHandle().getKey(std::string(attachedHash)) : QPDFObjectHandle::newNull();
    if (!hash.isString()) {
        return refused(
            Error::Code::NotRecognised,
            QT_TRANSLATE_NOOP(
                "PdfAttachment",
                "\"%1\" is a PDF without an incident's data: only reports that Downtimeline wrote with their data can "
                "be opened. Of another PDF, import its text."),
            path);
    }
    QPDFObjectHandle stream = file->getEmbeddedFileStream();
    CappedText text;
    const bool isUnpacked =
        stream.isStream() && isPlainlyPacked(stream) && stream.pipeStreamData(&text, 0, qpdf_dl_generalized, true);
    if (text.isTooLarge()) {
        return refused(
            Error::Code::Parse,
            QT_TRANSLATE_NOOP("PdfAttachment", "The data in \"%1\" unpacks to more than 512 MiB; it is not read."),
            path);
    }
    std::string data = text.take();
    const QByteArray own = QCryptographicHash::hash(
        QByteArray::fromRawData(data.data(), static_cast<qsizetype>(data.size())), QCryptographicHash::Sha256);
    if (!isUnpacked || own.toHex().toStdString() != hash.getStringValue()) {
        return refused(
            Error::Code::Parse,
            QT_TRANSLATE_NOOP(
                "PdfAttachment",
                "The incident's data in \"%1\" is damaged: it does not fit its checksum. Ask for the file again."),
            path);
    }
    return data;
}

std::unexpected<Error> cannotRead(const QString &path, int error)
{
    const QString words = QString::fromStdString(std::system_category().message(error));
    return failure(Error::Code::Io, translated("\"%1\" cannot be read on: %2.").arg(path, words), words);
}

} // namespace

Result<std::string> attachedIncident(std::string_view pdf, const QString &path)
{
    keepQuiet();
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.setAttemptRecovery(false); // a search through all of a foreign file
        document.processMemoryFile("report", pdf.data(), pdf.size());
        return dataOf(document, path);
    } catch (const QPDFExc &error) {
        const QString detail = QString::fromUtf8(error.what());
        if (error.getErrorCode() == qpdf_e_password)
            return refused(
                Error::Code::NotRecognised,
                QT_TRANSLATE_NOOP("PdfAttachment", "\"%1\" is locked with a password; save it without one first."),
                path, detail);
        return refused(
            Error::Code::Parse, QT_TRANSLATE_NOOP("PdfAttachment", "\"%1\" is a damaged PDF; nothing was read."), path,
            detail);
    } catch (const std::exception &error) {
        return refused(
            Error::Code::Parse, QT_TRANSLATE_NOOP("PdfAttachment", "\"%1\" is a damaged PDF; nothing was read."), path,
            QString::fromUtf8(error.what()));
    }
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
