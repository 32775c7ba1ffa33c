// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/journal.h"

namespace anteroom::tests {

/// 2026-11-20 18:00:00 UTC plus so many seconds.
QDateTime at(int seconds);

/// A call with something in every field.
calls::Call fullCall(const QString &sid);
/// A call that has just been heard of.
calls::Call bareCall(const QString &sid);
/// An entry with something in every field.
calls::JournalEntry fullEntry();
/// The same, with only what that version of the schema knew.
calls::JournalEntry entryOfVersion(int version);

/// Both close-outs tell the same story.
bool same(const calls::CloseOutStatus &left, const calls::CloseOutStatus &right);

} // namespace anteroom::tests
