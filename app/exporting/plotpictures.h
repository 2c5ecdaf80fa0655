// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/incidentplots.h"
#include "models/domain/result.h"
#include "models/report/htmlreport.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace downtimeline {

/// Has work done on the thread of the user interface, or fails when it will not be.
using PaintThere = std::function<Status(const std::function<void()> &work)>;

/// The timeline, the charts and the marks of the kinds for an HTML report. Charts are painted there, the rest here.
Result<HtmlPictures> htmlPictures(const IncidentPlots &plots, const PaintThere &paintThere);

/// The names by which the charts of an incident are asked for: "traffic-recovery", "response-phases".
QStringList chartNames(const IncidentPlots &plots);

/// One chart that is wanted as a picture of its own.
struct ChartOrder
{
    QString name;        ///< one of chartNames(), or a part of one
    double width = 1200; ///< logical pixels
    double height = 0;   ///< logical pixels; 0: as is usual for it
    double scale = 2;    ///< of PNG: pixels a logical pixel, 0.1 to 8
    bool dark = false;
};

/// A file's bytes, PNG or SVG. An unknown name is a Usage error that tells the known ones. On the thread of the user
/// interface.
Result<QByteArray> chartBytes(const IncidentPlots &plots, const ChartOrder &order, bool asSvg);

} // namespace downtimeline
