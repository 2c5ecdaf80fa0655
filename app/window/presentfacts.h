// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "widgets/present/presentationcontent.h"

namespace downtimeline {

class IncidentDocument;
class Library;

/// What a presentation shows of the open incident. It asks the document for titles and notes as long as it is used.
Result<PresentationContent>
presentedContent(IncidentDocument &document, Library &reader, const DisplayZone &zone, const StepChoice &choice);

} // namespace downtimeline
