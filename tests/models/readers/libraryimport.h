// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/allreaders.h"
#include "models/storage/librarysink.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace downtimeline::test {

/// Libraries in a folder of their own, and readings into them.
class LibraryImport : public testing::Test
{
protected:
    std::unique_ptr<Library> fresh()
    {
        const QString path = m_folder.filePath(QString::number(++m_count) + QStringLiteral(".downtimeline"));
        return Library::open(path, Library::Open::CreateIfMissing).value();
    }

    static ImportOutcome
    import(Library &library, const std::string &name, const std::string &text, const ImportTarget &target = {})
    {
        const auto bytes = memorySource(name, text);
        const Result<const Reader *> reader = recognise(*bytes);
        EXPECT_TRUE(reader && *reader) << name;
        Source source;
        source.name = name;
        source.format = (*reader)->key();
        source.size = bytes->size();
        source.sha256 =
            QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex().toStdString();
        LibrarySink sink(library);
        EXPECT_TRUE(sink.begin(source, target));
        const Status read = (*reader)->read(*bytes, {}, sink, {});
        EXPECT_TRUE(read) << (read ? std::string() : read.error().message.toStdString());
        const Result<ImportOutcome> outcome = sink.commit();
        EXPECT_TRUE(outcome);
        return outcome.value_or(ImportOutcome{});
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace downtimeline::test
