// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/exportoptions.h"
#include "app/exporting/reportchoice.h"
#include "models/domain/result.h"
#include "models/readers/answeringsink.h"
#include "models/readers/reader.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace downtimeline {

/// What a command line asks for.
struct Arguments
{
    QString command;      ///< "inspect"; empty opens the window
    QStringList operands; ///< files, ids or a query, as the command takes them
    QString library;      ///< the file; the user's own where none is named
    QString out;          ///< -o
    QString into;         ///< an incident's id
    QString format;       ///< --as: a reader's key
    ImportAnswers answers;
    ReadOptions options;
    QString picture;       ///< --picture: where the window is written as PNG
    ReportChoice report;   ///< of an exported PDF
    ExportOptions exports; ///< --template, --chart, --events and the like
    QString theme;         ///< "light" or "dark"; empty follows the system
    bool json = false;
    bool dryRun = false;
    bool idsOnly = false;
    bool hideNames = false;  ///< --hide-names: list, show and export tell roles instead of names
    bool addPersons = false; ///< --add-persons: import puts whom it met on the list of people
    bool sample = false;
    bool help = false;
    bool version = false;
};

/// Reads the arguments without the program's name. An unknown option, a bad zone, date or page size is a Usage error
/// with a sentence that says which.
Result<Arguments> parseArguments(const QStringList &arguments);

/// The commands, their operands and options, for --help.
QString usageText();

/// Where the user's library lies if none is named: the user's data folder.
QString defaultLibraryPath();

} // namespace downtimeline
