// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/pdfstream.h"

#define POINTERHOLDER_TRANSITION 4 // qpdf asks for it: its old pointers are not used here
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFLogger.hh>

#include <stdexcept>

namespace downtimeline {
namespace {

/// Keeps what is unpacked up to a size; more ends the unpacking.
class CappedText final : public Pipeline
{
public:
    explicit CappedText(std::size_t most) : Pipeline("attached data", nullptr), m_most(most) {}

    void write(const unsigned char *data, std::size_t size) override
    {
        if (size > m_most - m_text.size()) {
            m_isTooLarge = true;
            throw std::length_error("the attached data is too large");
        }
        m_text.append(reinterpret_cast<const char *>(data), size);
    }
    void finish() override {}

    bool isTooLarge() const { return m_isTooLarge; }
    std::string take() { return std::move(m_text); }

private:
    std::size_t m_most;
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
    static_cast<void>(isQuiet);
}

/// Packed as Downtimeline packs it, or not at all: other filters may unpack to anything.
bool isPlainlyPacked(QPDFObjectHandle stream)
{
    QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
    return filter.isNull() || (filter.isName() && filter.getName() == "/FlateDecode");
}

PdfStream streamOf(QPDF &pdf, std::string_view name, std::string_view hashKey, std::size_t most)
{
    PdfStream found;
    const auto file = QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFile(std::string(name));
    QPDFObjectHandle hash = file ? file->getObjectHandle().getKey(std::string(hashKey)) : QPDFObjectHandle::newNull();
    if (!hash.isString())
        return found;
    found.hash = hash.getStringValue();
    QPDFObjectHandle stream = file->getEmbeddedFileStream();
    CappedText text(most);
    const bool isUnpacked =
        stream.isStream() && isPlainlyPacked(stream) && stream.pipeStreamData(&text, 0, qpdf_dl_generalized, true);
    found.what = text.isTooLarge() ? PdfStream::What::TooLarge
                 : isUnpacked      ? PdfStream::What::Unpacked
                                   : PdfStream::What::Damaged;
    found.data = text.take();
    return found;
}

} // namespace

PdfStream attachedStream(std::string_view pdf, std::string_view name, std::string_view hashKey, std::size_t most)
{
    keepQuiet();
    PdfStream failed;
    failed.what = PdfStream::What::Damaged;
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.setAttemptRecovery(false); // a search through all of a foreign file
        document.processMemoryFile("report", pdf.data(), pdf.size());
        return streamOf(document, name, hashKey, most);
    } catch (const QPDFExc &error) {
        if (error.getErrorCode() == qpdf_e_password)
            failed.what = PdfStream::What::Locked;
        failed.detail = error.what();
    } catch (const std::exception &error) {
        failed.detail = error.what();
    }
    return failed;
}

} // namespace downtimeline
