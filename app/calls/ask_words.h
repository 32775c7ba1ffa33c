// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask_plan.h"
#include "calls/call.h"

namespace anteroom::calls {

// What a phone on the list is told. Placeholders, filled in from the call: {name}, {number}, {place}, and in
// texts {take}, {voicemail}, {thank}, {later}: what to answer, with the call's number where one is needed.

/// Name, else number, else "Unknown".
QString nameForAsking(const Caller &caller);
/// City and state, else country, else "Unknown".
QString placeForAsking(const Caller &caller);

/// `number` 0: only this call is asked about. The number is always in the text, whatever the wording.
QString textFor(const Caller &caller, int number, const AskPlan &plan);
QString spokenFor(const Caller &caller, const AskPlan &plan);
/// "TAKE 2, VM 2, THANK 2 or LATER 2": what may be answered; `number` 0: without one.
QString answersFor(int number, const AskPlan &plan);

} // namespace anteroom::calls
