// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/present/presentfixture.h"

#include "models/timeline/wholerange.h"
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/trafficchart.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QWidget>

namespace downtimeline {
namespace {

Finding finding(const char *title, const char *message)
{
    Finding made;
    made.key = title;
    made.title = title;
    made.message = message;
    return made;
}

Action action(const char *text, const char *owner, const char *due)
{
    Action made;
    made.text = text;
    made.owner = owner;
    made.due = due;
    return made;
}

} // namespace

PresentationContent PresentedIncident::content() const
{
    const TimelineContent whole = timeline.content();
    PresentationContent content;
    content.events = whole.events();
    content.ends = deriveEnds(content.events);
    content.analysis = whole.analysis();
    content.zone = gmt1();
    content.titleOf = timeline.texts().title;
    content.noteOf = [all = notes](EventId id) { return all.contains(id) ? all.at(id) : QString(); };
    content.areNamesHidden = areNamesHidden;
    const TrafficChartContent traffic = sample::measuredTraffic();
    if (hasTraffic)
        content.traffic = trafficChart(traffic);
    const PresentationFacts facts{
        .header =
            {.incident = incident,
             .analysis = content.analysis,
             .events = content.events,
             .sources = {},
             .openFindings = static_cast<int>(findings.size()),
             .titleOf = content.titleOf,
             .hasUndated = false},
        .undated = {},
        .findings = findings,
        .actions = actions,
        .stated = {},
        .trafficAt = hasTraffic ? std::function([traffic](Instant at) -> std::optional<double> {
            const auto value = traffic.measured->valueAt(at);
            return value ? std::optional(*value / traffic.recovery->baseline) : std::nullopt;
        })
                                : std::function<std::optional<double>(Instant)>(),
        .textOf = [titles =
                       content.titleOf](EventId id) { return EventText{.id = id, .title = titles(id).toStdString()}; },
        .choice = choice};
    content.steps = presentationSteps(facts, content.zone);
    return content;
}

void PresentedIncident::putInto(ViewState &view) const
{
    const TimelineContent whole = timeline.content();
    view.setWhole(wholeRange(eventsExtent(whole.events()), {}));
    view.setZone(gmt1());
}

PresentedIncident foundingPresented()
{
    PresentedIncident incident;
    incident.incident.title = "Server outage after upgrade";
    incident.incident.service = "All server infrastructure";
    incident.incident.impact = "HTTP 500, 100% of clients";
    incident.findings = {
        finding("Two dates for one outage", "Summary says 16 January 2024; root cause says 5 September 2020."),
        finding("Two times for the rollback", "The table has it done at 10:20; root cause says 8:30 pm.")};
    incident.actions = {
        action("Test every upgrade on a copy of one server before all of them", "Ada", "2024-02-01"),
        action("Write down how to roll back in one step", "", "")};
    incident.notes[EventId(4)] = QStringLiteral("Why did it take ten minutes?\nAsk who was paged first.");
    return incident;
}

PresentedIncident smallPresented()
{
    PresentedIncident incident;
    incident.timeline.events.clear();
    incident.timeline.titles.clear();
    incident.timeline.add(EventKind::Outage, 0, "Checkout stops", EventEntry::Begins);
    incident.timeline.add(EventKind::Alert, 2, "Error rate above 5 %");
    incident.timeline.add(EventKind::Mitigation, 12, "Traffic moved to the other region");
    incident.timeline.add(EventKind::Recovery, 14, "Checkout works again");
    incident.incident.title = "Checkout down";
    incident.hasTraffic = false;
    return incident;
}

PresentedIncident densePresented(int count)
{
    PresentedIncident incident;
    incident.timeline.events.clear();
    incident.timeline.titles.clear();
    for (int i = 0; i < count; ++i) {
        const EventKind kind = allEventKinds()[static_cast<std::size_t>(i) % eventKindCount];
        const QByteArray title =
            i % 7 == 0 ? "Event " + QByteArray::number(i) +
                             " with so many words that no projector shows them on a single line, since whoever wrote "
                             "it down at night put the whole story, the host names and the error messages into it"
                       : "Event " + QByteArray::number(i) + " of a long night";
        EventEntry &added = incident.timeline.add(kind, 0, title.constData());
        added.at = added.end = minute(0) + std::chrono::seconds(7200LL * i / count);
    }
    incident.incident.title = "A long night";
    for (int i = 0; i < 7; ++i) {
        incident.findings.push_back(finding(
            "A finding whose title is about as long as a title of a finding ever gets to be in a postmortem",
            "The first source has it at 10:20 and the second at 20:30, in two zones, and a third one tells of a day "
            "that nobody else tells of; each of them was written by somebody who was there, and each is kept."));
        incident.actions.push_back(
            action("Find out why the second region was told so late that it had to be moved twice", "Grace", ""));
    }
    incident.notes[EventId(1)] =
        QStringLiteral("A note that goes on. ").repeated(60) + QStringLiteral("\nAnd a question?");
    return incident;
}

RunningPresentation::RunningPresentation(const PresentedIncident &incident)
{
    incident.putInto(view);
    presentation = std::make_unique<Presentation>(view);
    presentation->setContent(incident.content());
}

std::vector<Slide> slidesOf(const Presentation &presentation, QSizeF size)
{
    std::vector<Slide> slides;
    for (std::size_t step = 0; step < presentation.steps(); ++step)
        slides.push_back(layoutSlide(presentation.request(step, size)));
    return slides;
}

void savePicture(QWidget &widget, const QString &name)
{
    const QString folder = QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR);
    ASSERT_TRUE(QDir().mkpath(folder));
    EXPECT_TRUE(widget.grab().save(folder + QStringLiteral("/present-") + name + QStringLiteral(".png")));
}

} // namespace downtimeline
