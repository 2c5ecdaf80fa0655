// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace downtimeline {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

} // namespace

std::string dayInWords(const WrittenTime &time)
{
    static constexpr const char *months[] = {
        QT_TRANSLATE_NOOP("postmortem", "January"),   QT_TRANSLATE_NOOP("postmortem", "February"),
        QT_TRANSLATE_NOOP("postmortem", "March"),     QT_TRANSLATE_NOOP("postmortem", "April"),
        QT_TRANSLATE_NOOP("postmortem", "May"),       QT_TRANSLATE_NOOP("postmortem", "June"),
        QT_TRANSLATE_NOOP("postmortem", "July"),      QT_TRANSLATE_NOOP("postmortem", "August"),
        QT_TRANSLATE_NOOP("postmortem", "September"), QT_TRANSLATE_NOOP("postmortem", "October"),
        QT_TRANSLATE_NOOP("postmortem", "November"),  QT_TRANSLATE_NOOP("postmortem", "December")};
    if (!time.month || !time.day)
        return {};
    const QString day = QStringLiteral("%1 %2").arg(*time.day).arg(say(months[*time.month - 1]));
    return (time.year ? QStringLiteral("%1 %2").arg(day).arg(*time.year) : day).toStdString();
}

std::string clockInWords(const ClockTime &clock)
{
    char text[32];
    if (clock.second)
        std::snprintf(text, sizeof text, "%d:%02d:%02d", clock.hour, clock.minute, *clock.second);
    else
        std::snprintf(text, sizeof text, "%d:%02d", clock.hour, clock.minute);
    return text;
}

std::string linesInWords(std::vector<int> lines)
{
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    QString text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0)
            text += i + 1 == lines.size() ? say(" and ") : QStringLiteral(", ");
        text += QString::number(lines[i]);
    }
    return (lines.size() == 1 ? say("line %1") : say("lines %1")).arg(text).toStdString();
}

Finding makeFinding(
    const std::string &rule, const QString &title, const QString &message, std::vector<int> lines,
    const std::vector<std::string> &facts)
{
    Finding finding;
    finding.rule = rule;
    finding.title = title.toStdString();
    finding.message = message.toStdString();
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    finding.lines = std::move(lines);
    finding.key = rule;
    for (const std::string &fact : facts)
        finding.key += (finding.key.size() == rule.size() ? ":" : "|") + fact;
    return finding;
}

} // namespace downtimeline
