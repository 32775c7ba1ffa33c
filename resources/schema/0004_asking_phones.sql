-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nobody at the desk: callers are announced to phones only.
ALTER TABLE desk ADD COLUMN desk_left INTEGER;

-- Which phones have been asked about which call; who is a CBOR list of them, see app/history/ask_row.h.
CREATE TABLE asks (
    sid TEXT PRIMARY KEY,
    number INTEGER, caller TEXT, due INTEGER, gone INTEGER, over INTEGER, who BLOB
) WITHOUT ROWID;

-- Texts that have been dealt with, for a few days: none counts twice.
CREATE TABLE heard_texts (
    sid TEXT PRIMARY KEY,
    at INTEGER
) WITHOUT ROWID;

-- Phones that texts cannot reach.
CREATE TABLE text_refusals (
    number TEXT PRIMARY KEY,
    since INTEGER
) WITHOUT ROWID;
