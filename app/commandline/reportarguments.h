// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/reportchoice.h"

class QCommandLineParser;

namespace downtimeline {

/// --page, --sections, --timeline, --no-attachment.
void declareReportOptions(QCommandLineParser &parser);
/// What they ask for; a word that is not known is a Usage error that lists those that are.
Result<ReportChoice> reportChoiceOf(const QCommandLineParser &parser);
/// Their lines for --help.
QString reportUsage();

} // namespace downtimeline
