// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/emptystate.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace downtimeline {
namespace {

constexpr int textWidth = 520;

QStringList localFiles(const QMimeData *dropped)
{
    QStringList paths;
    for (const QUrl &url : dropped->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

Label *centred(const QString &text, const QFont &font, QPalette::ColorRole role, QWidget *parent)
{
    auto *label = new Label(PlainText::own(text), parent);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setFixedWidth(textWidth);
    label->setMinimumHeight(label->heightForWidth(textWidth)); // an aligned item is not asked for it
    return label;
}

QPushButton *button(const QString &text, const char *role, QWidget *parent)
{
    auto *result = new QPushButton(text, parent);
    result->setProperty("role", QString::fromLatin1(role));
    result->setFont(uiFont(13, QFont::DemiBold));
    result->setMinimumWidth(result->fontMetrics().horizontalAdvance(text) + 32);
    return result;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_import(button(tr("Import…"), "primary", this)),
      m_sample(button(tr("Open the sample"), "outline", this))
{
    setAcceptDrops(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_import);
    buttons->addWidget(m_sample);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(48, 48, 48, 48);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(
        centred(tr("No incidents yet"), uiFont(19, QFont::Bold), QPalette::WindowText, this), 0, Qt::AlignHCenter);
    column->addWidget(
        centred(
            tr("Downtimeline reads postmortem documents, lists of events and metric files. It lays an outage out on "
               "one time axis, measures the response and writes the report as PDF."),
            uiFont(13), QPalette::PlaceholderText, this),
        0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addLayout(buttons);
    column->addSpacing(4);
    column->addWidget(
        centred(tr("or drag a file here"), uiFont(12), QPalette::PlaceholderText, this), 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_import, &QPushButton::clicked, this, &EmptyState::importRequested);
    connect(m_sample, &QPushButton::clicked, this, &EmptyState::sampleRequested);
}

void EmptyState::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    m_isDropping = true;
    update();
    event->acceptProposedAction();
}

void EmptyState::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isDropping = false;
    update();
}

void EmptyState::dropEvent(QDropEvent *event)
{
    m_isDropping = false;
    update();
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (!m_isDropping)
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 2, Qt::DashLine));
    painter.setBrush(theme.selection);
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 8, 8);
}

} // namespace downtimeline
