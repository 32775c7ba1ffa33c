-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Wrong PINs, by person and by phone: a door that is closed stays closed over a restart.
CREATE TABLE pin_errors (
    who TEXT PRIMARY KEY,
    errors INTEGER, at INTEGER, locked_until INTEGER
) WITHOUT ROWID;
