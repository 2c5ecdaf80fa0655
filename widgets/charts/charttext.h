// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace downtimeline {

/// The charts' own words in the user's language: ChartText::tr("...").
class ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartText)
};

} // namespace downtimeline
