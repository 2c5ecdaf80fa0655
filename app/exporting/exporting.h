// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/source.h"
#include "models/domain/wholeincident.h"
#include "models/storage/library.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace downtimeline {

/// Writes one incident of a library to a file. What stood there before stays whole until the new file is whole. PDF and
/// pictures need a QGuiApplication, a PDF its thread (ExportRun::paint). Stopped: Error::Code::Cancelled.
Status exportIncident(Library &library, IncidentId incident, const ExportRequest &request, const ExportRun &run = {});
/// The same for an incident that is not in a library, such as the reading of a file.
Status exportIncident(
    const WholeIncident &whole, std::span<const Source> sources, const ExportRequest &request,
    const ExportRun &run = {});

/// What an incident was read from, in its order.
Result<std::vector<Source>> sourcesOf(Library &library, IncidentId incident, bool withTexts);

/// An incident as it is read for a file, with its sources.
struct ExportedIncident
{
    WholeIncident whole;
    std::vector<Source> sources;
};

/// Copies of all texts with roles in the place of the names of those persons, and of those whom its own sources name.
ExportedIncident withoutNames(const WholeIncident &whole, std::span<const Source> sources, Persons persons);

/// The file's bytes: the one door through which every format gets an incident, with names hidden where that is asked
/// for. The same incident gives the same bytes: a PDF carries the time of the last event as its date.
Result<QByteArray> exportedBytes(
    const WholeIncident &whole, std::span<const Source> sources, ExportFormat format, const ExportRequest &request,
    const ExportRun &run = {});

} // namespace downtimeline
