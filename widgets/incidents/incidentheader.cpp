// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/incidentheader.h"

#include "widgets/incidents/elidedlabel.h"
#include "widgets/incidents/measurelabel.h"
#include "widgets/paint/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace downtimeline {

IncidentHeader::IncidentHeader(QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(uiFont(19, QFont::Bold), QPalette::WindowText, this)),
      m_line(new ElidedLabel(uiFont(13), QPalette::PlaceholderText, this)), m_row(new QHBoxLayout)
{
    m_row->setSpacing(26);
    m_row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_line);
    column->addSpacing(4);
    column->addLayout(m_row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void IncidentHeader::setContent(const HeaderContent &content)
{
    m_title->setText(PlainText::foreign(QStringView(content.title)));
    QString line = content.line;
    m_line->setText(PlainText::foreign(QStringView(line.replace(QStringLiteral(" · "), QStringLiteral("  ·  ")))));
    while (m_measures.size() > content.measures.size()) {
        delete m_measures.back();
        m_measures.pop_back();
    }
    while (m_measures.size() < content.measures.size()) {
        m_measures.push_back(new MeasureLabel(this));
        m_row->insertWidget(m_row->count() - 1, m_measures.back()); // before the stretch
    }
    for (std::size_t i = 0; i < m_measures.size(); ++i)
        m_measures[i]->setMeasure(content.measures[i]);
}

} // namespace downtimeline
