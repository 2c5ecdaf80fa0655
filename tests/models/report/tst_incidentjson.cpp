// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/incidentjson.h"

#include "models/analysis/impact.h"
#include "tests/models/report/founding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QJsonObject parsed(const std::string &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString() << '\n' << text;
    return document.object();
}

QJsonObject json(const WholeIncident &incident, const std::vector<Skip> &skipped = {})
{
    std::ostringstream out;
    writeIncidentsJson(out, "postmortem", std::span(&incident, 1), skipped);
    return parsed(out.str());
}

TEST(IncidentJson, TheFoundingRollbackHasAnEnd)
{
    const QJsonObject rollback = json(foundingIncident())[u"events"].toArray()[4].toObject();
    EXPECT_EQ(rollback[u"at"].toString(), u"2024-01-16T10:15:00+01:00"_s);
    EXPECT_EQ(rollback[u"until"].toString(), u"2024-01-16T10:20:00+01:00"_s);
    EXPECT_EQ(rollback[u"kind"].toString(), u"rollback"_s);
    EXPECT_EQ(rollback[u"line"].toInt(), 17);
}

TEST(IncidentJson, AnOwnEndIsToldFromOneThatAnotherEventGives)
{
    WholeIncident whole = foundingIncident();
    const auto event = [&whole](qsizetype place) { return json(whole)[u"events"].toArray()[place].toObject(); };
    EXPECT_EQ(event(4)[u"untilFrom"].toString(), u"event"_s);
    EXPECT_FALSE(event(3).contains(u"until"_s));
    EXPECT_FALSE(event(3).contains(u"untilFrom"_s));
    whole.events[4].length = std::chrono::minutes(3);
    whole.events[4].lengthOrigin = LengthOrigin::User;
    EXPECT_EQ(event(4)[u"until"].toString(), u"2024-01-16T10:18:00+01:00"_s);
    EXPECT_EQ(event(4)[u"untilFrom"].toString(), u"user"_s);
    whole.events[4].lengthOrigin = LengthOrigin::Written;
    EXPECT_EQ(event(4)[u"untilFrom"].toString(), u"written"_s);
    whole.events[4].lengthOrigin = LengthOrigin::Record;
    whole.events[4].length = Duration::zero(); // an own end at once stays an own end
    EXPECT_EQ(event(4)[u"until"].toString(), event(4)[u"at"].toString());
    EXPECT_EQ(event(4)[u"untilFrom"].toString(), u"record"_s);
}

TEST(IncidentJson, AStartOfTheUserIsToldFromOneOfASource)
{
    WholeIncident whole = foundingIncident();
    const Instant at = *whole.events[0].at;
    whole.incident.startedAt = timeOfUser(at, std::chrono::hours(1));
    whole.incident.endedAt = writtenTimeOf(at, std::chrono::hours(1), ZoneOrigin::Line);
    whole.incident.endedAt->text = "9:45AM";
    const QJsonObject incident = json(whole)[u"incident"].toObject();
    EXPECT_EQ(incident[u"startedAt"].toString(), u"2024-01-16T09:45:00+01:00"_s);
    EXPECT_EQ(incident[u"startedAtFrom"].toString(), u"user"_s);
    EXPECT_FALSE(incident.contains(u"startedAtText"_s));
    EXPECT_EQ(incident[u"endedAtText"].toString(), u"9:45AM"_s);
    EXPECT_FALSE(incident.contains(u"endedAtFrom"_s));
}

TEST(IncidentJson, WhatIsStatedOfTheTrafficIsASeriesOfItsOwn)
{
    const QJsonArray series = json(foundingIncident())[u"series"].toArray();
    ASSERT_EQ(series.size(), 1);
    EXPECT_TRUE(series[0].toObject()[u"stated"].toBool());
    EXPECT_EQ(series[0].toObject()[u"samples"].toInt(), 2);
}

TEST(IncidentJson, AFindingTellsItsLines)
{
    const QJsonObject finding = json(foundingIncident())[u"findings"].toArray()[0].toObject();
    EXPECT_EQ(finding[u"rule"].toString(), u"two-dates"_s);
    EXPECT_EQ(finding[u"lines"].toArray(), (QJsonArray{7, 11, 24}));
}

TEST(IncidentJson, AFileWithoutAnIncidentHasAnEmptyOne)
{
    WholeIncident whole = foundingIncident();
    whole.isStated = false;
    EXPECT_TRUE(json(whole)[u"incident"].toObject().isEmpty());
}

TEST(IncidentJson, SkipsAndQuestionsAreTold)
{
    WholeIncident whole = foundingIncident();
    whole.questions.push_back({.about = Question::About::Zone, .message = "Which zone?", .line = 12});
    const QJsonObject object = json(whole, {{.line = 3, .reason = "no time"}});
    EXPECT_EQ(object[u"questions"].toArray()[0].toObject()[u"about"].toString(), u"zone"_s);
    EXPECT_EQ(object[u"skipped"].toArray()[0].toObject()[u"line"].toInt(), 3);
}

TEST(IncidentJson, QuotesAndControlCharactersSurviveTheTrip)
{
    WholeIncident whole = foundingIncident();
    whole.events[0].title = "say \"stop\"\n\x01 \xF0\x9F\x94\xA5";
    const QString title = json(whole)[u"events"].toArray()[0].toObject()[u"title"].toString();
    EXPECT_EQ(title.toStdString(), whole.events[0].title);
}

TEST(IncidentJson, SeveralIncidentsStandInAList)
{
    const std::vector<WholeIncident> two(2, foundingIncident());
    std::ostringstream out;
    writeIncidentsJson(out, "postmortem", two, {});
    EXPECT_EQ(parsed(out.str())[u"incidents"].toArray().size(), 2);
}

TEST(IncidentJson, WhatIsNotKnownIsNotInvented)
{
    WholeIncident whole = foundingIncident();
    whole.incident.offset.reset();
    whole.events[0].time.offset.reset();
    whole.events[0].time.year.reset();
    const QJsonObject object = json(whole);
    EXPECT_TRUE(object[u"incident"].toObject()[u"utcOffset"].isNull());
    EXPECT_EQ(object[u"events"].toArray()[0].toObject()[u"at"].toString(), u"--01-16T09:45"_s);
}

} // namespace
} // namespace downtimeline
