// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exportrequest.h"

#include <array>

namespace downtimeline {
namespace {

struct Ending
{
    QLatin1String text;
    ExportFormat format;
};

constexpr std::array endings = {
    Ending{QLatin1String("pdf"), ExportFormat::Pdf},   Ending{QLatin1String("png"), ExportFormat::Png},
    Ending{QLatin1String("svg"), ExportFormat::Svg},   Ending{QLatin1String("md"), ExportFormat::Markdown},
    Ending{QLatin1String("csv"), ExportFormat::Csv},   Ending{QLatin1String("json"), ExportFormat::Json},
    Ending{QLatin1String("html"), ExportFormat::Html}, Ending{QLatin1String("ics"), ExportFormat::Calendar},
};

} // namespace

std::optional<ExportFormat> exportFormatOf(QStringView ending)
{
    const QStringView bare = ending.startsWith(u'.') ? ending.mid(1) : ending;
    for (const Ending &known : endings) {
        if (bare.compare(known.text, Qt::CaseInsensitive) == 0)
            return known.format;
    }
    return {};
}

QStringList exportEndings()
{
    QStringList list;
    for (const Ending &known : endings)
        list << known.text;
    return list;
}

} // namespace downtimeline
