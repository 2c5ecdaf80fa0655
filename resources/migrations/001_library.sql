-- Downtimeline library, format 1: what was read and what its owner made of it.
--
-- Times named *_at or "at" are UTC microseconds since 1970-01-01. Lengths and shifts are microseconds, offsets are
-- seconds east of UTC. Texts are UTF-8; NULL means that nothing was stated. A uuid is 16 bytes, most significant first.
-- Rows of source, event, series, sample_chunk and so on live and die with their incident.

-- needs_program: the first version of the program that can read this format.
CREATE TABLE property (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO property VALUES ('needs_program', '0.1.0');

-- One disruption under review. A stated time is kept as it was written:
--   *_at      the instant it names, NULL while its date is not known
--   *_marks   NULL: no time was stated; else bits as in event.marks (precision, zone origin, known parts)
--   *_text    the words of the source;  *_zone  the zone as written;  *_offset  seconds east of UTC, NULL: not stated
--   *_parts   the written parts "year,month,day,hour,minute,second,microsecond" (empty: missing) where they do not
--             follow from *_at, *_offset and *_marks
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    title TEXT,
    severity INTEGER CHECK (severity BETWEEN 1 AND 5), -- 1 is the worst
    status TEXT,
    service TEXT,
    summary TEXT,
    impact TEXT,
    root_cause TEXT,
    resolution TEXT,
    started_at INTEGER,
    started_marks INTEGER,
    started_text TEXT,
    started_zone TEXT,
    started_offset INTEGER,
    started_parts TEXT,
    ended_at INTEGER,
    ended_marks INTEGER,
    ended_text TEXT,
    ended_zone TEXT,
    ended_offset INTEGER,
    ended_parts TEXT,
    utc_offset INTEGER, -- of the timeline
    zone TEXT,          -- of the timeline, as written
    authors TEXT NOT NULL DEFAULT '[]' -- a JSON array of texts
) STRICT;

-- The kept bytes of a document, once for all sources that were read from it.
CREATE TABLE source_text (
    sha256 TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A file or a paste that was read into an incident.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    name TEXT NOT NULL,   -- the file's name without its folder
    format TEXT NOT NULL, -- the reader's key: "postmortem", "events", "metrics"
    sha256 TEXT NOT NULL, -- of the bytes, 64 lower case hex digits; empty where it was not taken
    size INTEGER NOT NULL,
    clock_shift INTEGER NOT NULL DEFAULT 0, -- to be added to the times of its events and samples
    illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)), -- 1: it says that its figures are made up
    has_text INTEGER NOT NULL DEFAULT 0 CHECK (has_text IN (0, 1)) -- 1: its bytes stand in source_text
) STRICT;

CREATE INDEX source_of_incident ON source (incident_id);
CREATE INDEX source_by_name ON source (name);

-- Something that happened, as one source tells it. incident_id refers to incident, source_id to source; NULL: the user
-- wrote the event. Neither is declared: for a million events the look at the parent row would cost a tenth of their
-- import. Whoever removes an incident or a source removes its events first.
--   kind   0 outage, 1 alert, 2 detection, 3 acknowledgement, 4 escalation, 5 investigation, 6 deploy, 7 rollback,
--          8 restart, 9 mitigation, 10 recovery, 11 communication, 12 note
--   marks  bits  0-1  progress: 0 unstated, 1 begins, 2 completes, 3 fails
--          bit   2    starred          bit 3  hidden
--          bits  4-6  precision: 0 exact, 1 approximate, 2 hour, 3 day, 4 unknown
--          bits  7-9  where the offset came from: 0 nowhere, 1 line, 2 header, 3 document, 4 user, 5 assumed
--          bits 10-11 where length came from: 0 none, 1 written, 2 record, 3 user
--          bits 12-16 which parts of the time were written: year, month, day, clock, seconds
--   time_* as in incident. origin: how a second reading of the source knows the event again, where the user has
--          changed what it would be known by.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL,
    source_id INTEGER,
    uuid BLOB NOT NULL,
    at INTEGER, -- NULL while its date is not known
    length INTEGER,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 12),
    marks INTEGER NOT NULL,
    line INTEGER, -- in the source, from 1
    certainty REAL NOT NULL, -- of the kind, 0 to 1
    time_offset INTEGER,
    title TEXT,
    detail TEXT,
    time_text TEXT,
    time_zone TEXT,
    record_id TEXT, -- the id that the source itself gives the record
    actor TEXT,
    service TEXT,
    note TEXT, -- the presenter's
    time_parts TEXT,
    origin TEXT
) STRICT;

-- All that a timeline needs of an incident, in the order of time.
CREATE INDEX event_by_time ON event (incident_id, at, length, kind, marks);
-- Where an incident's impact begins, for the list of incidents.
CREATE INDEX event_outage ON event (incident_id, at, length) WHERE kind = 0;

-- Events of sources that the user removed; a second reading does not bring them back.
CREATE TABLE removed_event (
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    source_name TEXT NOT NULL,
    origin TEXT NOT NULL,
    uuid BLOB NOT NULL,
    PRIMARY KEY (incident_id, source_name, origin, uuid)
) STRICT, WITHOUT ROWID;

-- A metric over time.
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    source_id INTEGER REFERENCES source ON DELETE CASCADE,
    uuid BLOB NOT NULL,
    name TEXT NOT NULL,
    measure INTEGER NOT NULL CHECK (measure BETWEEN 0 AND 3), -- 0 other, 1 traffic, 2 response time, 3 error rate
    unit TEXT
) STRICT;

CREATE INDEX series_of_incident ON series (incident_id);
CREATE INDEX series_of_source ON series (source_id);

-- Up to 4096 samples of one series in the order of time; chunks of a series do not overlap.
-- body, all numbers little endian:
--   byte 0      form of the values: 0 bytes shuffled, 1 decimal
--   byte 1      decimal: how many digits stand behind the point, 0 to 9
--   bytes 2-5   length of the rest before it was packed with zstd
--   rest, zstd: the times as varints of zigzag numbers: first time, first step, then each step minus the one before;
--               then the values: decimal: zigzag varints of the scaled value minus the one before;
--               shuffled: the first bytes of all IEEE 754 doubles, then all second bytes, and so on
CREATE TABLE sample_chunk (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    count INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (series_id, first_at)
) STRICT;

-- What every 64 samples of a chunk span, for charts: a body as in sample_chunk, of four samples for each 64: at the time
-- of the first its value, then the smallest value; at the time of the last the largest value, then its own.
CREATE TABLE sample_pyramid (
    chunk_id INTEGER PRIMARY KEY REFERENCES sample_chunk ON DELETE CASCADE,
    entries BLOB NOT NULL
) STRICT;

-- What a document says of the traffic in words.
CREATE TABLE traffic_claim (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    source_id INTEGER REFERENCES source ON DELETE CASCADE,
    percent REAL NOT NULL, -- of the usual traffic
    anchor INTEGER NOT NULL CHECK (anchor IN (0, 1)),   -- 0: at the event of the same line, 1: when the impact starts
    derived INTEGER NOT NULL CHECK (derived IN (0, 1)), -- 1: from other words
    words TEXT NOT NULL,
    line INTEGER NOT NULL
) STRICT;

CREATE INDEX traffic_claim_of_incident ON traffic_claim (incident_id);
CREATE INDEX traffic_claim_of_source ON traffic_claim (source_id);

-- What is to be done so that it does not happen again.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    source_id INTEGER REFERENCES source ON DELETE CASCADE,
    uuid BLOB NOT NULL,
    text TEXT NOT NULL,
    owner TEXT,
    due TEXT, -- as written, an ISO date where it could be read as one
    state INTEGER NOT NULL CHECK (state IN (0, 1)), -- 0 open, 1 done
    line INTEGER NOT NULL,
    origin TEXT NOT NULL -- the text as it was read
) STRICT;

CREATE INDEX action_of_incident ON action (incident_id);
CREATE INDEX action_of_source ON action (source_id);

-- Facts that cannot all be true. key: rule and facts; the decision on it survives a second reading.
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    source_id INTEGER REFERENCES source ON DELETE CASCADE,
    rule TEXT NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    message TEXT NOT NULL,
    lines TEXT NOT NULL, -- a JSON array of line numbers
    decision INTEGER NOT NULL CHECK (decision BETWEEN 0 AND 2), -- 0 open, 1 settled, 2 dismissed
    UNIQUE (incident_id, key)
) STRICT;

CREATE INDEX finding_of_source ON finding (source_id);

-- Stated durations that fit the timeline.
CREATE TABLE explained (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
    source_id INTEGER REFERENCES source ON DELETE CASCADE,
    text TEXT NOT NULL,
    from_text TEXT NOT NULL,
    to_text TEXT NOT NULL,
    line INTEGER NOT NULL
) STRICT;

CREATE INDEX explained_of_incident ON explained (incident_id);
CREATE INDEX explained_of_source ON explained (source_id);

-- For people who query the file: events with readable times and words.
CREATE VIEW readable_event AS
SELECT event.id, incident.title AS incident,
    strftime('%Y-%m-%dT%H:%M:%fZ', (event.at + coalesce(source.clock_shift, 0)) / 1e6, 'unixepoch') AS at_utc,
    event.length / 1e6 AS length_seconds,
    CASE event.kind WHEN 0 THEN 'outage' WHEN 1 THEN 'alert' WHEN 2 THEN 'detection' WHEN 3 THEN 'acknowledgement'
        WHEN 4 THEN 'escalation' WHEN 5 THEN 'investigation' WHEN 6 THEN 'deploy' WHEN 7 THEN 'rollback'
        WHEN 8 THEN 'restart' WHEN 9 THEN 'mitigation' WHEN 10 THEN 'recovery' WHEN 11 THEN 'communication'
        ELSE 'note' END AS kind,
    event.title, event.detail, event.time_text, event.actor, event.service, source.name AS source, event.line
FROM event JOIN incident ON incident.id = event.incident_id LEFT JOIN source ON source.id = event.source_id;
