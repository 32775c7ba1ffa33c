-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Talks that were recorded lie beside the messages.
ALTER TABLE messages ADD COLUMN talk INTEGER NOT NULL DEFAULT 0;

-- What each caller was told about being recorded and aired, when, and what they said to it.
ALTER TABLE past_calls ADD COLUMN notice TEXT NOT NULL DEFAULT '';
ALTER TABLE past_calls ADD COLUMN notice_at INTEGER;
ALTER TABLE past_calls ADD COLUMN consent TEXT NOT NULL DEFAULT '';
ALTER TABLE past_calls ADD COLUMN was_recorded INTEGER NOT NULL DEFAULT 0;
