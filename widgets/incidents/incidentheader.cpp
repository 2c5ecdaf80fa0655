// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/incidentheader.h"

#include "widgets/incidents/elidedlabel.h"
#include "widgets/incidents/measurelabel.h"
#include "widgets/incidents/wraplayout.h"
#include "widgets/paint/theme.h"

#include <QVBoxLayout>

namespace downtimeline {

IncidentHeader::IncidentHeader(QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(uiFont(19, QFont::Bold), QPalette::WindowText, this)),
      m_line(new ElidedLabel(uiFont(13), QPalette::PlaceholderText, this)), m_row(new WrapLayout(26, 6))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_line);
    column->addSpacing(4);
    column->addLayout(m_row);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void IncidentHeader::setContent(const HeaderContent &content)
{
    m_title->setText(PlainText::foreign(QStringView(content.title)));
    const auto airy = [](QString words) {
        return PlainText::foreign(QStringView(words.replace(QStringLiteral(" · "), QStringLiteral("  ·  "))));
    };
    m_line->setText(airy(content.line), airy(content.lineEnd).text().size());
    while (m_measures.size() > content.measures.size()) {
        delete m_measures.back();
        m_measures.pop_back();
    }
    while (m_measures.size() < content.measures.size()) {
        m_measures.push_back(new MeasureLabel(this));
        m_row->addWidget(m_measures.back());
    }
    for (std::size_t i = 0; i < m_measures.size(); ++i)
        m_measures[i]->setMeasure(content.measures[i]);
}

} // namespace downtimeline
