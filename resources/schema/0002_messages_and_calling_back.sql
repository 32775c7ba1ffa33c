-- SPDX-FileCopyrightText: 2026 The Anteroom developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a message was left for, what was noted about it, and whether somebody has deleted it a moment ago.
ALTER TABLE messages ADD COLUMN show_name TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN hang_up INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN for_next_show INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN deleted INTEGER;

-- Up to when the phone company was asked for messages of which nobody here had heard.
ALTER TABLE desk ADD COLUMN messages_sought INTEGER;

-- Calls that we have made are no calls of theirs.
ALTER TABLE past_calls ADD COLUMN outbound INTEGER NOT NULL DEFAULT 0;
