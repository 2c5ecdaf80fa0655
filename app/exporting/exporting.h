// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/source.h"
#include "models/domain/wholeincident.h"
#include "models/report/reportpage.h"
#include "models/storage/library.h"
#include "models/timeline/displayzone.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>

namespace downtimeline {

/// What an incident is written as.
enum class ExportFormat { Pdf, Png, Svg, Json, Csv, Markdown };

/// Of "pdf", ".PDF", "md"; none for an ending that is not written.
std::optional<ExportFormat> exportFormatOf(QStringView ending);
/// "pdf", "png", ... without dots, in the order in which they are offered.
QStringList exportEndings();

/// A file to be written.
struct ExportRequest
{
    QString path;
    QString ending; ///< "pdf"; empty: the path's own
    PaperSize paper = PaperSize::A4;
    std::optional<DisplayZone> zone;       ///< that times are shown in; none: the incident's own
    std::optional<DisplayZone> secondZone; ///< a second row of the timeline's ruler
    bool dark = false;                     ///< pictures only
    double pictureWidth = 1200;            ///< of PNG and SVG, logical pixels
    double pictureScale = 2;               ///< of PNG: pixels a logical pixel, 0.1 to 8
    bool hideNames = false;                ///< of the persons below, and of those whom the incident's own sources name
    Persons persons;                       ///< the user's list; that of the library where the incident is in one
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

/// Writes one incident of a library to a file. What stood there before stays whole until the new file is whole. PDF and
/// pictures need a QGuiApplication, a PDF its thread (ExportRun::paint). Stopped: Error::Code::Cancelled.
Status exportIncident(Library &library, IncidentId incident, const ExportRequest &request, const ExportRun &run = {});
/// The same for an incident that is not in a library, such as the reading of a file.
Status exportIncident(
    const WholeIncident &whole, std::span<const Source> sources, const ExportRequest &request,
    const ExportRun &run = {});

/// The file's bytes: the one door through which every format gets an incident, with names hidden where that is asked
/// for. The same incident gives the same bytes: a PDF carries the time of the last event as its date.
Result<QByteArray> exportedBytes(
    const WholeIncident &whole, std::span<const Source> sources, ExportFormat format, const ExportRequest &request,
    const ExportRun &run = {});

} // namespace downtimeline
