// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "models/domain/ids.h"
#include "models/storage/library.h"

#include <QByteArray>
#include <QImage>

namespace downtimeline {

/// An incident to be pasted elsewhere: as rich text, as plain text and as a picture of its timeline.
struct IncidentExcerpt
{
    QByteArray html; ///< UTF-8
    QString text;
    QImage picture; ///< null where nothing has a time
};

/// What goes out of an incident of a library. May run on a worker.
Result<IncidentExcerpt>
excerptOf(Library &library, IncidentId incident, const ExportRequest &request, const ExportRun &run = {});

} // namespace downtimeline
