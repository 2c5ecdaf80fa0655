-- Downtimeline library, format 2: full-text search over incidents and events.
--
-- The words stand in the tables themselves (external content). There are no triggers: whoever changes an indexed text
-- changes the search in the same transaction. After a change by hand, run
--     INSERT INTO event_search (event_search) VALUES ('rebuild');
--     INSERT INTO incident_search (incident_search) VALUES ('rebuild');

CREATE VIRTUAL TABLE event_search USING fts5 (title, detail, content = 'event', content_rowid = 'id');

CREATE VIRTUAL TABLE incident_search USING fts5 (
    title, service, summary, impact, root_cause, resolution, content = 'incident', content_rowid = 'id');

INSERT INTO event_search (event_search) VALUES ('rebuild');
INSERT INTO incident_search (incident_search) VALUES ('rebuild');
