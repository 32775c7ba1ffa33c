// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"
#include "calls/host_call.h"

namespace anteroom::calls {

// What the book says about the queue, to a host on the telephone.

/// Who waits, by our order; without those who are on their way out.
QStringList hostQueue(const DeskBook &book);
/// Whom the host talks to, or talked to last and who waits again; null when there is nothing to be done with
/// them any more.
const Call *callerOf(const DeskBook &book, const HostCall &call);
HostView hostView(const DeskCore &core, const HostCall &call);

} // namespace anteroom::calls
