// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that may name the functions which read their text as markup; it is built without widgets_pch.h.
#include "widgets/paint/plaintext.h"

#include <QChar>
#include <QWidget>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr int maximumMarks = 16; // combining marks after one base: more make text layout take seconds

/// Characters that reorder or hide others: embeddings, overrides, isolates, marks without a width.
bool turnsDirection(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c;
}

bool isBreak(char32_t c)
{
    return c == U'\n' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/// What is shown in place of a character; 0 where it is shown as it is.
char32_t replacement(char32_t c)
{
    if (isBreak(c))
        return U'\n';
    if (c == U'\t' || c == U'\r')
        return U' ';
    if (c < 0x20)
        return 0x2400 + c; // the symbols for control characters
    if (c == 0x7f)
        return 0x2421;
    if (turnsDirection(c) || (c >= 0x80 && c < 0xa0) || c == 0xfeff || c == 0xfffc || QChar::isNonCharacter(c))
        return 0xfffd;
    return 0;
}

QString clipped(QString text)
{
    text.truncate(PlainText::maximumLength - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + QChar(0x2026);
}

QString shown(QStringView text)
{
    QString out;
    out.reserve(std::min<qsizetype>(text.size(), PlainText::maximumLength + 1));
    int marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        } else if (QChar::isSurrogate(c)) {
            c = 0xfffd;
        }
        if (c == U'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        marks = QChar::category(c) <= QChar::Mark_Enclosing ? marks + 1 : 0;
        if (marks > maximumMarks)
            continue;
        if (const char32_t other = replacement(c))
            c = other;
        out += QChar::fromUcs4(c);
        if (out.size() > PlainText::maximumLength)
            return clipped(std::move(out));
    }
    return out;
}

/// Plain text is not wrapped by a tooltip, so it comes in lines of a readable length.
QString wrapped(const QString &text)
{
    constexpr qsizetype lineLength = 80;
    QString out;
    qsizetype start = 0;
    for (const QString &line : text.split(u'\n')) {
        if (start++ > 0)
            out += u'\n';
        qsizetype at = 0;
        while (line.size() - at > lineLength) {
            qsizetype end = line.lastIndexOf(u' ', at + lineLength);
            if (end <= at)
                end = at + lineLength - (line[at + lineLength - 1].isHighSurrogate() ? 1 : 0);
            out += QStringView(line).mid(at, end - at).toString() + u'\n';
            at = line[end] == u' ' ? end + 1 : end;
        }
        out += QStringView(line).mid(at).toString();
    }
    return out;
}

} // namespace

PlainText PlainText::foreign(QStringView text)
{
    return PlainText(shown(text));
}

PlainText PlainText::foreign(std::string_view utf8)
{
    // Four bytes are the most that one character takes; marks that are dropped may need more, hence the factor.
    const std::string_view start = utf8.substr(0, std::size_t{4} * maximumLength * (maximumMarks + 1));
    return PlainText(shown(QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size()))));
}

PlainText PlainText::own(QString text)
{
    return PlainText(std::move(text));
}

QString PlainText::escaped() const
{
    return m_text.toHtmlEscaped();
}

QString PlainText::forToolTip() const
{
    // Qt takes text for markup when it sees a tag or an entity. A word joiner has no width and makes it neither, so the
    // text is read as it stands, whether or not the tooltip's label was told to show plain text.
    constexpr QChar wordJoiner(0x2060);
    QString out = wrapped(m_text);
    out.replace(u'<', QString(u'<') + wordJoiner);
    out.replace(u'&', QString(u'&') + wordJoiner);
    return out;
}

Label::Label(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

Label::Label(const PlainText &text, QWidget *parent) : Label(parent)
{
    setText(text);
}

void Label::setText(const PlainText &text)
{
    QLabel::setText(text.text());
}

void setToolTipText(QWidget *widget, const PlainText &text)
{
    Q_ASSERT(widget);
    widget->setToolTip(text.forToolTip());
}

} // namespace downtimeline
