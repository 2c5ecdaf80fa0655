// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/incidentform.h"

#include "incidentfixture.h"
#include "models/analysis/impact.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace downtimeline {
namespace {

class IncidentFormTest : public testing::Test
{
protected:
    IncidentFormTest()
    {
        setLook(false);
        incident.id = IncidentId(3);
        incident.title = "Server Outage";
        incident.service = "  two\nlines "; // what a line edit would change
        incident.summary = "First.\r\nSecond.";
        form.setIncident(incident);
        form.resize(520, 540);
        form.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&form));
    }
    QLineEdit *title() const { return form.findChildren<QLineEdit *>().at(0); }

    Incident incident;
    IncidentForm form;
};

TEST_F(IncidentFormTest, WhatIsNotTouchedStaysToTheByte)
{
    QSignalSpy edited(&form, &IncidentForm::edited);
    form.setIncident(incident);
    EXPECT_EQ(form.incident(), incident);
    EXPECT_EQ(edited.count(), 0);
}

TEST_F(IncidentFormTest, WhatIsTypedAndChosenIsTaken)
{
    const QSignalSpy edited(&form, &IncidentForm::edited);
    title()->selectAll();
    QTest::keyClicks(title(), QStringLiteral("Server outage after upgrade "));
    auto *severity = form.findChild<QComboBox *>();
    severity->setFocus();
    QTest::keyClick(severity, Qt::Key_Down);
    QTest::keyClicks(form.findChildren<QPlainTextEdit *>().at(1), QStringLiteral("A <b>library</b>"));
    EXPECT_GT(edited.count(), 2);
    const Incident result = form.incident();
    EXPECT_EQ(result.title, "Server outage after upgrade");
    EXPECT_EQ(result.severity, Severity::Sev1);
    EXPECT_EQ(result.rootCause, "A <b>library</b>");
    EXPECT_EQ(result.service, incident.service);
    EXPECT_EQ(result.summary, incident.summary);
}

TEST_F(IncidentFormTest, ASeverityCanBeTakenAway)
{
    incident.severity = Severity::Sev2;
    form.setIncident(incident);
    auto *severity = form.findChild<QComboBox *>();
    EXPECT_EQ(severity->currentText(), QStringLiteral("SEV2"));
    severity->setFocus();
    QTest::keyClick(severity, Qt::Key_Home);
    EXPECT_FALSE(form.incident().severity.has_value());
}

TEST_F(IncidentFormTest, AnIncidentNeedsATitle)
{
    EXPECT_TRUE(form.isAcceptable());
    title()->selectAll();
    QTest::keyClick(title(), Qt::Key_Delete);
    QTest::keyClick(title(), Qt::Key_Space);
    EXPECT_FALSE(form.isAcceptable());
}

TEST_F(IncidentFormTest, TabGoesThroughTheTextFields)
{
    auto *summary = form.findChildren<QPlainTextEdit *>().at(0);
    summary->setFocus();
    QTest::keyClick(summary, Qt::Key_Tab);
    EXPECT_EQ(form.incident().summary, incident.summary);
    EXPECT_TRUE(form.findChildren<QPlainTextEdit *>().at(1)->hasFocus());
}

TEST_F(IncidentFormTest, TheImpactIsTypedInTheShownZone)
{
    using namespace std::chrono_literals;
    const Instant midnight = std::chrono::sys_days(std::chrono::year(2024) / 1 / 16);
    form.setImpact(midnight + 9h, midnight + 9h + 22min, DisplayZone(3600s, QStringLiteral("GMT+1")));
    auto *start = form.findChildren<QLineEdit *>().at(3);
    auto *end = form.findChildren<QLineEdit *>().at(4);
    ASSERT_EQ(start->accessibleName(), QStringLiteral("Impact start"));
    EXPECT_TRUE(start->text().isEmpty());
    EXPECT_TRUE(start->placeholderText().contains(QStringLiteral("2024-01-16 10:00")));
    QTest::keyClicks(start, QStringLiteral("9:50"));
    EXPECT_TRUE(form.isAcceptable());
    EXPECT_EQ(statedByUser(form.incident().startedAt), midnight + 8h + 50min);
    EXPECT_EQ(form.incident().endedAt, incident.endedAt);
    QTest::keyClicks(end, QStringLiteral("9:40"));
    EXPECT_FALSE(form.isAcceptable());
    end->clear();
    QTest::keyClicks(end, QStringLiteral("whenever"));
    EXPECT_FALSE(form.isAcceptable());
    const QList<QLabel *> labels = form.findChildren<QLabel *>();
    const auto problem = std::ranges::find_if(
        labels, [](const QLabel *label) { return label->text().contains(QStringLiteral("not a time")); });
    ASSERT_NE(problem, labels.end());
    EXPECT_GE((*problem)->height(), (*problem)->heightForWidth((*problem)->width())) << "the sentence is cut";
    saveScreenshot(form, QStringLiteral("incidentform-impact-light"));
    end->selectAll();
    QTest::keyClick(end, Qt::Key_Backspace);
    EXPECT_TRUE(form.isAcceptable());
    start->selectAll();
    QTest::keyClick(start, Qt::Key_Backspace);
    EXPECT_EQ(form.incident().startedAt, incident.startedAt);
}

TEST_F(IncidentFormTest, LooksCalm)
{
    saveScreenshot(form, QStringLiteral("incidentform-light"));
    setLook(true);
    saveScreenshot(form, QStringLiteral("incidentform-dark"));
    EXPECT_GT(pixelsOf(form, QColor(0x0f, 0x14, 0x1b)), 1000);
}

} // namespace
} // namespace downtimeline
