// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/incidentdocument.h"

#include "fakestorage.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace downtimeline {
namespace {

TEST(MeasuredFindings, AreDecidedOnLikeAnyFinding)
{
    FakeStorage storage = foundingStorage();
    IncidentDocument document(storage);
    ASSERT_TRUE(document.open(IncidentId(1)).has_value());
    Finding measured;
    measured.rule = "measured-start";
    measured.key = "measured-start|a|1|2";
    measured.title = "Two starts of the impact";
    const std::size_t others = document.findings().size();
    const QSignalSpy changed(&document, &IncidentDocument::findingsChanged);
    document.setMeasuredFindings({measured});
    document.setMeasuredFindings({measured});
    EXPECT_EQ(changed.count(), 1);
    ASSERT_EQ(document.findings().size(), others + 1);
    ASSERT_TRUE(document.decideFinding(measured.key, Finding::Decision::Dismissed).has_value());
    storage.answer();
    EXPECT_EQ(document.findings().back().decision, Finding::Decision::Dismissed);
    EXPECT_EQ(storage.content.findings.back().decision, Finding::Decision::Dismissed);
    document.setMeasuredFindings({});
    EXPECT_EQ(document.findings().size(), others) << "it no longer holds";
    document.setMeasuredFindings({measured});
    EXPECT_EQ(document.findings().back().decision, Finding::Decision::Dismissed) << "the decision survives";
    ASSERT_TRUE(document.reload().has_value());
    EXPECT_EQ(document.findings().size(), others) << "a stored one is not shown before the samples say it again";
    document.setMeasuredFindings({measured});
    EXPECT_EQ(document.findings().back().decision, Finding::Decision::Dismissed);
}

} // namespace
} // namespace downtimeline
