// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/call.h"
#include "simulator/rest/parameters.h"

namespace anteroom::simulator::rest {

/// The parameters of POST Calls (facts 3.6), with the refusals a bad one gets: 21201, 21205, 21211, 21218,
/// 32018 ...
Result<CreateCall> readCreateCall(const http::Form &form);

/// The parameters of POST Calls/{CA}.
Result<UpdateCall> readUpdateCall(const http::Form &form);

/// What calls and participants have in common: To, From, Timeout, callbacks, machine detection, recording.
void readLeg(Parameters &parameters, CreateCall &call);

} // namespace anteroom::simulator::rest
