-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What listeners write to the line; answers is a CBOR list, see app/history/answer_row.h.
CREATE TABLE listener_texts (
    sid TEXT PRIMARY KEY,
    number TEXT, name TEXT, body TEXT, at INTEGER, read INTEGER, marked INTEGER, answers BLOB
) WITHOUT ROWID;
