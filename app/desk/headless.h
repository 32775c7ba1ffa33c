// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/options.h"

namespace anteroom::desk {

/// Runs a desk without a window until SIGTERM or SIGINT; in rehearsal prints the live queue. Answers the exit
/// code. Needs a QCoreApplication.
int runHeadless(const Options &options);
/// Does one thing and ends: releases the number, adds, lists or removes a seat. Answers the exit code. Needs
/// a QCoreApplication.
int runTask(const Options &options);

} // namespace anteroom::desk
