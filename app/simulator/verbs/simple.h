// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/activity.h"

namespace anteroom::simulator {

/// Say, Play, Pause, Redirect, Hangup, Reject, Leave, Message and Sms.
std::unique_ptr<Activity> makeSimple(Run &run, const twiml::Element &verb);

} // namespace anteroom::simulator
