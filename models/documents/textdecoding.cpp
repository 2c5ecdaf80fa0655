// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/textdecoding.h"

#include <QString>
#include <QStringDecoder>

namespace downtimeline {
namespace {

QStringDecoder::Encoding encodingOf(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"))
        return QStringDecoder::Utf16LE;
    if (bytes.starts_with("\xFE\xFF"))
        return QStringDecoder::Utf16BE;
    return QStringDecoder::Utf8;
}

} // namespace

std::string decodedText(std::string_view bytes)
{
    QStringDecoder decoder(encodingOf(bytes));
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const QByteArray utf8 = text.toUtf8();
    std::string out;
    out.reserve(static_cast<std::size_t>(utf8.size()));
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\r')
            out += i + 1 < utf8.size() && utf8[i + 1] == '\n' ? "" : "\n";
        else if (c == '\0')
            out += "\xEF\xBF\xBD";
        else
            out += c;
    }
    return out.starts_with("\xEF\xBB\xBF") ? out.substr(3) : out;
}

} // namespace downtimeline
