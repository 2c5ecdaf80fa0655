// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit/documentstorage.h"
#include "models/items/incidententry.h"
#include "models/storage/incidentstore.h"
#include "models/storage/librarywriter.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <future>
#include <map>
#include <memory>

namespace downtimeline {

/// Everything of one incident, over any connection: a worker uses its own.
Result<DocumentContent> loadDocument(Library &library, IncidentId incident);

/// What the list of incidents shows of a stored one; its time to recover is not known from that.
IncidentEntry incidentEntry(const IncidentSummary &summary);

/// The document's way to a library: reads over a connection of this thread, writes through the one writer.
class LibraryDocumentStorage : public QObject, public DocumentStorage
{
    Q_OBJECT

public:
    /// Neither is owned; both must outlive it. Without a writer the library may only be read.
    LibraryDocumentStorage(Library &reader, LibraryWriter *writer, QObject *parent = nullptr);

    bool isWritable() const override { return m_writer && !m_writer->isReadOnly(); }
    Result<DocumentContent> load(IncidentId incident) override { return loadDocument(m_reader, incident); }
    Result<std::vector<EventText>> texts(std::span<const EventId> events) override;
    Result<Event> event(EventId event) override;
    Result<Source> source(SourceId source) override;

    void addEvent(IncidentId incident, const Event &event, Answer answer) override;
    void updateEvent(const Event &before, const Event &after, Answer answer) override;
    void removeEvent(EventId event, Answer answer) override;
    void updateIncident(const Incident &before, const Incident &after, Answer answer) override;
    void decide(IncidentId incident, const Finding &finding, Answer answer) override;
    void addAction(IncidentId incident, const Action &action, Answer answer) override;
    void removeAction(const Action &action, Answer answer) override;

private:
    using Job = std::function<Status(Library &)>;
    /// Which stored event a provisional id became; only the writer's thread reads and writes it.
    using StoredIds = std::map<EventId, EventId>;
    /// The rows of added actions, by their uuid; only the writer's thread reads and writes it.
    using StoredActions = std::map<QUuid, ActionId>;

    struct Pending
    {
        std::future<Status> outcome;
        Answer answer;
    };

    void write(Job job, Answer answer);
    void deliver();

    Library &m_reader;
    LibraryWriter *m_writer;
    std::shared_ptr<StoredIds> m_storedIds = std::make_shared<StoredIds>();
    std::shared_ptr<StoredActions> m_storedActions = std::make_shared<StoredActions>();
    std::deque<Pending> m_pending;
    QTimer m_poll; ///< runs while something is pending: a future does not call back
};

} // namespace downtimeline
