// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exportnames.h"

#include "models/timeline/displayzone.h"

#include <QFileInfo>

namespace downtimeline {
namespace {

constexpr qsizetype longestTitle = 60;
constexpr qsizetype shownId = 8;

/// Letters and digits; all else becomes one dash.
QString slugOf(const QString &text)
{
    QString slug;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber())
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
        if (slug.size() >= longestTitle)
            break;
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

} // namespace

QString
ExportNames::nameOf(std::optional<Instant> start, const QString &title, const QString &id, const QString &ending)
{
    QStringList parts;
    if (start) {
        const CivilTime day = civilTime(*start, DisplayZone());
        parts << QStringLiteral("%1-%2-%3")
                     .arg(day.year, 4, 10, QLatin1Char('0'))
                     .arg(day.month, 2, 10, QLatin1Char('0'))
                     .arg(day.day, 2, 10, QLatin1Char('0'));
    }
    const QString slug = slugOf(title);
    parts << (slug.isEmpty() ? QStringLiteral("incident") : slug) << id.left(shownId);
    return onlyOne(parts.join(u'-'), ending);
}

QString ExportNames::nameOf(const QString &file, const QString &ending)
{
    const QString base = QFileInfo(file).completeBaseName();
    return onlyOne(base.isEmpty() ? QStringLiteral("incident") : base, ending);
}

QString ExportNames::onlyOne(const QString &base, const QString &ending)
{
    QString name = base + u'.' + ending;
    for (int next = 2; !m_given.insert(name.toCaseFolded()).second; ++next)
        name = QStringLiteral("%1-%2.%3").arg(base).arg(next).arg(ending);
    return name;
}

} // namespace downtimeline
