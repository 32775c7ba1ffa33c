// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/waits.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

namespace {

/// A carrier counts a piece of music as five minutes; this is how short it may really be.
constexpr int countedPieceMinutes = 5;
constexpr std::chrono::seconds shortestPiece = 2min;

bool leadsToQueue(const Steps &steps)
{
    for (const Step &step : steps) {
        if (std::holds_alternative<WaitInQueue>(step))
            return true;
        if (!std::holds_alternative<Say>(step) && !std::holds_alternative<Pause>(step) &&
            !std::holds_alternative<AskKeys>(step)) // whoever presses nothing goes on
            return false;
    }
    return false;
}

} // namespace

Waits::Waits(DeskCore &core, Moves &moves) : m_core(core), m_moves(moves)
{
    connect(&moves, &Moves::ended, this, &Waits::moveEnded);
}

std::chrono::milliseconds Waits::wordsBeforeMusic() const
{
    return 100ms * m_core.options.manners.backInLine.size(); // spoken slowly
}

void Waits::given(const QString &sid, const Steps &steps)
{
    if (leadsToQueue(steps))
        m_given.insert(sid, {m_core.clock.now(), m_entries.value(sid).entered, timeToSay(steps)});
}

void Waits::moveEnded(const Intent &intent, MoveEnd end)
{
    const bool waits = intent.kind == IntentKind::PutOnHold || intent.kind == IntentKind::RenewWait;
    m_moving.remove(intent.sid);
    if (waits && end == MoveEnd::Done) {
        // Asked for before the address failed, or worked again: then it may be of the other kind.
        const bool asksUs = isAsked() != (m_turned.isValid() && intent.begun < m_turned);
        m_given.insert(intent.sid,
                       {m_core.clock.now(), m_entries.value(intent.sid).entered, wordsBeforeMusic(), asksUs});
        m_renewed.insert(intent.sid, m_core.clock.now());
        if (const Call *call = m_core.book.find(intent.sid); call && !asksUs && call->ownWait.isValid()) {
            Call hosted = *call;
            hosted.ownWait = {};
            m_core.book.put(hosted);
        }
    }
    if (!m_core.stopping)
        moveOn();
}

bool Waits::isAsked() const
{
    return !m_core.options.publicUrl.isEmpty() && !m_core.deaf;
}

bool Waits::isTurning() const
{
    constexpr qint64 everybodyTakes = 60; // seconds
    return m_turned.isValid() && m_turned.secsTo(m_core.clock.now()) < everybodyTakes;
}

void Waits::turn()
{
    m_turned = m_core.clock.now();
    m_tried.clear();
    m_due.clear();
    if (isAsked())
        m_given.removeIf([](const auto &given) { return !given->asksUs; });
}

void Waits::moveOn()
{
    while (!m_due.isEmpty() && m_moving.size() < m_core.options.closeOutParallel) {
        const QString sid = m_due.takeFirst();
        const Call *call = m_core.book.find(sid);
        if (!call || call->state != CallState::Waiting || m_core.book.intentOf(sid))
            continue;
        m_moving.insert(sid);
        m_tried.insert(sid, m_core.clock.now());
        m_moves.begin(IntentKind::RenewWait, sid, {});
    }
}

bool Waits::isSure(const QString &sid) const
{
    const auto entry = m_entries.constFind(sid);
    const auto given = m_given.constFind(sid);
    return (given != m_given.cend() && given->at >= m_list) ||
           (entry != m_entries.cend() && entry->list == m_list);
}

void Waits::seen(const WaitingMember &member, const QDateTime &begun)
{
    constexpr int withEachPoll = 3; // beside everything else that the phone company is asked
    const qint64 untilTriedAgain = isTurning() ? 3 : 30;
    const Call *call = m_core.book.find(member.sid);
    const bool due = call && isDue(*call, member, begun);
    m_entries.insert(member.sid, {member.entered, begun});
    if (!due || (m_moved >= withEachPoll && !isTurning()) || call->state != CallState::Waiting ||
        m_core.book.closeOut().phase == CloseOutStatus::Phase::Running)
        return;
    const QDateTime now = m_core.clock.now();
    const auto tried = m_tried.constFind(member.sid);
    const bool justTried = tried != m_tried.cend() && tried->secsTo(now) < untilTriedAgain;
    if (m_core.book.intentOf(member.sid) || justTried)
        return;
    ++m_moved;
    if (!m_due.contains(member.sid) && !m_moving.contains(member.sid))
        m_due.append(member.sid);
}

void Waits::listEnds(const QDateTime &begun)
{
    m_moved = 0;
    m_list = begun;
    const auto forgotten = [this](const auto &entry) { return !m_core.book.find(entry.key()); };
    m_given.removeIf(forgotten);
    m_entries.removeIf(forgotten);
    m_tried.removeIf(forgotten);
    m_renewed.removeIf(forgotten);
    m_moving.removeIf([this](const QString &sid) {
        return std::ranges::none_of(m_core.book.intents(), [&](const Intent &intent) {
            return intent.kind == IntentKind::RenewWait && intent.sid == sid;
        });
    });
    // Whoever has waited longest first.
    std::ranges::sort(m_due, {}, [this](const QString &sid) { return m_core.book.calls().value(sid).order; });
    moveOn();
}

bool Waits::isDue(const Call &call, const WaitingMember &member, const QDateTime &begun)
{
    if (!isAsked())
        return isDueUnasked(call, member, begun);
    if (member.entered == call.ownWait)
        return false;
    const auto given = m_given.constFind(member.sid);
    if (given == m_given.cend())
        return true;
    if (given->at >= begun || member.entered == given->before)
        return false; // the list may be older than the wait
    constexpr auto answersTake = 8s;
    const QDateTime latest = given->at + given->words + answersTake;
    m_given.erase(given);
    if (member.enqueued > latest)
        return true; // the answer never reached them, and the fallback took over
    Call known = call;
    known.ownWait = member.entered;
    m_core.book.put(known);
    return false;
}

bool Waits::isDueUnasked(const Call &call, const WaitingMember &member, const QDateTime &begun)
{
    const auto given = m_given.constFind(member.sid);
    if (given != m_given.cend()) {
        if (given->at >= begun)
            return false; // the list may be older than the wait
        const bool asksUs = given->asksUs;
        m_given.erase(given);
        if (asksUs)
            return true; // at an address where nobody answers
    }
    if (call.ownWait.isValid() && member.entered == call.ownWait)
        return true;
    const int pieces = std::max(1, m_core.options.manners.hostedMusicMinutes / countedPieceMinutes);
    const std::chrono::seconds renewAfter = pieces * shortestPiece - 1min;
    // A phone company that keeps the first date for whoever is put back tells nothing about this wait.
    const QDateTime since = std::max(member.enqueued, m_renewed.value(member.sid, member.enqueued));
    return since.secsTo(m_core.clock.now()) >= renewAfter.count();
}

} // namespace anteroom::calls
