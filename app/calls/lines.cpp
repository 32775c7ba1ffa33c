// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/lines.h"

namespace anteroom::calls {

Lines::Lines(DeskCore &core) : m_core(core)
{
}

QCoro::Task<void> Lines::set(QString seat, bool open)
{
    constexpr int attempts = 3; // pointing a number twice does no harm
    const int wish = ++m_wish;
    LineStatus line = m_core.book.line();
    line.open = open;
    m_core.book.put(line);
    m_core.book.commit();
    const LineTarget target = open ? LineTarget::Desk : LineTarget::Closed;
    CarrierResult<void> result;
    for (int attempt = 0; attempt < attempts && wish == m_wish; ++attempt) {
        result = co_await m_core.carrier.pointLine(line.number, target);
        if (result || result.error().trouble != CarrierTrouble::Unclear || m_core.stopping)
            break;
    }
    if (result || wish != m_wish || result.error().trouble == CarrierTrouble::Canceled)
        co_return;
    if (open) {
        line = m_core.book.line();
        line.open = false;
        m_core.book.put(line);
        m_core.book.commit();
        Q_EMIT m_core.notice(seat,
                             tr("The line could not be opened: callers still hear that it is closed. %1")
                                 .arg(result.error().sentence));
    } else {
        Q_EMIT m_core.notice(
            seat, tr("New callers are turned away by this desk, but the phone company could not be told "
                     "that the line is closed. Keep Anteroom running, and close the line again. %1")
                      .arg(result.error().sentence));
    }
}

} // namespace anteroom::calls
