// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/auditions.h"

namespace anteroom::calls {

using namespace std::chrono_literals;

Auditions::Auditions(DeskCore &core) : m_core(core)
{
}

void Auditions::play(const Seat &seat, const SpokenText &text)
{
    Intent intent = m_core.openIntent(IntentKind::PlayToMe, {}, seat.name);
    intent.phone = seat.phone;
    m_core.book.put(intent);
    m_core.book.commit();
    RingPhone request;
    request.intent = intent.id;
    request.phone = seat.phone;
    request.line = m_core.book.line().number;
    request.ringSeconds = m_core.options.manners.ringSeconds;
    // A moment to bring the phone to the ear.
    request.whenAnswered = {Pause{1}, said({speakable(text.text), text.voice, text.language}), Pause{1},
                            HangUp{}};
    m_playing.insert(intent.id, request.whenAnswered);
    m_core.tasks.keep(ring(request, seat.name));
}

QCoro::Task<void> Auditions::ring(RingPhone request, QString seat)
{
    constexpr auto longestRing = 2min;
    const QString id = request.intent;
    co_await m_core.written();
    if (!m_core.book.intent(id) || m_core.stopping)
        co_return;
    const CarrierResult<QString> leg = co_await m_core.carrier.ringPhone(request);
    // Whatever became of it: it is not rung twice, and can be asked for again.
    m_core.book.settle(id);
    m_core.book.commit();
    if (!leg && leg.error().trouble != CarrierTrouble::Canceled) {
        const bool unclear = leg.error().trouble == CarrierTrouble::Unclear;
        Q_EMIT m_core.notice(seat, unclear
                                       ? tr("Whether your phone will ring is not known: the phone company's "
                                            "answer was lost. If it stays silent, try again.")
                                       : leg.error().sentence);
    }
    m_core.clock.after(longestRing, this, [this, id] { m_playing.remove(id); });
}

Steps Auditions::legAsks(const LegAsks &news) const
{
    return m_playing.value(news.intent, {HangUp{}});
}

} // namespace anteroom::calls
