// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/desk_state.h"

#include <algorithm>

namespace anteroom::calls {

const CloseOutCall *CloseOutStatus::find(const QString &sid) const
{
    const auto found = std::ranges::find(calls, sid, &CloseOutCall::sid);
    return found == calls.cend() ? nullptr : &*found;
}

} // namespace anteroom::calls
