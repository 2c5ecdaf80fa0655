// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/answeringsink.h"
#include "models/readers/importbatch.h"
#include "models/readers/reader.h"

#include <QString>

#include <memory>
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

    bool operator==(const ReadRequest &) const = default;
};

/// How the reader is to read it: the choices, and the answers that a reader needs itself.
ReadOptions readOptions(const ReadRequest &request);

/// A file with the reader that will read it.
struct OpenedFile
{
    std::unique_ptr<ByteSource> bytes;
    const Reader *reader = nullptr;
};

/// What a file of that name is told by that no reader knows.
std::unexpected<Error> notRecognised(const QString &name);

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
