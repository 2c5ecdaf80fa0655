// SPDX-License-Identifier: GPL-3.0-or-later
// Whom an incident names travels with it.
#include "csvtest.h"
#include "libraryimport.h"
#include "models/report/incidentjson.h"
#include "models/storage/personstore.h"
#include "models/storage/wholeincidents.h"

#include <sstream>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

constexpr const char *withPersons = R"({"format": "downtimeline",
 "incident": {"id": "01234567-89ab-cdef-0123-456789abcdef", "title": "Checkout down", "severity": null, "utcOffset": null},
 "persons": [
  {"names": ["Kim Doe", "@kim", "U1"], "role": "SRE"},
  {"names": ["Łucja", "\"L\""], "role": null},
  {"names": ["--"], "role": "nobody"}],
 "events": [{"at": "2024-01-16T10:15:00+00:00", "atText": "10:15", "precision": "exact", "kind": "note", "title": "Kim Doe looks",
   "detail": "", "certainty": 1}]}
)";

std::string exported(Library &library, IncidentId id)
{
    const Result<WholeIncident> whole = wholeIncident(library, id, true);
    EXPECT_TRUE(whole);
    std::ostringstream out;
    writeIncidentJson(out, "downtimeline", whole.value_or(WholeIncident{}), {});
    return out.str();
}

class OwnPersons : public LibraryImport
{};

} // namespace

TEST_F(OwnPersons, ThePersonsOfAnIncidentComeBackByteForByte)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome outcome = import(*library, "x.downtimeline.json", withPersons);
    ASSERT_EQ(outcome.incidents.size(), 1U);
    const Persons stored = PersonStore(*library).ofIncident(outcome.incidents[0]).value();
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].names, (std::vector<std::string>{"Kim Doe", "@kim", "U1"}));
    EXPECT_EQ(stored[1].names, (std::vector<std::string>{"Łucja", "\"L\""}));
    EXPECT_TRUE(PersonStore(*library).list().value().empty());
    const std::string first = exported(*library, outcome.incidents[0]);
    const std::unique_ptr<Library> other = fresh();
    const ImportOutcome again = import(*other, "y.downtimeline.json", first);
    EXPECT_EQ(again.skipped, 0);
    EXPECT_EQ(exported(*other, again.incidents.at(0)), first);
}

TEST_F(OwnPersons, ASecondImportAddsNobodyTwice)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome first = import(*library, "x.downtimeline.json", withPersons);
    const std::string before = exported(*library, first.incidents.at(0));
    const ImportOutcome again = import(*library, "x.downtimeline.json", withPersons);
    EXPECT_EQ(again.incidents, first.incidents);
    EXPECT_EQ(exported(*library, first.incidents.at(0)), before);
}

TEST_F(OwnPersons, AnIncidentWithoutPersonsHasNoSuchKey)
{
    WholeIncident whole;
    whole.isStated = true;
    std::ostringstream out;
    writeIncidentJson(out, "downtimeline", whole, {});
    EXPECT_EQ(out.str().find("persons"), std::string::npos);
    EXPECT_EQ(out.str().find("namesHidden"), std::string::npos);
}
