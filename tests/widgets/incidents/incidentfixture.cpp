// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentfixture.h"

#include "models/analysis/spans.h"
#include "widgets/paint/style.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QImage>

namespace downtimeline {

using std::chrono::hours;
using std::chrono::minutes;

Instant onTheDay(int hour, int minute)
{
    return Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + hours(hour - 1) + minutes(minute);
}

DisplayZone plusOne()
{
    return {hours(1), QStringLiteral("GMT+1")};
}

MemoryRows::MemoryRows()
{
    const auto add = [this](int id, Instant at, EventKind kind, int flags, const char *title) {
        index.push_back(
            {.id = EventId(id),
             .at = at,
             .end = at,
             .kind = kind,
             .lane = laneOf(kind),
             .flags = static_cast<std::uint16_t>(flags)});
        titles[EventId(id)] = title;
    };
    add(1, onTheDay(9, 45), EventKind::Deploy, EventEntry::Begins, "Upgrades implementation begins");
    add(2, onTheDay(10, 0), EventKind::Outage, EventEntry::Begins, "Server outage begins");
    add(3, onTheDay(10, 0), EventKind::Alert, 0, "Pagers alerted on-call team");
    add(4, onTheDay(10, 10), EventKind::Acknowledgement, 0, "On-call team acknowledgement");
    add(5, onTheDay(10, 15), EventKind::Rollback, EventEntry::Begins, "Rollback initiation begins");
    add(6, onTheDay(10, 20), EventKind::Rollback, EventEntry::Completes, "Successful rollback");
    add(7, onTheDay(10, 20), EventKind::Restart, EventEntry::Begins, "Server restart initiated");
    add(8, onTheDay(10, 22), EventKind::Recovery, 0, "100% of traffic back online");
}

EventText MemoryRows::textAt(std::size_t row) const
{
    EventText text;
    text.id = index.at(row).id;
    text.title = titles.at(text.id);
    text.sourceName = "0x19-postmortem.txt";
    text.line = 12 + static_cast<int>(text.id.row());
    return text;
}

Status MemoryRows::setEventTime(EventId event, Instant at)
{
    return change(event, [at](EventEntry &entry) { entry.at = entry.end = at; });
}

Status MemoryRows::setEventKind(EventId event, EventKind kind)
{
    return change(event, [kind](EventEntry &entry) { entry.kind = kind; });
}

Status MemoryRows::setEventTitle(EventId event, const QString &title)
{
    if (title.isEmpty())
        return failure(Error::Code::Usage, QStringLiteral("An event needs a title."));
    titles[event] = title.toStdString();
    return change(event, [](EventEntry &) {});
}

const EventEntry &MemoryRows::entry(EventId event) const
{
    return *std::ranges::find(index, event, &EventEntry::id);
}

EventSnapshot MemoryRows::snapshot() const
{
    return std::make_shared<EventIndex>(index);
}

Status MemoryRows::change(EventId event, const std::function<void(EventEntry &)> &how)
{
    how(*std::ranges::find(index, event, &EventEntry::id));
    std::ranges::stable_sort(index, {}, &EventEntry::at);
    if (shownIn)
        shownIn->setEvents(snapshot());
    return {};
}

HeaderContent foundingHeader()
{
    const MemoryRows rows;
    EventIndex events = rows.index;
    deriveEnds(events);
    const ResponseAnalysis analysis = analyseResponse(events);
    Incident incident;
    incident.title = "Server outage after upgrade";
    incident.service = "All server infrastructure";
    incident.impact = "HTTP 500, 100% of clients";
    Source source;
    source.name = "0x19-postmortem.txt";
    const std::vector<Source> sources{source};
    const auto title = [&rows](EventId event) { return QString::fromStdString(rows.titles.at(event)); };
    return headerContent({incident, analysis, events, sources, 2, title}, plusOne());
}

std::vector<IncidentEntry> pictureIncidents()
{
    std::vector<IncidentEntry> result;
    const auto add = [&result](
                         const char *title, Severity severity, int year, int month, int day, Duration length,
                         const char *service) {
        IncidentEntry entry;
        entry.id = IncidentId(static_cast<std::int64_t>(result.size()) + 1);
        entry.title = title;
        entry.severity = severity;
        entry.service = service;
        entry.start = Instant(std::chrono::sys_days(std::chrono::year(year) / month / day)) + hours(9);
        entry.end = *entry.start + length;
        entry.timeToRecover = length;
        result.push_back(entry);
    };
    add("Server outage after upgrade", Severity::Sev1, 2024, 1, 16, minutes(22), "all servers");
    add("Checkout latency, EU region", Severity::Sev2, 2024, 1, 9, minutes(74), "payments");
    add("Database failover loop", Severity::Sev1, 2023, 12, 22, minutes(182), "accounts");
    add("Certificate expired on CDN edge", Severity::Sev3, 2023, 12, 14, minutes(41), "edge");
    add("Queue backlog after deploy", Severity::Sev2, 2023, 12, 2, minutes(58), "orders");
    add("Config push removed DNS zone", Severity::Sev2, 2023, 11, 19, minutes(26), "dns");
    add("Slow search results", Severity::Sev3, 2023, 11, 11, minutes(130), "search");
    return result;
}

void setLook(bool dark)
{
    applyLook(*qApp, dark);
    QCoreApplication::processEvents(); // widgets hear of it by an event
}

void saveScreenshot(QWidget &widget, const QString &name)
{
    const QString folder = QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR);
    ASSERT_TRUE(QDir().mkpath(folder));
    EXPECT_TRUE(widget.grab().save(folder + u'/' + name + QStringLiteral(".png")));
}

int pixelsOf(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return count;
}

} // namespace downtimeline
