// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/carrier.h"

namespace anteroom::calls {

using namespace Qt::StringLiterals;

bool LegStatus::isOver() const
{
    return status == "completed"_L1 || status == "busy"_L1 || status == "failed"_L1 ||
           status == "no-answer"_L1 || status == "canceled"_L1;
}

} // namespace anteroom::calls
