// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importfooter.h"

#include "widgets/import/choicebox.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/paint/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace downtimeline {
namespace {

constexpr int buttonPadding = 12;

} // namespace

ImportFooter::ImportFooter(QWidget *parent)
    : QWidget(parent), m_places(new ChoiceBox(tr("Add to"), this, ChoiceBox::Frame::Flat)),
      m_message(new ElidedLabel(uiFont(13), QPalette::LinkVisited, this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_import(new QPushButton(tr("Import"), this))
{
    auto *addTo = new Label(PlainText::own(tr("Add to:")), this);
    addTo->setForegroundRole(QPalette::PlaceholderText);
    m_import->setProperty("role", QStringLiteral("primary"));
    m_import->setFont(uiFont(13, QFont::DemiBold));
    for (QPushButton *button : {m_cancel, m_import})
        button->setAutoDefault(false); // Return in a field takes the field over, nothing more
    setToolTipText(m_import, PlainText::own(tr("Ctrl+Return")));
    m_message->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 11, 18, 10);
    row->setSpacing(6);
    row->addWidget(addTo);
    row->addWidget(m_places);
    row->addSpacing(16);
    row->addWidget(m_message, 1);
    row->addSpacing(8);
    row->addWidget(m_cancel);
    row->addWidget(m_import);
    connect(m_places, &QComboBox::activated, this, [this] {
        m_places->updateGeometry();
        Q_EMIT destinationChosen();
    });
}

void ImportFooter::setPlaces(std::vector<ImportPlace> places, const ImportDestination &chosen)
{
    m_all = std::move(places);
    m_places->clear();
    for (const ImportPlace &place : m_all)
        m_places->addItem(PlainText::foreign(QStringView(place.words)).text().simplified().left(120));
    const auto found = std::ranges::find(m_all, chosen, &ImportPlace::destination);
    m_places->setCurrentIndex(found == m_all.end() ? 0 : static_cast<int>(found - m_all.begin()));
    m_places->updateGeometry();
}

ImportDestination ImportFooter::destination() const
{
    const int index = m_places->currentIndex();
    return index < 0 ? ImportDestination{} : m_all[static_cast<std::size_t>(index)].destination;
}

void ImportFooter::setImport(const QString &words, const QString &obstacle, bool isReady)
{
    m_import->setText(words);
    m_import->setMinimumWidth(QFontMetrics(m_import->font()).horizontalAdvance(words) + 2 * buttonPadding);
    m_import->setEnabled(isReady && obstacle.isEmpty());
    m_message->setText(PlainText::foreign(QStringView(obstacle)));
}

void ImportFooter::tell(const QString &sentence)
{
    m_message->setText(PlainText::foreign(QStringView(sentence)));
}

void ImportFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::of(this).hairline);
}

} // namespace downtimeline
