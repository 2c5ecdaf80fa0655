// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/textsource.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringEncoder>
#include <QUtf8StringView>

#include <cstdint>
#include <cstring>
#include <optional>

namespace downtimeline {
namespace {

std::optional<QStringConverter::Encoding> markedUtf16(std::string_view head)
{
    if (head.starts_with("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (head.starts_with("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

QByteArrayView view(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

class Utf8Source final : public ByteSource
{
public:
    explicit Utf8Source(ByteSource &source) : m_source(source) {}

    std::string name() const override { return m_source.name(); }
    std::int64_t size() const override { return m_source.size(); }

    Result<std::string_view> next() override
    {
        while (true) {
            Result<std::string_view> chunk = m_source.next();
            if (!chunk || chunk->empty())
                return chunk;
            if (m_isFirst) {
                m_isFirst = false;
                if (const auto encoding = markedUtf16(*chunk))
                    m_decoder.emplace(*encoding);
            }
            if (!m_decoder)
                return chunk;
            m_text = m_encoder.encode(QString(m_decoder->decode(view(*chunk))));
            if (!m_text.isEmpty()) // half a character may be all that there was
                return std::string_view(m_text.constData(), static_cast<std::size_t>(m_text.size()));
        }
    }

    Status rewind() override
    {
        m_isFirst = true;
        m_decoder.reset();
        m_encoder.resetState();
        return m_source.rewind();
    }

private:
    ByteSource &m_source;
    bool m_isFirst = true;
    std::optional<QStringDecoder> m_decoder;
    QStringEncoder m_encoder{QStringConverter::Utf8}; // keeps the half of a pair that a chunk ends with
    QByteArray m_text;
};

bool isAscii(std::string_view bytes)
{
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        const std::uint64_t zeroBytes = (word - 0x0101010101010101U) & ~word & 0x8080808080808080U;
        if (((word & 0x8080808080808080U) | zeroBytes) != 0)
            return false;
    }
    for (; at < bytes.size(); ++at) {
        if (bytes[at] <= 0)
            return false;
    }
    return true;
}

} // namespace

std::unique_ptr<ByteSource> utf8Source(ByteSource &source)
{
    return std::make_unique<Utf8Source>(source);
}

std::string utf8Head(std::string_view head)
{
    const auto encoding = markedUtf16(head);
    if (!encoding)
        return std::string(head);
    QStringDecoder decoder(*encoding);
    return QString(decoder.decode(view(head))).toStdString();
}

Result<std::string> headOf(ByteSource &source)
{
    std::string head;
    while (head.size() < headSize) {
        const Result<std::string_view> chunk = source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty())
            break;
        head.append(chunk->substr(0, headSize - head.size()));
    }
    if (Status again = source.rewind(); !again)
        return std::unexpected(again.error());
    return head;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool isCleanText(std::string_view bytes)
{
    if (isAscii(bytes))
        return true;
    return bytes.find('\0') == std::string_view::npos && view(bytes).isValidUtf8();
}

std::string cleanText(std::string_view bytes)
{
    QString text = QString::fromUtf8(view(bytes));
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text.toStdString();
}

} // namespace downtimeline
