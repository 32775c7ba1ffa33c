// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/time_book.h"

#include <algorithm>

namespace anteroom::history {

TimeSpent TimeBook::note(const calls::Call &call)
{
    auto found = m_pages.find(call.sid);
    if (found == m_pages.end()) {
        if (call.state == calls::CallState::Ringing)
            return {}; // spends nothing, so what follows can begin the page: most calls of a rush only ring
        found = m_pages.insert(call.sid, {});
    }
    Page &page = *found;
    if (page.state == call.state && page.since == call.stateSince)
        return page.spent;
    if (page.since.isValid() && call.stateSince.isValid()) {
        // The system clock may have been set back meanwhile.
        const auto stretch = std::max<qint64>(0, page.since.msecsTo(call.stateSince));
        if (page.state == calls::CallState::Waiting || page.state == calls::CallState::Connecting)
            page.spent.waited += stretch;
        else if (page.state == calls::CallState::Connected)
            page.spent.talked += stretch;
        else if (page.state == calls::CallState::LeavingMessage)
            page.spent.recorded += stretch;
    }
    page.state = call.state;
    page.since = call.stateSince;
    return page.spent;
}

void TimeBook::resume(const calls::Call &call, const TimeSpent &spent)
{
    m_pages.insert(call.sid, Page{call.state, call.stateSince, spent});
}

} // namespace anteroom::history
