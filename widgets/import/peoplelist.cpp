// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/peoplelist.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QListWidget>
#include <QScopedValueRollback>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr std::size_t shownAtOnce = 4;
constexpr int rowHeight = 23;
constexpr int mostRows = 6;

/// "Anna Smith (@anna, U02) · on-call engineer"
QString wordsOf(const Person &person)
{
    QStringList others;
    for (std::size_t i = 1; i < person.names.size(); ++i)
        others << QString::fromStdString(person.names[i]);
    QString words = QString::fromStdString(person.name());
    if (!others.isEmpty())
        words += QStringLiteral(" (%1)").arg(others.join(QStringLiteral(", ")));
    if (!person.role.empty())
        words += QStringLiteral(" · ") + QString::fromStdString(person.role);
    return PlainText::foreign(QStringView(words.simplified())).text();
}

} // namespace

PeopleList::PeopleList(QWidget *parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_view(new QListWidget(this))
{
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_heading->setFont(uiFont(12));
    m_view->setAccessibleName(tr("People to be added to your list"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFont(uiFont(12));
    m_view->setUniformItemSizes(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 14, 6);
    column->setSpacing(2);
    column->addWidget(m_heading, 0, Qt::AlignLeft);
    column->addWidget(m_view);
    connect(m_heading, &QToolButton::clicked, this, [this] {
        unfold(!m_isUnfolded);
        Q_EMIT folded();
    });
    connect(m_view, &QListWidget::itemChanged, this, &PeopleList::take);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void PeopleList::setPeople(const std::vector<DraftPerson> &people)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_view->clear();
    for (const DraftPerson &met : people) {
        auto *item = new QListWidgetItem(wordsOf(met.person), m_view);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(met.isTaken ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, rowHeight});
    }
    tellCount();
    unfold(people.size() <= shownAtOnce);
    setVisible(!people.empty());
}

void PeopleList::tellCount()
{
    int taken = 0;
    for (int row = 0; row < m_view->count(); ++row)
        taken += m_view->item(row)->checkState() == Qt::Checked ? 1 : 0;
    m_heading->setText(
        m_view->count() == 1 ? tr("1 person met, %1 to be added to your list").arg(taken)
                             : tr("%1 people met, %2 to be added to your list").arg(m_view->count()).arg(taken));
}

void PeopleList::take(const QListWidgetItem *item)
{
    if (m_isFilling)
        return;
    tellCount();
    Q_EMIT ticked(m_view->row(item), item->checkState() == Qt::Checked);
}

void PeopleList::unfold(bool unfolded)
{
    m_isUnfolded = unfolded;
    m_heading->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_view->setVisible(unfolded);
    m_view->setFixedHeight(std::min(mostRows, m_view->count()) * rowHeight + 2);
}

} // namespace downtimeline
