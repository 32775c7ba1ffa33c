// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/line_times.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenLooks = 5s;
constexpr qint64 betweenTries = 60;     // seconds
constexpr qint64 untilQueueExists = 10; // seconds
// We turn new callers away by our own count. Whoever is put back, or comes back from hearing a text, must fit
// in all the same.
constexpr int roomToReturn = 20;
constexpr int largestQueue = 5000;
constexpr int usualQueue = 1000; // what the phone company begins with

} // namespace

LineTimes::LineTimes(DeskCore &core, Moves &moves) : m_core(core), m_moves(moves)
{
}

void LineTimes::start()
{
    m_started = true;
    look();
    lookSoon();
}

void LineTimes::mannersChanged()
{
    m_limitAsked.clear();
    if (m_started && !m_core.stopping)
        look();
}

void LineTimes::lookSoon()
{
    m_core.clock.after(betweenLooks, this, [this] {
        if (m_core.stopping)
            return;
        look();
        lookSoon();
    });
}

void LineTimes::look()
{
    lookAtHours();
    lookAtWaits();
    lookAtQueues();
    m_core.book.commit();
}

void LineTimes::lookAtHours()
{
    LineStatus line = m_core.book.line();
    line.withinHours = m_core.options.manners.hours.isOpenAt(m_core.clock.now());
    m_core.book.put(line);
}

void LineTimes::lookAtWaits()
{
    m_sentAway.removeIf([this](const auto &entry) { return !m_core.book.find(entry.key()); });
    const LineManners &manners = m_core.options.manners;
    if (manners.longestWaitMinutes <= 0)
        return;
    const QDateTime now = m_core.clock.now();
    const qint64 longest = qint64{manners.longestWaitMinutes} * 60;
    for (const Call &call : m_core.book.calls().values()) {
        if (call.state != CallState::Waiting || m_core.book.intentOf(call.sid) ||
            call.arrival.secsTo(now) < longest)
            continue;
        if (const QDateTime tried = m_sentAway.value(call.sid);
            tried.isValid() && tried.secsTo(now) < betweenTries)
            continue; // it was refused for now
        m_sentAway.insert(call.sid, now);
        const QString words = filled(manners.waitOver.text, {{u"show"_s, m_core.book.line().showName}});
        const bool message = manners.afterLongestWait == AfterLongestWait::Voicemail;
        m_moves.begin(message ? IntentKind::SendToVoicemail : IntentKind::Thank, call.sid, {}, words);
    }
}

void LineTimes::lookAtQueues()
{
    const int most = m_core.options.manners.mostWaiting;
    const QDateTime now = m_core.clock.now();
    const QStringList queues = m_core.queues();
    for (const QString &queue : queues) {
        if (most <= 0 && !m_limits.contains(queue))
            continue; // never limited by us: whatever it is, stays
        const int wanted = most > 0 ? std::min(most + roomToReturn, largestQueue) : usualQueue;
        const QDateTime asked = m_limitAsked.value(queue);
        const bool due = !asked.isValid() || asked.secsTo(now) >= untilQueueExists;
        if (m_limits.value(queue) == wanted || !due)
            continue;
        m_limitAsked.insert(queue, now);
        m_core.tasks.keep(limit(queue, wanted));
    }
}

QCoro::Task<void> LineTimes::limit(QString queue, int most)
{
    const CarrierResult<bool> done = co_await m_core.carrier.limitQueue(queue, most);
    if (done && *done) // a queue that is not there yet is created by its first caller; asked again then
        m_limits.insert(queue, most);
}

} // namespace anteroom::calls
