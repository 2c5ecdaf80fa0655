-- Downtimeline library, format 3: the persons whose names are replaced by their roles where names are hidden.
--
-- Nothing that was read is changed by these tables: incidents and events keep the words of their sources.
--   names  a JSON array of texts: full name, short forms, chat id, handle, e-mail; the first is the one that is listed
--   role   for example "on-call engineer"; NULL: not told

-- The user's own list, for all incidents. position: persons of one role are told apart by their order.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    names TEXT NOT NULL,
    role TEXT
) STRICT;

-- Whom the sources of an incident name as users, for example the list of users in an export of a chat.
CREATE TABLE incident_person (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    names TEXT NOT NULL,
    role TEXT
) STRICT;

CREATE INDEX incident_person_of_incident ON incident_person (incident_id);
