// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/queue_removal.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

QueueRemoval::QueueRemoval(DeskCore &core) : m_core(core)
{
}

void QueueRemoval::start()
{
    m_refusals = 0;
    look(++m_round);
}

bool QueueRemoval::isWanted(int round) const
{
    return round == m_round && !m_core.stopping && m_core.options.manners.deleteQueue &&
           !m_core.book.line().open && m_core.book.closeOut().phase == CloseOutStatus::Phase::Finished;
}

bool QueueRemoval::somebodyIsThere() const
{
    return std::ranges::any_of(m_core.book.calls(), [](const Call &call) {
        return call.state == CallState::Ringing || call.hearsMusic();
    });
}

void QueueRemoval::lookAfter(std::chrono::milliseconds pause, int round)
{
    m_core.clock.after(pause, this, [this, round] { look(round); });
}

void QueueRemoval::look(int round)
{
    if (!isWanted(round))
        return;
    if (somebodyIsThere())
        return lookAfter(5s, round);
    m_core.tasks.keep(remove(round));
}

QCoro::Task<void> QueueRemoval::remove(int round)
{
    constexpr int patience = 5;
    const CarrierResult<bool> gone = co_await m_core.carrier.deleteQueue(m_core.book.line().queue);
    if (gone && *gone) {
        if (isWanted(round))
            Q_EMIT removed();
    } else if (++m_refusals < patience) {
        lookAfter(15s, round);
    }
}

} // namespace anteroom::calls
