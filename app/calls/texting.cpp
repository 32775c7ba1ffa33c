// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/texting.h"

namespace anteroom::calls {

Texting::Texting(DeskCore &core) : m_core(core)
{
}

QCoro::Task<CarrierResult<void>> Texting::send(QString to, QString body)
{
    Intent intent = m_core.openIntent(IntentKind::SendText, {}, {});
    intent.phone = to;
    m_core.book.put(intent);
    co_await m_core.written();
    if (m_core.stopping) // settled at the next start, where the list tells whether it went out
        co_return std::unexpected(CarrierError{CarrierTrouble::Canceled, 0, {}});
    const QString line = m_core.book.line().number;
    CarrierResult<void> sent = co_await m_core.carrier.sendText(to, line, body);
    if (!sent && sent.error().trouble == CarrierTrouble::Canceled)
        co_return sent;
    m_core.book.settle(intent.id);
    m_core.book.commit();
    co_return sent;
}

bool Texting::refuses(const QString &number) const
{
    constexpr qint64 refusalHolds = 30; // days: numbers get registered, and phones change hands
    const QDateTime since = m_core.book.refusesTextsSince(number);
    return since.isValid() && since.daysTo(m_core.clock.now()) < refusalHolds;
}

void Texting::tell(const QString &to, const QString &body)
{
    if (!m_core.stopping && !body.isEmpty() && m_core.options.manners.textsOn)
        m_core.tasks.keep(tellNow(to, body));
}

QCoro::Task<void> Texting::tellNow(QString to, QString body)
{
    const CarrierResult<void> sent = co_await send(to, body);
    if (!sent && sent.error().lasting) {
        m_core.book.put(TextRefusal{to, m_core.clock.now()});
        m_core.book.commit();
    }
}

} // namespace anteroom::calls
