// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/sourceview.h"

#include "widgets/paint/theme.h"

#include <QPainter>
#include <QTextBlock>

namespace downtimeline {
namespace {

constexpr int numberPadding = 10;

/// The strip of line numbers; it only paints what the view tells it.
class NumberStrip : public QWidget
{
public:
    explicit NumberStrip(SourceView &view) : QWidget(&view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_view.paintNumbers(event, this); }

private:
    SourceView &m_view;
};

/// One block a line, as readers count them, and nothing that reorders or breaks what is shown.
QString shownText(const std::string &utf8)
{
    QString text = QString::fromStdString(utf8);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        const bool isTurning = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        const bool isControl = (code < 0x20 && code != u'\n' && code != u'\t') || code == 0x7f;
        if (code == u'\r' || code == 0x2028 || code == 0x2029 || code == 0x0c)
            c = u' ';
        else if (isTurning || isControl || code == 0xfffc)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

SourceView::SourceView(QWidget *parent) : QPlainTextEdit(parent), m_numbers(new NumberStrip(*this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setFont(uiFont(13));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Source"));
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
}

void SourceView::setSource(const Source &source, const QString &whyNoText)
{
    m_source = source.id;
    m_hasText = source.text.has_value();
    const QString why =
        whyNoText.isEmpty() ? tr("The text of this source was not kept: it is too big or no document.") : whyNoText;
    setPlainText(m_hasText ? shownText(*source.text) : why);
    setAccessibleName(QString::fromStdString(source.name));
    setViewportMargins(numbersWidth(), 0, 0, 0);
    showLine(0);
}

void SourceView::showLine(int line)
{
    const QTextBlock block = m_hasText && line > 0 ? document()->findBlockByNumber(line - 1) : QTextBlock();
    m_marked = block.isValid() ? line : 0;
    if (block.isValid()) {
        setTextCursor(QTextCursor(block));
        centerCursor();
    }
    markLine();
}

int SourceView::numbersWidth() const
{
    if (!m_hasText)
        return 0;
    const auto digits = QString::number(std::max(99, blockCount())).size();
    return fontMetrics().horizontalAdvance(u'9') * static_cast<int>(digits) + 2 * numberPadding;
}

void SourceView::paintNumbers(QPaintEvent *event, QWidget *strip)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(strip);
    painter.fillRect(event->rect(), theme.panel);
    painter.setFont(uiFont(12));
    QTextBlock block = firstVisibleBlock();
    while (block.isValid()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        const int number = block.blockNumber() + 1;
        painter.setPen(number == m_marked ? theme.warning : theme.muted);
        const QRectF line(0, place.top(), strip->width() - numberPadding, fontMetrics().height());
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        block = block.next();
    }
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_numbers->setGeometry(contentsRect().left(), contentsRect().top(), numbersWidth(), contentsRect().height());
}

void SourceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markLine();
}

void SourceView::markLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_marked > 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(m_marked - 1));
        mark.format.setBackground(Theme::of(this).selection);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    setExtraSelections(marks);
    m_numbers->setGeometry(contentsRect().left(), contentsRect().top(), numbersWidth(), contentsRect().height());
    m_numbers->update();
}

} // namespace downtimeline
