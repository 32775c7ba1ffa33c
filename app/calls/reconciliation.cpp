// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/reconciliation.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Reconciliation::Reconciliation(DeskCore &core, CallerNews &news, Phones &phones, Pulls &pulls, Waits &waits,
                               CallBacks &callBacks, ConnectionWatch &watch)
    : m_core(core),
      m_news(news),
      m_phones(phones),
      m_pulls(pulls),
      m_waits(waits),
      m_callBacks(callBacks),
      m_watch(watch)
{
}

void Reconciliation::start()
{
    m_core.tasks.keep(lookBackAtStart()); // first: news of the poll would look like signs of life
    m_core.tasks.keep(poll());
}

QCoro::Task<QDateTime> Reconciliation::lastSignOfLife()
{
    QDateTime latest;
    const auto take = [&latest](const QDateTime &moment) {
        if (moment.isValid() && (!latest.isValid() || latest < moment))
            latest = moment;
    };
    for (const Call &call : m_core.book.calls())
        take(call.stateSince);
    for (const SeatPhone &phone : m_core.book.phones())
        take(phone.since);
    const QList<PastCall> past = co_await m_core.log.pastCalls({}, 1);
    for (const PastCall &call : past)
        take(call.at);
    co_return latest;
}

QCoro::Task<void> Reconciliation::lookBackAtStart()
{
    constexpr qint64 longest = 7; // days; who called before that has given up
    const QDateTime now = m_core.clock.now();
    m_lookedBack = now;
    const QDateTime alive = co_await lastSignOfLife();
    if (alive.isValid() && !m_core.stopping)
        co_await lookBack(std::max(alive, now.addDays(-longest)));
}

QCoro::Task<void> Reconciliation::lookBack(QDateTime since)
{
    const CarrierResult<QList<LegStatus>> calls =
        co_await m_core.carrier.callsTo(m_core.book.line().number, since);
    const QList<LegStatus> found = calls.value_or(QList<LegStatus>());
    for (const LegStatus &call : found) {
        if (m_core.stopping)
            co_return;
        if (!call.inbound || !call.isOver() || m_core.book.isOver(call.sid) || m_core.book.find(call.sid))
            continue;
        m_core.book.noteOver(call.sid);
        co_await m_news.recordPast(call);
    }
}

std::chrono::milliseconds Reconciliation::pause() const
{
    const bool busy =
        std::ranges::any_of(m_core.book.calls(), [](const Call &call) { return !call.hasEnded(); }) ||
        !m_core.book.intents().isEmpty();
    const SwitchboardOptions &options = m_core.options;
    std::chrono::milliseconds pause = busy ? options.pollBusy : options.pollIdle;
    // Nobody tells that the key was pressed, and two people wait for it.
    if (!m_watch.hearsWebhooks() && isMoving())
        pause = std::min(pause, options.pollMoving);
    // What the phone company cannot answer it should not be asked all the time.
    constexpr std::chrono::milliseconds longest = 5s;
    constexpr int untilSlower = 3;
    const int slower = std::clamp(m_failures - untilSlower, 0, 5);
    return std::min(std::max(longest, pause), pause * (1 << slower));
}

bool Reconciliation::isMoving() const
{
    return std::ranges::any_of(m_core.book.intents(), [](const Intent &intent) {
        return intent.kind != IntentKind::SendText && intent.kind != IntentKind::AskPhone &&
               intent.kind != IntentKind::RenewWait;
    });
}

void Reconciliation::pollSoon()
{
    const std::chrono::milliseconds wait = pause();
    m_watch.notePause(wait);
    pollAt(m_core.clock.now().addMSecs(wait.count()));
}

void Reconciliation::hurry()
{
    const QDateTime due = m_core.clock.now().addMSecs(pause().count());
    if (m_due.isValid() && due < m_due)
        pollSoon();
}

void Reconciliation::lookNow()
{
    if (m_due.isValid())
        pollAt(m_core.clock.now());
}

void Reconciliation::pollAt(const QDateTime &due)
{
    m_due = due;
    const std::chrono::milliseconds wait(std::max<qint64>(0, m_core.clock.now().msecsTo(due)));
    if (!m_core.stopping)
        m_core.clock.after(wait, this, [this, due] {
            if (m_core.stopping || m_due != due)
                return;
            m_due = {};
            m_core.tasks.keep(poll());
        });
}

QCoro::Task<void> Reconciliation::poll()
{
    const QDateTime begun = m_core.clock.now();
    QList<QueueMembers> lists;
    bool complete = true;
    const QStringList queues = queuesNow();
    for (const QString &queue : queues) {
        const QDateTime asked = m_core.clock.now();
        const CarrierResult<WaitingList> list = co_await m_core.carrier.waiting(queue);
        if (m_core.stopping)
            co_return;
        if (!list) {
            m_watch.noteFailure(list.error());
            ++m_failures;
            complete = false;
            break;
        }
        m_failures = 0;
        if (queue == m_core.book.line().queue)
            m_queueExists = list->queueExists;
        m_watch.noteAnswer(int(asked.msecsTo(m_core.clock.now())));
        lists.append({queue, list->members});
    }
    if (complete) {
        listens(lists);
        compare(lists, begun);
        constexpr qint64 outage = 60; // seconds; also how often is looked where nobody tells us
        const bool wasAway = m_lastList.isValid() && m_lastList.secsTo(begun) >= outage;
        const bool isTime = !m_watch.hearsWebhooks() && m_lookedBack.secsTo(begun) >= outage;
        if (wasAway || isTime) {
            const QDateTime since = wasAway ? m_lastList : m_lookedBack;
            m_lookedBack = begun;
            m_core.tasks.keep(lookBack(since.addSecs(-2 * outage)));
        }
        m_lastList = begun;
    }
    for (const SeatPhone &phone : m_core.book.phones()) {
        const bool due = phone.since.secsTo(m_core.clock.now()) > (m_watch.hearsWebhooks() ? 20 : 1);
        if (phone.state != PhoneState::Down && due)
            m_core.tasks.keep(m_phones.check(phone.seat));
    }
    m_core.book.commit();
    pollSoon();
}

QStringList Reconciliation::queuesNow()
{
    constexpr int emptyOnesEvery = 4; // a queue that nobody is known to stand in is looked at less often
    const bool all = m_polls++ % emptyOnesEvery == 0;
    QStringList queues = m_core.queues();
    if (!all)
        queues.removeIf([this](const QString &queue) {
            return queue != m_core.book.line().queue &&
                   std::ranges::none_of(m_core.book.calls(), [&](const Call &call) {
                       return !call.hasEnded() && queueOf(call, m_core.book.line()) == queue;
                   });
        });
    return queues;
}

void Reconciliation::compare(const QList<QueueMembers> &lists, const QDateTime &begun)
{
    constexpr double step = 0.01;
    m_members.clear();
    for (const auto &[queue, members] : lists) {
        QDateTime before;
        double place = 0;
        for (const WaitingMember &member : members) {
            place = member.enqueued == before ? place + step : 0;
            before = member.enqueued;
            m_members.insert(member.sid, {member.enqueued, place, queue});
            memberSeen(member.sid, begun);
            m_waits.seen(member, begun);
        }
    }
    m_waits.listEnds(begun);
    for (const Call &call : m_core.book.calls().values()) {
        if (call.hasEnded() || call.isPlanned() || m_members.contains(call.sid))
            continue;
        // What changed while the list was on its way is newer than the list.
        if (call.stateSince < begun && isDue(call))
            wonder(call.sid);
    }
    // What is remembered of calls that are gone
    const auto forgotten = [&](const auto &entry) { return !m_core.book.find(entry.key()); };
    m_lastAsked.removeIf(forgotten);
    m_missing.removeIf(forgotten);
    m_against.removeIf([this](const auto &entry) { return !m_members.contains(entry.key()); });
}

bool Reconciliation::isDue(const Call &call) const
{
    if (call.hearsMusic())
        return true; // it should have been in the list
    const QDateTime last = m_lastAsked.value(call.sid, call.stateSince);
    const qint64 every = m_watch.hearsWebhooks() ? 20 : 2; // seconds
    const bool alone =
        call.state == CallState::Connected && m_core.book.phone(call.seat).state != PhoneState::InStudio;
    return alone || last.secsTo(m_core.clock.now()) >= every;
}

void Reconciliation::memberSeen(const QString &sid, const QDateTime &begun)
{
    m_missing.remove(sid);
    const Call *call = m_core.book.find(sid);
    if (!call) {
        if (!m_core.book.isOver(sid))
            wonder(sid);
        return;
    }
    if (call->hasEnded() || call->stateSince >= begun || m_core.book.intentOf(sid))
        return;
    if (contradicts(*call))
        return;
    if (call->state == CallState::Connected)
        return m_pulls.seenInQueue(sid);
    if (call->state == CallState::Ringing || call->state == CallState::LeavingMessage) {
        TurnDetails details;
        const Member member = m_members.value(sid);
        details.enqueued = member.enqueued;
        details.place = member.place;
        m_core.turn(sid, turns::seenWaiting, details);
    }
    if (call->caller == Caller() && !m_lastAsked.contains(sid))
        wonder(sid);
}

/// A list may lag behind a move for a moment: one alone is no reason to believe it.
bool Reconciliation::contradicts(const Call &call)
{
    constexpr int inARow = 2;
    constexpr qint64 lag = 3; // seconds
    if (call.state != CallState::Connected && call.state != CallState::LeavingMessage) {
        m_against.remove(call.sid);
        return false;
    }
    return ++m_against[call.sid] < inARow || call.stateSince.secsTo(m_core.clock.now()) < lag;
}

/// Callers whom no webhook has announced, in one list after the other: the address that the phone company was
/// given leads nowhere.
void Reconciliation::listens(const QList<QueueMembers> &lists)
{
    constexpr int enough = 2;
    if (!m_lastList.isValid())
        return; // who waited before this start was announced to another
    const bool untold = std::ranges::any_of(lists, [this](const QueueMembers &list) {
        return std::ranges::any_of(list.members, [this](const WaitingMember &member) {
            return !m_members.contains(member.sid) && !m_core.book.find(member.sid) &&
                   !m_core.book.isOver(member.sid);
        });
    });
    if (m_watch.hasHeardSince(m_lastList) || !m_watch.expectsNews())
        m_untold = 0;
    if (!untold || !m_watch.expectsNews())
        return;
    if (++m_untold < enough)
        Q_EMIT foundUntold();
    else
        m_watch.noteDeaf();
}

void Reconciliation::wonder(const QString &sid)
{
    constexpr int lanes = 4;
    if (m_asking.contains(sid))
        return;
    m_asking.insert(sid);
    m_questions.append(sid);
    if (m_lanes < lanes)
        m_core.tasks.keep(lane());
}

QCoro::Task<void> Reconciliation::lane()
{
    ++m_lanes;
    while (!m_questions.isEmpty() && !m_core.stopping) {
        const QString sid = m_questions.takeFirst();
        co_await ask(sid);
        m_asking.remove(sid);
    }
    --m_lanes;
}

QCoro::Task<void> Reconciliation::ask(QString sid)
{
    const CarrierResult<LegStatus> status = co_await m_core.carrier.status(sid);
    if (status) {
        learned(sid, *status);
        co_return;
    }
    if (status.error().trouble == CarrierTrouble::Gone) {
        if (m_core.book.find(sid))
            m_news.over(sid, {});
        co_return;
    }
    // Better a row without a name than a caller nobody sees; the next poll asks again.
    if (m_members.contains(sid) && !m_core.book.find(sid) && !m_core.book.isOver(sid)) {
        const Member member = m_members.value(sid);
        m_news.adopt(sid, {}, {}, member.enqueued, member.queue);
        TurnDetails details;
        details.enqueued = member.enqueued;
        details.place = member.place;
        m_core.turn(sid, turns::seenWaiting, details);
    }
}

void Reconciliation::learned(const QString &sid, const LegStatus &status)
{
    m_lastAsked.insert(sid, m_core.clock.now());
    const Call *call = m_core.book.find(sid);
    if (status.isOver()) {
        m_core.book.noteOver(sid);
        if (call)
            m_news.foundOver(sid, status.status);
        return;
    }
    Caller caller;
    caller.name = status.callerName;
    caller.number =
        status.from.startsWith(u'+') ? status.from : QString(); // an address of another kind is no number
    if (!call) {
        if (!m_members.contains(sid) || m_core.book.isOver(sid))
            return; // left again before it could be looked at
        const Member member = m_members.value(sid);
        m_news.adopt(sid, status.to, caller, status.started, member.queue);
        if (status.started.isValid())
            m_news.noteHosted(sid);
        TurnDetails details;
        details.enqueued = member.enqueued;
        details.place = member.place;
        m_core.turn(sid, turns::seenWaiting, details);
        return;
    }
    if (call->outbound) { // it comes from our own number
        if (status.status == "in-progress"_L1)
            m_callBacks.answered(sid);
    } else {
        m_news.learnCaller(sid, caller);
    }
    if (!m_members.contains(sid))
        listLacks(m_core.book.calls().value(sid));
}

void Reconciliation::listLacks(const Call &call)
{
    // Alive, but not in the queue: between two passes, being moved by us, or in a mailbox that the phone
    // company hosts.
    constexpr int tooOften = 3;
    if (m_core.book.intentOf(call.sid))
        return;
    if (call.state == CallState::Connected && m_core.book.phone(call.seat).state == PhoneState::Down)
        m_pulls.leftBehind(call.sid);
    if (!call.hearsMusic() || m_core.isSpokenTo(call.sid))
        return;
    if (call.stateSince.addMSecs(m_waits.wordsBeforeMusic().count()) > m_core.clock.now())
        return; // what is spoken before the music
    if (++m_missing[call.sid] < tooOften)
        return;
    TurnDetails details;
    details.remark = tr("This caller has left the queue without our doing, perhaps to leave a message.");
    m_core.turn(call.sid, turns::toVoicemail, details);
}

} // namespace anteroom::calls
