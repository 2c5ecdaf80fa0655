// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/measurecard.h"

#include "widgets/incidents/measurelabel.h"
#include "widgets/incidents/wraplayout.h"
#include "widgets/paint/plaintext.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace downtimeline {
namespace {

constexpr int figurePixels = 14;

QToolButton *flatButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setProperty("role", QStringLiteral("flat"));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

MeasureCard::MeasureCard(QWidget *parent)
    : QWidget(parent), m_row(new WrapLayout(18, 4)), m_copy(flatButton(tr("Copy"), tr("Copy what is measured"), this)),
      m_close(flatButton(QStringLiteral("×"), tr("Stop measuring"), this))
{
    setToolTipText(m_copy, PlainText::own(tr("Copy this as text (Ctrl+C in a plot)")));
    setToolTipText(m_close, PlainText::own(tr("Measure no more (Esc)")));
    setAccessibleName(tr("Measured"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *column = new QHBoxLayout(this);
    column->setContentsMargins(12, 5, 8, 5);
    column->addLayout(m_row, 1);
    column->addWidget(m_copy, 0, Qt::AlignTop);
    column->addWidget(m_close, 0, Qt::AlignTop);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_copy, &QToolButton::clicked, this, &MeasureCard::copyRequested);
    connect(m_close, &QToolButton::clicked, this, &MeasureCard::closeRequested);
    hide();
}

void MeasureCard::setContent(const MeasureContent &content)
{
    if (m_content == content)
        return;
    m_content = content;
    while (m_figures.size() > content.figures.size()) {
        delete m_figures.back();
        m_figures.pop_back();
    }
    while (m_figures.size() < content.figures.size()) {
        m_figures.push_back(new MeasureLabel(this, figurePixels));
        m_row->addWidget(m_figures.back());
        m_figures.back()->show();
    }
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        m_figures[i]->setMeasure(content.figures[i]);
    setAccessibleDescription(content.text);
    setVisible(!content.isEmpty());
    updateGeometry();
}

} // namespace downtimeline
