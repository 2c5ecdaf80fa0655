// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartmenu.h"

#include "widgets/charts/charttext.h"

#include <QMenu>

namespace downtimeline {

namespace {

/// A name out of a file must not make a shortcut.
QString actionText(const QString &name, const QString &key)
{
    QString text = name;
    text.replace(QLatin1Char('&'), QStringLiteral("&&")).replace(QLatin1Char('\t'), QLatin1Char(' '));
    return key.isEmpty() ? text : text + QLatin1Char('\t') + key;
}

void addCurves(QMenu &menu, const ChartMenuFacts &facts)
{
    const std::vector<ChartCurve> &curves = facts.content.curves;
    if (curves.size() < 2)
        return;
    menu.addSeparator();
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const QString key = i < 9 ? QString::number(i + 1) : QString();
        QAction *action = menu.addAction(actionText(curves[i].name.text(), key));
        action->setCheckable(true);
        action->setChecked(!curves[i].isHidden);
        QObject::connect(action, &QAction::triggered, &menu, [toggle = facts.toggleCurve, i] { toggle(i); });
    }
}

} // namespace

QMenu *makeChartMenu(const ChartMenuFacts &facts, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    const auto add = [&](const QString &text, ChartRequest what) {
        QAction *action = menu->addAction(text);
        QObject::connect(action, &QAction::triggered, menu, [request = facts.request, what] { request(what); });
        return action;
    };
    add(ChartText::tr("&Copy picture\tCtrl+C"), ChartRequest::Copy);
    add(ChartText::tr("&Save picture…\tS"), ChartRequest::Save);
    add(ChartText::tr("&Numbers…\tT"), ChartRequest::Numbers);
    addCurves(*menu, facts);
    menu->addSeparator();
    if (!facts.content.curves.empty()) {
        QAction *logarithmic = add(ChartText::tr("&Logarithmic axis\tL"), ChartRequest::Logarithmic);
        logarithmic->setCheckable(true);
        logarithmic->setChecked(facts.options.isLogarithmic);
        logarithmic->setEnabled(canBeLogarithmic(facts.content));
    }
    if (facts.content.isAxisFree)
        add(ChartText::tr("&Objective…\tO"), ChartRequest::Objective);
    QAction *phases = add(ChartText::tr("Response &phases beside the charts"), ChartRequest::Phases);
    phases->setCheckable(true);
    phases->setChecked(facts.arePhasesShown);
    return menu;
}

} // namespace downtimeline
