// SPDX-License-Identifier: GPL-3.0-or-later
// What storing a reading would meet. The rules by which it is known again are those of models/storage.
#include "app/importing/draftreading.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/knownevents.h"
#include "models/storage/recordsources.h"
#include "models/storage/sourcestore.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace downtimeline {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("forecast", text);
}

/// "kept: 10:15 Rollback begins, Rollback", the time at the event's own offset.
std::string keptWords(const Event &event)
{
    const WrittenTime time = event.at ? writtenTimeOf(*event.at, event.time.offset, ZoneOrigin::Unstated) : event.time;
    const QString clock = QString::fromStdString(isoText(time)).section(u'T', 1).left(5);
    return tr("kept: %1 %2, %3").arg(clock, QString::fromStdString(event.title), kindName(event.kind)).toStdString();
}

class Forecaster
{
public:
    Forecaster(Library &library, const Source &source, const ImportTarget &target)
        : m_library(library), m_source(source), m_target(target)
    {}

    Result<Forecast> look(const ImportBatch &batch)
    {
        Result<std::vector<Source>> sources = SourceStore(m_library).find(m_source.name, {});
        if (!sources)
            return std::unexpected(sources.error());
        m_sources = std::move(*sources);
        Forecast result;
        for (const ReadIncident &read : batch.incidents) {
            Result<IncidentForecast> one = lookAt(read, result.incidents.empty());
            if (!one)
                return std::unexpected(one.error());
            result.incidents.push_back(std::move(*one));
        }
        if (result.incidents.empty() || !result.incidents.front().into)
            return result;
        const IncidentId into = *result.incidents.front().into;
        for (const Source &known : m_sources) {
            if (known.incident == into && known.sha256 == m_source.sha256)
                result.clockShift = known.clockShift;
        }
        Status stood = addStanding(into, result);
        return stood ? Result<Forecast>(std::move(result)) : std::unexpected(stood.error());
    }

private:
    Result<IncidentForecast> lookAt(const ReadIncident &read, bool isFirst)
    {
        IncidentForecast result;
        result.events.resize(read.events.size());
        result.into = isFirst && m_target.into ? m_target.into : known(read, isFirst);
        if (!result.into)
            return result;
        m_entered.insert(*result.into);
        const Result<Incident> incident = IncidentStore(m_library).get(*result.into);
        if (!incident)
            return std::unexpected(incident.error());
        result.title = incident->title;
        const bool isOwnExport = !read.incident.uuid.isNull() && read.incident.uuid == incident->uuid;
        const KnownEvents::By by = isOwnExport ? KnownEvents::By::Uuid : KnownEvents::By::Origin;
        const Status met = guarded(m_library.path(), [&]() -> Status { return meet(read, by, result); });
        return met ? Result<IncidentForecast>(std::move(result)) : std::unexpected(met.error());
    }

    std::optional<IncidentId> known(const ReadIncident &read, bool isFirst)
    {
        if (m_target.asCopy)
            return {};
        if (!read.incident.uuid.isNull()) {
            const Result<IncidentId> id =
                IncidentStore(m_library).find(read.incident.uuid.toString(QUuid::WithoutBraces).toStdString());
            return id ? std::optional(*id) : std::nullopt;
        }
        const std::string title = foldedText(read.incident.title);
        for (const Source &source : m_sources) {
            const Result<Incident> incident = IncidentStore(m_library).get(source.incident);
            const bool isSame = read.isStated && incident && foldedText(incident->title) == title;
            if (isSame && !m_entered.contains(source.incident))
                return source.incident;
        }
        if (!isFirst)
            return {};
        const std::optional<IncidentId> same = ofSameBytes();
        return same || read.isStated ? same : ofSameRecords(read);
    }

    /// The one incident that the very same file was read into.
    std::optional<IncidentId> ofSameBytes() const
    {
        std::set<IncidentId> found;
        for (const Source &source : m_sources) {
            if (!m_source.sha256.empty() && source.sha256 == m_source.sha256)
                found.insert(source.incident);
        }
        return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
    }

    std::optional<IncidentId> ofSameRecords(const ReadIncident &read)
    {
        std::optional<IncidentId> found;
        const Status looked = guarded(m_library.path(), [&]() -> Status {
            found = incidentOfRecords(m_library.database(), m_source, read.events);
            return {};
        });
        return looked ? found : std::nullopt;
    }

    Status meet(const ReadIncident &read, KnownEvents::By by, IncidentForecast &result)
    {
        KnownEvents known(m_library.database(), *result.into, m_source.name, by, m_source.format);
        for (std::size_t i = 0; i < read.events.size() && !known.isEmpty(); ++i) {
            const std::optional<KnownEvents::Match> match = known.take(read.events[i]);
            if (!match)
                continue;
            DraftEvent &event = result.events[i];
            if (!match->id.isValid()) {
                event.standing = EventStanding::Removed;
            } else if (match->isSame) {
                event.standing = EventStanding::Known;
            } else {
                event.standing = EventStanding::Differs;
                const Result<Event> kept = EventStore(m_library).get(match->id);
                if (!kept)
                    return std::unexpected(kept.error());
                event.kept = keptWords(*kept);
            }
        }
        return {};
    }

    Status addStanding(IncidentId into, Forecast &result)
    {
        const Result<std::vector<Source>> sources = SourceStore(m_library).list(into);
        const Result<std::vector<Event>> events = EventStore(m_library).all(into);
        if (!sources || !events)
            return std::unexpected(sources ? events.error() : sources.error());
        std::set<SourceId> own;
        for (const Source &source : *sources) {
            if (source.name == m_source.name)
                own.insert(source.id);
        }
        for (const Event &event : *events) {
            if (event.at && !own.contains(event.source))
                result.standing.push_back({.at = *event.at, .kind = event.kind, .title = event.title});
        }
        return {};
    }

    Library &m_library;
    const Source &m_source;
    const ImportTarget &m_target;
    std::vector<Source> m_sources; ///< of this name, in the whole library
    std::set<IncidentId> m_entered;
};

} // namespace

Result<Forecast> forecast(Library &library, const Source &source, const ImportBatch &batch, const ImportTarget &target)
{
    return Forecaster(library, source, target).look(batch);
}

} // namespace downtimeline
