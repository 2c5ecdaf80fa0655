// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "models/analysis/impact.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/incidentheader.h"
#include "widgets/incidents/measurelabel.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const Instant nine = Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + 9h;

/// An export that says when its incident began and ended, and of the events knows but an alert.
class StatedImpactInTheWindow : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        m_window.reset();
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadWrite);
        ASSERT_TRUE(library) << library.error().message.toStdString();
        Incident incident;
        incident.title = "Checkout fails";
        incident.offset = 0s;
        incident.startedAt = writtenTimeOf(nine - 10min, 0s, ZoneOrigin::Line);
        incident.endedAt = writtenTimeOf(nine + 30min, 0s, ZoneOrigin::Line);
        const Result<IncidentId> id = IncidentStore(**library).add(incident);
        ASSERT_TRUE(id);
        Event alert;
        alert.kind = EventKind::Alert;
        alert.title = "Error rate above 5 %";
        alert.time = writtenTimeOf(nine, 0s, ZoneOrigin::Line);
        alert.at = nine;
        ASSERT_TRUE(EventStore(**library).add(*id, alert));
        library->reset();
        restart();
    }

    std::optional<Duration> measured(ResponseMeasure measure)
    {
        return window().document()->analysis().time(measure).value();
    }
    QString explanationOf(const QString &caption)
    {
        for (const MeasureLabel *label : window().findChildren<MeasureLabel *>()) {
            if (label->accessibleName().contains(caption))
                return label->accessibleDescription();
        }
        return {};
    }
    void typeImpactEnd(const QString &clock)
    {
        QTimer::singleShot(0, &window(), [clock] {
            QWidget *dialog = QApplication::activeModalWidget();
            ASSERT_NE(dialog, nullptr);
            for (QLineEdit *line : dialog->findChildren<QLineEdit *>()) {
                if (line->accessibleName() == u"Impact end"_s)
                    QTest::keyClicks(line, clock);
            }
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        });
        QTest::keyClick(&window(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    }
};

TEST_F(StatedImpactInTheWindow, CountsWhereTheEventsAreSilentAndSaysSo)
{
    EXPECT_EQ(window().document()->analysis().downtime, 40min);
    EXPECT_EQ(measured(ResponseMeasure::Detect), 10min);
    EXPECT_EQ(measured(ResponseMeasure::Recover), 40min);
    EXPECT_TRUE(explanationOf(u"Time to recover"_s).contains(u"as a source states it"_s))
        << explanationOf(u"Time to recover"_s).toStdString();
    photograph(u"window-stated-impact-light"_s);
}

TEST_F(StatedImpactInTheWindow, GivesWayToTheUsersOwnEndAndComesBackByUndo)
{
    typeImpactEnd(u"10:00"_s);
    EXPECT_EQ(measured(ResponseMeasure::Recover), 70min);
    EXPECT_EQ(window().document()->analysis().at(Milestone::ImpactStart)->at, nine - 10min) << "the source's start";
    window().activateWindow(); // the dialog had the keys
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(measured(ResponseMeasure::Recover), 40min);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
}

} // namespace
} // namespace downtimeline
