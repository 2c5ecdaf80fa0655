// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/headercontent.h"

#include <QWidget>

namespace downtimeline {

class ElidedLabel;
class MeasureLabel;
class WrapLayout;

/// Title, line of facts and measures of the open incident. Each measure tells its definition and both its events.
class IncidentHeader : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentHeader(QWidget *parent = nullptr);

    void setContent(const HeaderContent &content);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_line;
    WrapLayout *m_row;
    std::vector<MeasureLabel *> m_measures;
};

} // namespace downtimeline
