-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What comes after the queue: how callers left it, whom somebody should call back, who was apologised to.

-- Every QueueResult of the call, each once, in order, one per line.
ALTER TABLE past_calls ADD COLUMN queue_results TEXT;

-- A caller's own treatment; NULL before this step: the closing-out's.
ALTER TABLE close_out_calls ADD COLUMN treatment TEXT;
ALTER TABLE close_out_calls ADD COLUMN text TEXT;
-- Whether the queue itself was deleted afterwards.
ALTER TABLE close_outs ADD COLUMN queue_deleted INTEGER;

CREATE TABLE missed_calls (
    sid TEXT PRIMARY KEY,
    line TEXT, name TEXT, number TEXT, city TEXT, region TEXT, country TEXT,
    at INTEGER, why TEXT, waited INTEGER, ended TEXT, ended_at INTEGER, apologised INTEGER
) WITHOUT ROWID;

-- One text per number and day (ISO 8601, where the desk stands); kept for a few days only.
CREATE TABLE apologies (
    number TEXT, day TEXT, at INTEGER, sid TEXT,
    PRIMARY KEY (number, day)
) WITHOUT ROWID;
