// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/rememberedcolumns.h"
#include "models/readers/answeringsink.h"
#include "models/readers/draft/importbatch.h"
#include "models/readers/reader.h"

#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace downtimeline {

/// How a file is to be read.
struct ReadRequest
{
    QString path;
    QString format; ///< a reader's key; empty: what the content looks like
    ReadOptions options;
    ImportAnswers answers;
    /// How the user chose to read such tables before; it holds where the request names neither format nor columns.
    RememberedColumns remembered = {};

    bool operator==(const ReadRequest &) const = default;
};

/// A choice for the reader: the user's, and the answers that a reader needs itself.
ReadOptions readOptions(const ReadOptions &chosen, const ImportAnswers &answers);

/// A file with the reader that will read it, and how.
struct OpenedFile
{
    std::unique_ptr<ByteSource> bytes;
    const Reader *reader = nullptr;
    ReadOptions options = {};
    bool isRemembered = false; ///< the choices of columns are remembered ones
};

/// How a table is read that the user chose for before.
struct RememberedReading
{
    const Reader *reader = nullptr;
    ReadOptions options;
    TableColumns columns;
};

/// None where no choice for such columns is remembered, or where the table cannot be read so.
std::optional<RememberedReading>
rememberedReading(const TableColumns &columns, ByteSource &source, const RememberedColumns &remembered);

/// What a file of that name is told by that no reader knows.
std::unexpected<Error> notRecognised(const QString &name);

/// What a file of that name is told by in which a reader found nothing.
std::unexpected<Error> holdsNothing(const QString &name);

/// Opens and recognises. An empty file, a picture and the like are NotRecognised, with a sentence; a choice for a
/// column that the file has not is a Usage failure that says which it has.
Result<OpenedFile> openForReading(const ReadRequest &request);

/// A small file, read whole, answers filled in.
struct ReadFile
{
    std::string format;
    ImportBatch batch;
};

Result<ReadFile> readWhole(const ReadRequest &request, std::stop_token stop = {});

} // namespace downtimeline
