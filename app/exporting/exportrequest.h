// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/reportchoice.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/items/lanes.h"
#include "models/report/exportscope.h"
#include "models/report/postmortem.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

namespace downtimeline {

/// What an incident is written as.
enum class ExportFormat { Pdf, Png, Svg, Json, Csv, Markdown, Html, Calendar };

/// Of "pdf", ".PDF", "md"; none for an ending that is not written.
std::optional<ExportFormat> exportFormatOf(QStringView ending);
/// "pdf", "png", ... without dots, in the order in which they are offered.
QStringList exportEndings();

/// A file to be written.
struct ExportRequest
{
    QString path;
    QString ending;             ///< "pdf"; empty: the path's own
    ReportChoice report;        ///< of a PDF
    ExportScope scope;          ///< what of the incident goes out
    LaneArrangement lanes;      ///< of the timeline
    bool dark = false;          ///< pictures only
    double pictureWidth = 1200; ///< of PNG and SVG, logical pixels
    double pictureHeight = 0;   ///< the same; 0: as high as the content needs
    double pictureScale = 2;    ///< of PNG: pixels a logical pixel, 0.1 to 8
    QString chart;              ///< the chart that a picture shows, by its name; empty: the timeline
    PostmortemTemplate style = PostmortemTemplate::Plain; ///< of Markdown
    bool hideNames = false; ///< of the persons below, and of those whom the incident's own sources name
    Persons persons;        ///< the user's list; that of the library where the incident is in one
};

/// How an export runs that may take a while; by itself it runs here, to its end.
struct ExportRun
{
    std::stop_token stop = {}; ///< asked between the steps, pages and rows; nothing is written once it is stopped
    /// Pages painted of all pages, or rows written of all rows. May be empty.
    std::function<void(std::int64_t done, std::int64_t total)> progress = {};
    /// Where the pages of a PDF are painted: it has the work done on the GUI thread and returns when it is done, or
    /// fails when it will not be (guiturn.h). Empty: here.
    std::function<Status(const std::function<void()> &work)> paint = {};
};

} // namespace downtimeline
