// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/skippedlist.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QListView>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr std::size_t shownAtOnce = 3;
constexpr std::size_t mostShown = 2000;
constexpr int rowHeight = 19;
constexpr int mostRows = 6;

QString wordsOf(const Skip &skip)
{
    const QString reason = PlainText::foreign(skip.reason).text().simplified();
    return skip.line > 0 ? SkippedList::tr("Line %1: %2").arg(skip.line).arg(reason) : reason;
}

} // namespace

SkippedList::SkippedList(QWidget *parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_view(new QListView(this)),
      m_words(new QStringListModel(this))
{
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_heading->setFont(uiFont(12));
    m_view->setAccessibleName(tr("Not read"));
    m_view->setModel(m_words);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFont(uiFont(12));
    m_view->setUniformItemSizes(true);
    m_view->setSpacing(2);
    m_view->setForegroundRole(QPalette::PlaceholderText);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_lines[static_cast<std::size_t>(index.row())] > 0)
            Q_EMIT lineRequested(m_lines[static_cast<std::size_t>(index.row())]);
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void SkippedList::setSkips(const std::vector<Skip> &skips)
{
    QStringList words;
    m_lines.clear();
    for (std::size_t i = 0; i < std::min(skips.size(), mostShown); ++i) {
        words << wordsOf(skips[i]);
        m_lines.push_back(skips[i].line);
    }
    if (skips.size() > mostShown) {
        words << tr("and %1 more").arg(skips.size() - mostShown);
        m_lines.push_back(0);
    }
    m_words->setStringList(words);
    m_heading->setText(skips.size() == 1 ? tr("1 line was not read") : tr("%1 lines were not read").arg(skips.size()));
    unfold(skips.size() <= shownAtOnce);
    setVisible(!skips.empty());
}

void SkippedList::unfold(bool unfolded)
{
    m_isUnfolded = unfolded;
    m_heading->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_view->setVisible(unfolded);
    m_view->setFixedHeight(std::min(mostRows, m_words->rowCount()) * rowHeight);
}

} // namespace downtimeline
