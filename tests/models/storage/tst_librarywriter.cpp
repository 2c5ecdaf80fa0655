// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/incidentstore.h"
#include "models/storage/librarywriter.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

class LibraryWriterTest : public StorageTest
{
protected:
    static LibraryWriter::Job<IncidentId> adding(const std::string &title)
    {
        return [title](WriteContext &context) { return IncidentStore(context.library).add(incidentCalled(title)); };
    }

    std::size_t stored() { return IncidentStore(*opened(Library::Open::ReadOnly)).list().value().size(); }
};

TEST_F(LibraryWriterTest, JobsRunInTheirOrderAndAreThereForReaders)
{
    LibraryWriter writer(opened());
    std::future<Result<IncidentId>> first = writer.submit(adding("first"));
    std::future<Result<IncidentId>> second = writer.submit(adding("second"));
    EXPECT_LT(first.get().value(), second.get().value());
    EXPECT_EQ(stored(), 2U);
}

TEST_F(LibraryWriterTest, EditsWaitBehindALongJobAndSaySo)
{
    LibraryWriter writer(opened());
    std::atomic<std::size_t> most = 0;
    writer.setPendingChanged([&most](std::size_t pending) { most = std::max(most.load(), pending); });
    std::latch release(1);
    LibraryWriter::Job<int> slow = [&release](WriteContext &) -> Result<int> {
        release.wait();
        return 1;
    };
    std::future<Result<int>> import = writer.submit(std::move(slow));
    std::future<Result<IncidentId>> edit = writer.submit(adding("edit"));
    EXPECT_EQ(edit.wait_for(0s), std::future_status::timeout);
    EXPECT_EQ(writer.pending(), 2U);
    EXPECT_TRUE(writer.isBusy());
    release.count_down();
    EXPECT_TRUE(edit.get());
    EXPECT_TRUE(import.get());
    EXPECT_EQ(most, 2U);
}

TEST_F(LibraryWriterTest, AFailedJobTakesBackAllThatItWrote)
{
    LibraryWriter writer(opened());
    LibraryWriter::Job<int> failing = [](WriteContext &context) -> Result<int> {
        EXPECT_TRUE(IncidentStore(context.library).add(incidentCalled("half")));
        return failure(Error::Code::Parse, QStringLiteral("the rest is damaged"));
    };
    EXPECT_EQ(writer.submit(std::move(failing)).get().error().code, Error::Code::Parse);
    EXPECT_EQ(stored(), 0U);
    EXPECT_TRUE(writer.submit(adding("next")).get()) << "the writer goes on";
    EXPECT_EQ(stored(), 1U);
}

TEST_F(LibraryWriterTest, AStopEndsAStatementThatWouldNeverEnd)
{
    LibraryWriter writer(opened());
    std::stop_source stop;
    std::latch begun(1);
    LibraryWriter::Job<int> endless = [&begun](WriteContext &context) -> Result<int> {
        EXPECT_TRUE(IncidentStore(context.library).add(incidentCalled("half")));
        begun.count_down();
        try {
            context.library.database().exec(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        } catch (const SQLite::Exception &) {
            return failure(Error::Code::Cancelled, QStringLiteral("stopped"));
        }
        return 1;
    };
    std::future<Result<int>> job = writer.submit(std::move(endless), stop.get_token());
    begun.wait();
    stop.request_stop();
    EXPECT_EQ(job.get().error().code, Error::Code::Cancelled);
    EXPECT_EQ(stored(), 0U);
    EXPECT_TRUE(writer.submit(adding("next")).get()) << "the next job is not stopped";
}

TEST_F(LibraryWriterTest, ABigJobLeavesNoBigLogBehindWhetherItIsKeptOrTakenBack)
{
    LibraryWriter writer(opened());
    const QString log = libraryPath() + QStringLiteral("-wal");
    constexpr qint64 usual = 16 * 1024 * 1024;
    for (const bool isKept : {false, true}) {
        qint64 written = 0;
        LibraryWriter::Job<int> big = [&](WriteContext &context) -> Result<int> {
            Incident incident = incidentCalled(isKept ? "kept" : "taken back");
            incident.summary.resize(60'000'000, 'x');
            EXPECT_TRUE(IncidentStore(context.library).add(incident));
            context.library.database().exec("PRAGMA shrink_memory"); // what was changed goes to the log
            written = QFileInfo(log).size();
            if (isKept)
                return 1;
            return failure(Error::Code::Cancelled, QStringLiteral("stopped"));
        };
        EXPECT_EQ(writer.submit(std::move(big)).get().has_value(), isKept);
        EXPECT_GT(written, usual);
        for (int waited = 0; QFileInfo(log).size() > usual && waited < 2000; ++waited)
            std::this_thread::sleep_for(10ms); // it is cut after the answer
        EXPECT_LE(QFileInfo(log).size(), usual) << isKept;
    }
    EXPECT_EQ(stored(), 1U);
}

TEST_F(LibraryWriterTest, AJobThatWasStoppedWhileItWaitedDoesNotBegin)
{
    LibraryWriter writer(opened());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(writer.submit(adding("never"), stop.get_token()).get().error().code, Error::Code::Cancelled);
    EXPECT_EQ(stored(), 0U);
}

TEST_F(LibraryWriterTest, WhatWasSubmittedIsWrittenBeforeItCloses)
{
    {
        LibraryWriter writer(opened());
        for (int i = 0; i < 50; ++i)
            writer.submit(adding("edit " + std::to_string(i)));
    }
    EXPECT_EQ(stored(), 50U);
    EXPECT_EQ(names().size(), 1) << "one file is left";
}

TEST_F(LibraryWriterTest, RunningOutOfMemoryIsAFailureOfTheJobAlone)
{
    LibraryWriter writer(opened());
    LibraryWriter::Job<int> greedy = [](WriteContext &context) -> Result<int> {
        EXPECT_TRUE(IncidentStore(context.library).add(incidentCalled("half")));
        throw std::bad_alloc();
    };
    EXPECT_EQ(writer.submit(std::move(greedy)).get().error().code, Error::Code::Io);
    EXPECT_EQ(stored(), 0U);
}

TEST_F(LibraryWriterTest, ReadersSeeWholeJobsWhileOthersWrite)
{
    LibraryWriter writer(opened());
    std::vector<std::future<Result<int>>> jobs;
    for (int i = 0; i < 30; ++i) {
        LibraryWriter::Job<int> pair = [](WriteContext &context) -> Result<int> {
            EXPECT_TRUE(IncidentStore(context.library).add(incidentCalled("one")));
            EXPECT_TRUE(IncidentStore(context.library).add(incidentCalled("two")));
            return 1;
        };
        jobs.push_back(writer.submit(std::move(pair)));
    }
    const std::unique_ptr<Library> reader = opened(Library::Open::ReadOnly);
    while (writer.isBusy())
        EXPECT_EQ(IncidentStore(*reader).list().value().size() % 2, 0U);
    for (std::future<Result<int>> &job : jobs)
        EXPECT_TRUE(job.get());
    EXPECT_EQ(IncidentStore(*reader).list().value().size(), 60U);
}

} // namespace
} // namespace downtimeline
