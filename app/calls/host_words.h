// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"
#include "calls/host_call.h"

namespace anteroom::calls {

// What a host hears on the telephone. Names and places are callers' own: spoken, never markup.

QString numberPrompt();
QString pinPrompt();
QString hostGoodbye();
QString statusWords(const HostView &view);
QString menuPrompt(const HostTurn &turn);
QString movingOnPrompt(const HostTurn &turn);
QString closeOutPrompt(const HostView &view);
QString withSaid(const HostCall &call, const QString &prompt);

/// "Priya Raman from Austin".
QString spokenCaller(const Caller &caller);
/// The same, "waiting 4 minutes".
QString spokenWaiting(const Caller &caller, qint64 seconds);
QString lockedWords(qint64 seconds);
QString ringsLockedWords(qint64 seconds);

} // namespace anteroom::calls
