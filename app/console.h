// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/options.h"

namespace anteroom {

/// Opens the window on a desk and runs until it is closed. Answers the exit code.
int runConsole(int &argc, char **argv, const desk::Options &options);

} // namespace anteroom
