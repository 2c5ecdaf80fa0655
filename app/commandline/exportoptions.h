// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "models/domain/result.h"

#include <QString>

#include <functional>

class QCommandLineParser;

namespace downtimeline {

/// What `export` is told of the files besides their place and page size.
struct ExportOptions
{
    QString ending; ///< --as: "md"; empty: that of the path, "pdf" in a folder
    PostmortemTemplate style = PostmortemTemplate::Plain;
    ExportScope scope;
    QString chart;
    double width = 1200;
    double height = 0;
    double scale = 2;
};

/// Adds one option to the parser.
using AddOption = std::function<void(const QStringList &names, const QString &text, const QString &value)>;

void declareExportOptions(const AddOption &add);
/// A word that means nothing is a Usage error with a sentence that says which. isExport: --as may name an ending.
Result<ExportOptions> readExportOptions(const QCommandLineParser &parser, bool isExport);

} // namespace downtimeline
