// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/search.h"
#include "models/storage/seriesstore.h"
#include "models/storage/wholeincidents.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <random>

namespace downtimeline {
namespace {

constexpr int mutants = 500;
constexpr std::size_t incidents = 12;
constexpr std::size_t eventsEach = 25;

class HostileLibraryTest : public StorageTest
{
protected:
    void SetUp() override
    {
        const std::unique_ptr<Library> library = opened();
        library->database().exec("BEGIN");
        for (std::size_t i = 0; i < incidents; ++i) {
            const IncidentId id = IncidentStore(*library).add(incidentCalled("Outage " + std::to_string(i))).value();
            for (std::size_t e = 0; e < eventsEach; ++e)
                ASSERT_TRUE(EventStore(*library).add(id, eventAtTime(at(9, static_cast<int>(e)), "Alert fired")));
            Series series;
            series.name = "traffic";
            const SeriesId stored = SeriesStore(*library).add(id, series).value();
            const std::vector<Sample> samples = {{at(9, 0), 1}, {at(9, 1), 2.5}};
            ASSERT_TRUE(SeriesStore(*library).append(stored, samples));
        }
        library->database().exec("COMMIT");
    }

    /// One of the ways in which bytes go wrong.
    QByteArray mutated(QByteArray bytes)
    {
        const qsizetype page = pageSizeOf(bytes);
        const qsizetype pages = bytes.size() / page;
        const qsizetype from = any(pages) * page;
        switch (m_random() % 6) {
        case 0: // some bytes anywhere
            for (auto count = 1 + m_random() % 40; count > 0; --count)
                bytes[any(bytes.size())] = static_cast<char>(m_random());
            break;
        case 1: // some bytes of the header and the schema
            for (auto count = 1 + m_random() % 4; count > 0; --count)
                bytes[16 + any(page - 16)] = static_cast<char>(m_random());
            break;
        case 2: // the head of a page, where its cells are counted
            bytes[from + any(12)] = static_cast<char>(m_random());
            break;
        case 3:
            bytes.replace(from, page, QByteArray(page, static_cast<char>(m_random() % 3)));
            break;
        case 4: // one page in the place of another
            bytes.replace(from, page, bytes.mid(any(pages) * page, page));
            break;
        default:
            bytes.truncate(1 + any(bytes.size() - 1)); // an empty file would become a new library
        }
        return bytes;
    }

    qsizetype any(qsizetype below) { return static_cast<qsizetype>(m_random()) % below; }

    /// Reads all there is; every answer is a failure or has as many rows as the good file.
    void expectErrorsOrEverything(Library &library)
    {
        const Result<std::vector<IncidentSummary>> list = IncidentStore(library).list();
        if (!list) {
            EXPECT_TRUE(list.error().message.endsWith(u'.'));
            return;
        }
        EXPECT_EQ(list->size(), incidents);
        for (const IncidentSummary &incident : *list) {
            const Result<std::vector<Event>> events = EventStore(library).all(incident.id);
            EXPECT_TRUE(!events || events->size() == eventsEach) << events->size();
            const Result<WholeIncident> whole = wholeIncident(library, incident.id, true);
            EXPECT_TRUE(!whole || whole->events.size() == eventsEach);
        }
        const Result<LibraryCounts> counts = library.counts();
        EXPECT_TRUE(!counts || counts->events == static_cast<std::int64_t>(incidents * eventsEach));
        const Result<std::vector<SearchHit>> hits = Search(library).search("fired", 1000);
        // Each at most once; incidents too, where a page of one index stands in the place of the other's.
        EXPECT_TRUE(!hits || hits->size() <= incidents * (eventsEach + 1));
    }

    std::mt19937 m_random{7};
};

TEST_F(HostileLibraryTest, AMutatedLibraryIsRefusedOrToldDamagedOrWhole)
{
    const QByteArray good = bytesOf(libraryPath());
    int refused = 0;
    for (int mutant = 0; mutant < mutants; ++mutant) {
        SCOPED_TRACE(mutant);
        const QByteArray bytes = mutated(good);
        write(libraryPath(), bytes);
        const Library::Open mode = mutant % 2 == 0 ? Library::Open::ReadOnly : Library::Open::ReadWrite;
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), mode);
        if (library) {
            expectErrorsOrEverything(**library);
            library->reset();
        } else {
            ++refused;
            EXPECT_TRUE(library.error().message.endsWith(u'.')) << library.error().message.toStdString();
            EXPECT_TRUE(library.error().message.contains(libraryPath()));
            ASSERT_TRUE(bytesOf(libraryPath()) == bytes) << "a refused file was changed";
        }
        EXPECT_EQ(names().size(), 1) << names().join(u' ').toStdString();
        if (HasFailure())
            break;
    }
    EXPECT_GT(refused, mutants / 3) << "the mutations must bite";
    EXPECT_LT(refused, mutants) << "not every one may be refused for the same reason";
}

TEST_F(HostileLibraryTest, ALogThatIsJunkIsNeverTakenForContent)
{
    const QByteArray good = bytesOf(libraryPath());
    for (int round = 0; round < 40; ++round) {
        SCOPED_TRACE(round);
        write(libraryPath(), good);
        QByteArray junk(static_cast<qsizetype>(m_random() % 20'000), '\0');
        for (char &byte : junk)
            byte = static_cast<char>(m_random());
        if (round % 2 == 0)
            junk.replace(0, 4, QByteArray::fromHex("377f0682")); // the mark of a log
        write(libraryPath() + QStringLiteral("-wal"), junk);
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadWrite);
        ASSERT_TRUE(library) << library.error().message.toStdString();
        EXPECT_EQ(IncidentStore(**library).list().value().size(), incidents);
    }
}

} // namespace
} // namespace downtimeline
