// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_state.h"

namespace anteroom::calls {

/// What the file of a recorded talk is called: by its show and caller, and when it began where the desk
/// stands. `mark` tells those of two seats in the same second apart.
QString talkFile(const Message &talk, const QString &mark = {});

} // namespace anteroom::calls
