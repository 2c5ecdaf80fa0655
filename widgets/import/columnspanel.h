// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "widgets/import/columnsmodel.h"

#include <QWidget>

#include <span>

class QToolButton;

namespace downtimeline {

class ChoiceBox;
class ColumnsTable;
class Label;

/// What the columns of a table mean, above what was read from them: shown, and changed where they stand.
class ColumnsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsPanel(QWidget *parent = nullptr);

    /// The open questions say which choices wait for the user. isRemembered: read as chosen for such a header before.
    void setTable(const TableColumns &table, std::span<const Question> open, bool isRemembered);

    QToolButton *heading() const { return m_heading; }
    ColumnsTable *table() const { return m_table; }
    ChoiceBox *sort() const { return m_sort; }
    /// Day or month first; hidden where no date leaves it open.
    ChoiceBox *order() const { return m_order; }
    /// What a comma in a number means; hidden where none leaves it open.
    ChoiceBox *comma() const { return m_comma; }
    QToolButton *forget() const { return m_forget; }
    Label *remembered() const { return m_remembered; }

Q_SIGNALS:
    /// The source has to be read again.
    void wished(const downtimeline::ColumnsWish &wish);
    /// What was remembered is to be forgotten, and the source read as it is guessed.
    void forgetWished();
    void refused(const QString &sentence);

private:
    void createWidgets();
    void layOut();
    void connectWidgets();
    void fillOrder(const TableColumns &table, std::span<const Question> open);
    void fillComma(const TableColumns &table, std::span<const Question> open);
    void tellHeading();
    void unfold(bool unfolded);
    void wishAsChosen();

    ColumnsModel m_columns;
    QToolButton *m_heading = nullptr;
    ColumnsTable *m_table = nullptr;
    ChoiceBox *m_sort = nullptr;
    ChoiceBox *m_order = nullptr;
    ChoiceBox *m_comma = nullptr;
    QWidget *m_rememberedLine = nullptr;
    Label *m_remembered = nullptr;
    QToolButton *m_forget = nullptr;
    bool m_isUnfolded = true;
};

} // namespace downtimeline
