-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Instants are milliseconds since 1970, UTC; NULL is "not known". Enumerations are words, so that a file can be read by
-- people and by a program whose enumerations have grown.

-- One row: how far the switchboard has come, and its line.
CREATE TABLE desk (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL DEFAULT 0,
    has_line INTEGER NOT NULL DEFAULT 0,
    line_number TEXT,
    queue TEXT,
    show_name TEXT,
    line_open INTEGER,
    close_out INTEGER
);
INSERT INTO desk (id) VALUES (1);

-- Calls in view: value is a CBOR map of all fields, see app/history/call_row.h.
CREATE TABLE calls (
    sid TEXT PRIMARY KEY,
    begun INTEGER,
    value BLOB
) WITHOUT ROWID;

-- What is asked of the phone company and not settled.
CREATE TABLE intents (
    id TEXT PRIMARY KEY,
    kind TEXT, sid TEXT, seat TEXT, leg TEXT, phone TEXT, room TEXT, begun INTEGER, answered INTEGER
) WITHOUT ROWID;

CREATE TABLE seat_phones (
    seat TEXT PRIMARY KEY,
    state TEXT, keep_on INTEGER, room TEXT, leg TEXT, since INTEGER, remark TEXT
) WITHOUT ROWID;

-- Every closing-out with its summary; begun names it, desk.close_out is the last one.
CREATE TABLE close_outs (
    begun INTEGER PRIMARY KEY,
    ended INTEGER, phase TEXT, treatment TEXT, text TEXT, sids TEXT, done INTEGER, failed INTEGER, total INTEGER
);
CREATE TABLE close_out_calls (
    close_out INTEGER, place INTEGER,
    sid TEXT, name TEXT, number TEXT, city TEXT, region TEXT, country TEXT, treated TEXT, remark TEXT,
    PRIMARY KEY (close_out, place)
) WITHOUT ROWID;

CREATE TABLE messages (
    recording TEXT PRIMARY KEY,
    sid TEXT, name TEXT, number TEXT, city TEXT, region TEXT, country TEXT,
    at INTEGER, seconds INTEGER, heard INTEGER, audio_file TEXT
) WITHOUT ROWID;

-- Every call that has ended, for ever.
CREATE TABLE past_calls (
    sid TEXT PRIMARY KEY,
    line TEXT, name TEXT, number TEXT, city TEXT, region TEXT, country TEXT,
    at INTEGER, ended INTEGER, outcome TEXT, waited INTEGER, talked INTEGER, recorded INTEGER, topic TEXT, notes TEXT
) WITHOUT ROWID;
CREATE INDEX past_calls_by_number ON past_calls (number, at);
CREATE INDEX past_calls_by_time ON past_calls (at);
