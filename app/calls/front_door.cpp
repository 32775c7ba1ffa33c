// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/front_door.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

namespace {

constexpr int enoughProbes = 2;
constexpr int enoughContradictions = 3;
constexpr qint64 steady = 600; // seconds, after which an earlier failure counts no more

bool isPassingTrouble(CarrierTrouble trouble)
{
    return trouble == CarrierTrouble::NotSent || trouble == CarrierTrouble::Unclear ||
           trouble == CarrierTrouble::Limited;
}

} // namespace

FrontDoor::FrontDoor(DeskCore &core, ConnectionWatch &watch, Waits &waits)
    : m_core(core), m_watch(watch), m_waits(waits)
{
    connect(&watch, &ConnectionWatch::heard, this, &FrontDoor::heard);
    connect(&watch, &ConnectionWatch::wentDeaf, this, &FrontDoor::wentDeaf);
}

void FrontDoor::probed(bool reached)
{
    if (m_core.stopping || m_core.options.publicUrl.isEmpty())
        return;
    if (reached) {
        m_seenFromHere = true;
        m_failures = 0;
        m_contradictions = 0;
        ++m_successes;
        m_watch.noteProbe();
        if (!m_core.deaf)
            return;
        if (m_unannounced)
            return; // it comes back to us, and yet no news does: only news will tell
        if (m_successes < enoughProbes) {
            Q_EMIT doubted();
            return;
        }
        m_worksAgain = true;
        openWhenRested();
        return;
    }
    m_successes = 0;
    if (m_failures > 0 && m_watch.hasHeardSince(m_firstFailure)) {
        // The phone company has come in meanwhile. Once may be chance; else it is only from here that the
        // address cannot be seen.
        m_failures = 0;
        if (++m_contradictions >= enoughContradictions)
            m_seenFromHere = false;
    }
    if (m_failures++ == 0)
        m_firstFailure = m_core.clock.now();
    const bool counts = m_seenFromHere || m_watch.status().lastWebhook.isNull();
    if (!counts)
        return;
    m_worksAgain = false;
    m_unannounced = false; // the plainer reason, and its end can be seen
    if (m_core.deaf)
        return;
    if (m_failures < enoughProbes)
        Q_EMIT doubted();
    else
        shut();
}

void FrontDoor::wentDeaf()
{
    m_unannounced = m_failures == 0;
    shut();
    Q_EMIT doubted();
}

void FrontDoor::heard()
{
    m_unannounced = false;
    m_worksAgain = true;
    openWhenRested();
}

/// Who moves everybody to and fro does harm of its own: an address that fails again soon has to rest longer.
std::chrono::milliseconds FrontDoor::rest() const
{
    constexpr std::chrono::milliseconds longest = 5min;
    return std::min<std::chrono::milliseconds>(
        m_core.options.doorRests * (1 << (2 * std::min(m_relapses, 4))), longest);
}

void FrontDoor::shut()
{
    const QDateTime now = m_core.clock.now();
    m_relapses = m_turned.isValid() && m_turned.secsTo(now) < steady ? m_relapses + 1 : 0;
    m_turned = now;
    m_worksAgain = false;
    m_watch.noteDoor(now);
    m_core.carrier.setAskable(false);
    Q_EMIT m_core.notice({}, tr("The public address has failed. Callers are kept by the phone company, "
                                "everything still works; positions are not spoken until it is back."));
    m_waits.turn();
    m_core.tasks.keep(point());
    Q_EMIT turned();
}

void FrontDoor::openWhenRested()
{
    if (!m_core.deaf || m_core.stopping || !m_worksAgain)
        return;
    const std::chrono::milliseconds left =
        rest() - std::chrono::milliseconds(m_turned.msecsTo(m_core.clock.now()));
    if (left <= 0ms)
        return open();
    m_core.clock.after(left, this, [this] { openWhenRested(); });
}

void FrontDoor::open()
{
    m_turned = m_core.clock.now();
    m_failures = 0;
    m_unannounced = false;
    m_watch.noteDoor({});
    m_core.carrier.setAskable(true);
    Q_EMIT m_core.notice({}, tr("The public address works again; callers come in there as before."));
    m_waits.turn();
    m_core.tasks.keep(point());
    Q_EMIT turned();
    Q_EMIT doubted(); // one sign may deceive
}

/// Pointing a number twice does no harm, and two at once might end in either order.
QCoro::Task<void> FrontDoor::point()
{
    if (m_pointing) {
        m_pointAgain = true;
        co_return;
    }
    m_pointing = true;
    CarrierResult<void> result;
    do {
        m_pointAgain = false;
        const LineStatus line = m_core.book.line();
        result =
            co_await m_core.carrier.pointLine(line.number, line.open ? LineTarget::Desk : LineTarget::Closed);
    } while (m_pointAgain && !m_core.stopping);
    m_pointing = false;
    if (m_core.stopping)
        co_return;
    if (result) {
        m_pointings = 0;
        if (!m_core.deaf)
            m_watch.noteOpen();
    } else if (isPassingTrouble(result.error().trouble)) {
        pointLater();
    } else {
        Q_EMIT m_core.notice({}, result.error().sentence);
    }
}

void FrontDoor::pointLater()
{
    const std::chrono::milliseconds pause = 1s * (1 << std::min(m_pointings++, 5));
    m_core.clock.after(pause, this, [this] {
        if (!m_core.stopping)
            m_core.tasks.keep(point());
    });
}

} // namespace anteroom::calls
