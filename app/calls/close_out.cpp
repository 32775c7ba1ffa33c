// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/close_out.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Phase = CloseOutStatus::Phase;

CloseOut::CloseOut(DeskCore &core, Moves &moves, Pulls &pulls, Lines &lines)
    : m_core(core), m_moves(moves), m_pulls(pulls), m_lines(lines)
{
    connect(&core.book, &DeskBook::callChanged, this, &CloseOut::consider);
    connect(&moves, &Moves::ended, this, &CloseOut::moveEnded);
}

void CloseOut::start(const Seat &seat, const StartCloseOut &command)
{
    const bool isNew = m_status.phase != Phase::Running && m_status.phase != Phase::Stopping;
    if (isNew) {
        m_own.clear();
        ++m_quietRound; // what was quiet before says nothing about this one
    }
    for (const QString &sid : command.sids)
        m_own.insert(sid, command);
    if (isNew) {
        m_status = {};
        m_status.request = command;
        m_status.begun = m_core.clock.now();
        m_index.clear();
        m_pending.clear();
        m_everybody = command.sids.isEmpty();
        m_limit = std::max(1, m_core.options.closeOutParallel);
        m_lineClosed = false;
        m_status.phase = Phase::Running;
        m_core.tasks.keep(closeLineFirst(seat.name));
    } else {
        m_status.phase = Phase::Running; // also one that was about to stop
    }
    for (const Call &call : m_core.book.calls().values()) {
        consider(call);
        const auto place = m_index.constFind(call.sid);
        if (!m_own.contains(call.sid) || place == m_index.cend())
            continue;
        CloseOutCall &listed = m_status.calls[*place];
        if (listed.treated == Treated::InProgress || listed.treated == Treated::Done)
            continue;
        const StartCloseOut wish = wishFor(call.sid);
        listed.treatment = wish.treatment;
        listed.text = wish.text;
    }
    store(true);
    m_core.book.commit();
    pumpSoon();
}

QCoro::Task<void> CloseOut::closeLineFirst(QString seat)
{
    if (m_core.book.line().open)
        co_await m_lines.set(seat, false);
    m_lineClosed = true;
    pumpSoon();
}

void CloseOut::consider(const Call &call)
{
    if (!isRunning() ||
        (call.outbound && !call.hearsMusic() && !m_index.contains(call.sid))) // stands in no queue
        return;
    const bool wanted = m_everybody || m_own.contains(call.sid) || m_index.contains(call.sid);
    const bool waits = call.state == CallState::Ringing || call.hearsMusic();
    if (!wanted || (call.hasEnded() && !m_index.contains(call.sid)))
        return;
    if (!m_index.contains(call.sid)) {
        m_index.insert(call.sid, m_status.calls.size());
        const StartCloseOut wish = wishFor(call.sid);
        m_status.calls.append({call.sid, call.caller, Treated::Pending, {}, wish.treatment, wish.text});
        ++m_status.total;
        if (waits) {
            m_pending.append(call.sid);
        } else {
            set(call.sid, Treated::LeftAlone,
                call.state == CallState::Connected ? tr("Is being talked to.") : tr("Is leaving a message."));
        }
    } else if (waits && m_status.calls.at(m_index.value(call.sid)).treated == Treated::LeftAlone) {
        set(call.sid, Treated::Pending); // put back meanwhile
        m_pending.append(call.sid);
    } else if (!waits && m_status.calls.at(m_index.value(call.sid)).treated == Treated::Pending) {
        m_pending.removeAll(call.sid);
        if (call.hasEnded())
            set(call.sid, Treated::Done, tr("Had already hung up."));
        else
            set(call.sid, Treated::LeftAlone, tr("Was connected just before."));
    }
    if (waits)
        ++m_quietRound;
    store(false);
    pumpSoon();
}

void CloseOut::pumpSoon()
{
    if (std::exchange(m_pumpPending, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pumpPending = false;
            pump();
        },
        Qt::QueuedConnection);
}

void CloseOut::pump()
{
    if (m_core.stopping)
        return;
    if (m_status.phase == Phase::Stopping && m_inFlight.isEmpty())
        return finish(Phase::Stopped);
    if (!isRunning() || !m_lineClosed)
        return;
    QStringList notYet;
    while (m_inFlight.size() < m_limit && !m_pending.isEmpty()) {
        const QString sid = m_pending.takeFirst();
        if (!treat(sid))
            notYet.append(sid);
    }
    m_pending += notYet; // something else is being done with them; its end brings us back
    if (m_pending.isEmpty() && m_inFlight.isEmpty())
        finishWhenQuiet();
}

StartCloseOut CloseOut::wishFor(const QString &sid) const
{
    StartCloseOut wish = m_own.value(sid, m_status.request);
    if (wish.treatment == Treatment::Message && wish.text.isEmpty())
        wish.text = m_core.options.manners.nextShow.text;
    return wish;
}

/// Written down with each call, so that it is still its own after a restart.
StartCloseOut CloseOut::requestFor(const QString &sid) const
{
    const auto place = m_index.constFind(sid);
    if (place == m_index.cend())
        return wishFor(sid);
    const CloseOutCall &call = m_status.calls.at(*place);
    return {call.treatment, call.text, {}};
}

bool CloseOut::treat(const QString &sid)
{
    const Call *call = m_core.book.find(sid);
    if (!call || call->hasEnded()) {
        const bool told = call && call->outcome == Outcome::Thanked;
        set(sid, Treated::Done, told ? tr("Was told before the restart.") : tr("Had already hung up."));
        return true;
    }
    if (const Intent *open = m_core.book.intentOf(sid)) {
        if (open->kind != IntentKind::RingPhone)
            return false;
        const Intent intent = *open;
        m_pulls.giveBack(intent, tr("The queue is being closed out."));
    }
    set(sid, Treated::InProgress);
    m_inFlight.insert(sid);
    speak(sid);
    return true;
}

void CloseOut::speak(const QString &sid)
{
    const StartCloseOut request = requestFor(sid);
    const bool message = request.treatment == Treatment::Message;
    if (message) {
        Call call = m_core.book.calls().value(sid);
        call.forNextShow = true;
        m_core.book.put(call);
    }
    m_moves.begin(message ? IntentKind::SendToVoicemail : IntentKind::Thank, sid, {}, request.text);
}

void CloseOut::moveEnded(const Intent &intent, MoveEnd end, const CarrierError &error)
{
    if (!m_inFlight.remove(intent.sid)) {
        pumpSoon();
        return;
    }
    const QString sid = intent.sid;
    if (end == MoveEnd::Done) {
        const Call *call = m_core.book.find(sid);
        const bool wantsText = requestFor(sid).treatment == Treatment::Text && call && !call->isWithheld();
        if (wantsText && !m_core.options.manners.textsOn) {
            set(sid, Treated::Done, tr("Was told; texts are switched off."));
        } else if (wantsText) {
            m_inFlight.insert(sid);
            m_core.tasks.keep(text(sid));
        } else {
            set(sid, Treated::Done);
        }
    } else if (end == MoveEnd::CallerGone) {
        set(sid, Treated::Done, tr("Hung up before."));
    } else if (error.trouble == CarrierTrouble::Limited && isRunning()) {
        set(sid, Treated::Pending);
        m_pending.append(sid);
        slowDown();
        return;
    } else if (error.trouble == CarrierTrouble::Limited) {
        set(sid, Treated::Pending); // stopped half-way; a retry takes it up
    } else {
        set(sid, Treated::Failed, error.sentence);
    }
    pumpSoon();
}

void CloseOut::slowDown()
{
    noteLimited();
    m_core.clock.after(1s, this, [this] { pump(); });
}

void CloseOut::noteLimited()
{
    const QDateTime now = m_core.clock.now();
    // One refusal of many sent together is one sign, not many.
    if (m_slowedAt.isNull() || m_slowedAt.msecsTo(now) >= 1000) {
        m_limit = std::max(1, m_limit / 2);
        m_slowedAt = now;
    }
}

QCoro::Task<void> CloseOut::text(QString sid)
{
    const Call call = m_core.book.calls().value(sid);
    const StartCloseOut request = requestFor(sid);
    const QString thanks =
        filled(m_core.options.manners.thanks.text, {{u"show"_s, m_core.book.line().showName}});
    const QString words = request.text.isEmpty() ? thanks : request.text;
    const CarrierResult<LineKind> kind = co_await m_core.carrier.kindOf(call.caller.number);
    QString remark = tr("Was told; a landline can't be sent a text.");
    if (!kind || *kind != LineKind::Landline) {
        const Intent intent = m_core.openIntent(IntentKind::SendText, {}, {});
        co_await m_core.written();
        const CarrierResult<void> sent =
            co_await m_core.carrier.sendText(call.caller.number, call.line, words);
        m_core.book.settle(intent.id);
        m_core.book.commit();
        if (sent)
            remark = tr("Was told, and sent a text.");
        else if (sent.error().trouble ==
                 CarrierTrouble::Unclear) // a text can't be read back, and two would be worse than none
            remark = tr("Was told. Whether the text went out is not known.");
        else
            remark = tr("Was told, but the text could not be sent. %1").arg(sent.error().sentence);
    }
    m_inFlight.remove(sid);
    set(sid, Treated::Done, remark);
    pumpSoon();
}

void CloseOut::set(const QString &sid, Treated treated, const QString &remark)
{
    const auto place = m_index.constFind(sid);
    if (place == m_index.cend())
        return;
    CloseOutCall &call = m_status.calls[*place];
    const auto count = [this](Treated which, int by) {
        if (which == Treated::Done)
            m_status.done += by;
        if (which == Treated::Failed)
            m_status.failed += by;
        if (which == Treated::LeftAlone)
            m_status.total -= by; // nothing is to be done for them, unless they wait again
    };
    count(call.treated, -1);
    call.treated = treated;
    call.remark = remark;
    count(treated, 1);
    store(false);
}

std::chrono::milliseconds CloseOut::quietTime() const
{
    // Spoken slowly, about ten letters a second; a greeting may also hold pauses.
    const LineManners &manners = m_core.options.manners;
    const qsizetype asked = manners.asksConsent() ? manners.consentPrompt.size() : 0;
    const auto greeting =
        2s + std::chrono::milliseconds(100 * (manners.greeting.size() + manners.notice.size() + asked));
    return greeting + 10s;
}

void CloseOut::finishWhenQuiet()
{
    if (!m_everybody)
        return finish(Phase::Finished);
    const int round = m_quietRound;
    if (m_quietRunning)
        return;
    m_quietRunning = true;
    m_core.clock.after(quietTime(), this, [this, round] {
        m_quietRunning = false;
        if (!isRunning() || m_core.stopping)
            return;
        if (round == m_quietRound && m_pending.isEmpty() && m_inFlight.isEmpty())
            finish(Phase::Finished);
        else
            pump();
    });
}

void CloseOut::stop()
{
    m_status.phase = Phase::Stopping;
    store(true);
    pumpSoon();
}

void CloseOut::retry()
{
    m_status.phase = Phase::Running;
    m_status.ended = {};
    m_lineClosed = true;
    m_limit = std::max(1, m_core.options.closeOutParallel);
    m_pending.clear();
    m_index.clear();
    for (qsizetype i = 0; i < m_status.calls.size(); ++i)
        m_index.insert(m_status.calls.at(i).sid, i);
    for (const CloseOutCall &call : QList<CloseOutCall>(m_status.calls)) {
        if (call.treated == Treated::InProgress && isBeingTold(call.sid)) {
            m_inFlight.insert(call.sid); // its end is found out; what was said stays its own
        } else if (call.treated == Treated::Failed || call.treated == Treated::Pending ||
                   call.treated == Treated::InProgress) {
            set(call.sid, Treated::Pending);
            m_pending.append(call.sid);
        }
    }
    for (const Call &call : m_core.book.calls().values())
        consider(call);
    store(true);
    pumpSoon();
}

/// By us; a seat may have sent them away just before.
bool CloseOut::isBeingTold(const QString &sid) const
{
    const Intent *open = m_core.book.intentOf(sid);
    return open && open->seat.isEmpty() &&
           (open->kind == IntentKind::Thank || open->kind == IntentKind::SendToVoicemail);
}

void CloseOut::takeUp()
{
    constexpr qint64 stillThisShow = 3600; // seconds
    m_status = m_core.book.closeOut();
    m_everybody = m_status.request.sids.isEmpty();
    if (m_status.phase == Phase::Running)
        retry();
    else if (m_status.phase == Phase::Stopping)
        finish(Phase::Stopped);
    else if (m_status.phase == Phase::Finished && !m_status.queueDeleted &&
             m_status.ended.secsTo(m_core.clock.now()) < stillThisShow)
        Q_EMIT finished();
}

void CloseOut::noteQueueDeleted()
{
    m_status.queueDeleted = true;
    store(true);
    m_core.book.commit();
}

void CloseOut::finish(Phase phase)
{
    m_status.phase = phase;
    m_status.ended = m_core.clock.now();
    if (phase == Phase::Finished)
        m_own.clear();
    store(true);
    m_core.book.commit();
    if (phase == Phase::Finished)
        Q_EMIT finished();
}

void CloseOut::store(bool now)
{
    if (now) {
        m_core.book.put(m_status);
        return;
    }
    // The whole list each time: not for each of a thousand callers.
    if (std::exchange(m_storePending, true))
        return;
    m_core.clock.after(200ms, this, [this] {
        m_storePending = false;
        m_core.book.put(m_status);
    });
}

} // namespace anteroom::calls
