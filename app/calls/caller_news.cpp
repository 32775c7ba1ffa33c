// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/caller_news.h"

#include "calls/call_backs.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

CallerNews::CallerNews(DeskCore &core, Phones &phones, Pulls &pulls, Moves &moves, Waits &waits,
                       Messages &messages)
    : m_core(core), m_phones(phones), m_pulls(pulls), m_moves(moves), m_waits(waits), m_messages(messages)
{
}

Steps CallerNews::renderNow(const QString &sid, TurnDetails details) const
{
    const Call *call = m_core.book.find(sid);
    if (!call)
        return {HangUp{}};
    details.asked = true;
    if (!call->seat.isEmpty()) {
        const SeatPhone phone = m_core.book.phone(call->seat);
        details.room = phone.room;
        details.phoneKept = phone.keepOn;
    }
    Steps steps = m_core.stepsFor(*call, details);
    m_core.noteSpokenTo(sid, steps);
    return steps;
}

void CallerNews::adopt(const QString &sid, const QString &line, const Caller &caller, const QDateTime &begun,
                       const QString &queue)
{
    Call call;
    call.sid = sid;
    call.line = line.isEmpty() ? m_core.book.line().number : line;
    call.queue = queue == m_core.book.line().queue ? QString() : queue;
    call.caller = caller;
    call.begun = begun.isValid() ? begun : m_core.clock.now();
    call.stateSince = call.begun;
    call.order = double(call.begun.toMSecsSinceEpoch());
    m_core.book.put(std::move(call));
    if (!caller.number.isEmpty() && !m_core.stopping && m_core.log.mayHaveCalled(caller.number))
        m_core.tasks.keep(readHistory(sid, caller.number));
}

void CallerNews::learnCaller(const QString &sid, const Caller &caller)
{
    const Call *known = m_core.book.find(sid);
    if (!known || caller == Caller() || known->caller == caller)
        return;
    Call call = *known;
    const auto take = [](QString &into, const QString &from) {
        if (into.isEmpty())
            into = from;
    };
    take(call.caller.name, caller.name);
    take(call.caller.number, caller.number);
    take(call.caller.city, caller.city);
    take(call.caller.region, caller.region);
    take(call.caller.country, caller.country);
    if (call == *known)
        return;
    const bool numberIsNew = known->caller.number.isEmpty() && !call.caller.number.isEmpty();
    m_core.book.put(call);
    if (numberIsNew && !m_core.stopping)
        m_core.tasks.keep(readHistory(sid, call.caller.number));
}

QCoro::Task<void> CallerNews::readHistory(QString sid, QString number)
{
    const NumberHistory history = co_await m_core.log.historyOf(number);
    const Call *known = m_core.book.find(sid);
    if (!known || history.timesCalled == 0)
        co_return;
    Call call = *known;
    call.timesCalled = history.timesCalled;
    call.earlier = history.earlier;
    m_core.book.put(call);
}

Steps CallerNews::arrived(const CallArrived &news)
{
    if (m_core.book.isOver(news.sid) && !m_core.book.find(news.sid))
        return {HangUp{}};
    if (m_core.book.find(news.sid)) {
        learnCaller(news.sid, news.caller);
        return renderNow(news.sid);
    }
    TurnDetails details;
    details.at = m_core.clock.now();
    adopt(news.sid, news.line, news.caller, details.at);
    const LineManners &manners = m_core.options.manners;
    const LineStatus &line = m_core.book.line();
    const bool greets =
        !manners.greeting.isEmpty() || !manners.notice.isEmpty() || !manners.menu.choices.isEmpty();
    if (!line.open)
        m_core.turn(news.sid, turns::turnedAway);
    else if (!manners.hours.isOpenAt(details.at))
        m_core.turn(news.sid,
                    manners.hours.then == OpeningHours::Then::Voicemail ? turns::toVoicemail
                                                                        : turns::turnedAway,
                    {.remark = tr("Called outside the opening hours.")});
    else if (!greets || (manners.menu.choices.isEmpty() && m_core.isFull(line.queue)))
        enter(news.sid, turns::greeted);
    if (!manners.notice.isEmpty())
        noteSpoken(m_core.book.calls().value(news.sid));
    return renderNow(news.sid, std::move(details));
}

/// What is about to be said, which may be other words by the time it has been heard.
void CallerNews::noteSpoken(Call call)
{
    if (call.state != CallState::Ringing)
        return;
    call.notice = said(m_core.options.manners.notice, {{u"show"_s, m_core.book.line().showName}}).text;
    m_core.book.put(call);
}

void CallerNews::noteHosted(const QString &sid)
{
    constexpr qint64 clocksDiffer = 10; // seconds; better told twice than not at all
    const HostedNotice told = m_core.carrier.hostedNotice();
    Call call = m_core.book.calls().value(sid);
    if (told.words.isEmpty() || call.noticeAt.isValid() || call.begun < told.since.addSecs(clocksDiffer))
        return;
    call.notice = told.words;
    call.noticeAt = call.begun;
    m_core.book.put(call);
}

/// Whoever gets as far as this has heard all of the greeting.
void CallerNews::noteHeard(const QString &sid)
{
    Call call = m_core.book.calls().value(sid);
    if (call.state != CallState::Ringing || call.notice.isEmpty() || call.noticeAt.isValid())
        return;
    call.noticeAt = m_core.clock.now();
    m_core.book.put(call);
}

void CallerNews::enter(const QString &sid, const char16_t *event, const TurnDetails &details)
{
    const Call call = m_core.book.calls().value(sid);
    const MenuChoice *choice = m_core.options.manners.menu.choiceOf(details.digits);
    const QString queue = choice ? choice->queue : m_core.queueOf(sid);
    if (call.state == CallState::Ringing && m_core.isFull(queue))
        m_core.turn(sid, turns::queueFailed, {.remark = queueFull(call)});
    else
        m_core.turn(sid, event, details);
}

Steps CallerNews::keyPressed(const Call &call, const CallAsks &news)
{
    TurnDetails details;
    details.digits = news.digits;
    if (news.cue == QString::fromUtf16(turns::consentKey))
        return consentGiven(call, news);
    if (news.cue == QString::fromUtf16(turns::menuKey)) {
        if (m_core.options.manners.menu.choiceOf(news.digits))
            enter(news.sid, turns::menuKey, details);
        details.digits.clear();
        details.askMenuAgain = true;
        return renderNow(news.sid, details);
    }
    const bool wanted = news.digits == u"2" && call.state == CallState::Waiting;
    if (wanted)
        details.remark = tr("Wants to be called back, and keeps this place in line.");
    m_core.turn(news.sid, turns::longWaitKey, details);
    details.offered = true;
    details.cannotCallBack = wanted && call.isWithheld();
    return renderNow(news.sid, details);
}

Steps CallerNews::consentGiven(Call call, const CallAsks &news)
{
    if (call.state != CallState::Ringing)
        return renderNow(news.sid);
    const LineManners &manners = m_core.options.manners;
    TurnDetails details;
    if (call.consent == Consent::NotAsked) {
        call.consent = news.digits == u"1" ? Consent::Agreed : Consent::Declined;
        m_core.book.put(call);
        if (call.consent == Consent::Declined && manners.withoutConsent == WithoutConsent::Release) {
            details.remark = tr("Did not agree to be recorded, and was thanked.");
            details.text = said(manners.noConsent, {{u"show"_s, m_core.book.line().showName}}).text;
        }
        m_core.turn(news.sid, turns::consentKey, details);
    }
    if (manners.menu.choices.isEmpty() && details.text.isEmpty())
        enter(news.sid, turns::greeted);
    details.askMenuAgain = true;
    return renderNow(news.sid, details);
}

Steps CallerNews::asks(const CallAsks &news)
{
    const QString leftStudio = QString::fromUtf16(turns::leftStudio);
    const QString recordedCue = QString::fromUtf16(turns::recorded);
    if (!m_core.book.find(news.sid)) {
        if (m_core.book.isOver(news.sid))
            return {HangUp{}};
        // A desk that was restarted without its journal hears of this call for the first time.
        adopt(news.sid, news.line, news.caller, {});
        if (news.cue == recordedCue)
            m_core.turn(news.sid, turns::toVoicemail);
        else if (news.cue == leftStudio)
            m_core.turn(news.sid, turns::seenWaiting);
    }
    learnCaller(news.sid, news.caller);
    if (news.cue == leftStudio && m_core.book.calls().value(news.sid).state == CallState::Calling)
        m_core.turn(news.sid, turns::joinedStudio); // of one whom we called, and who has answered unheard
    if (news.cue == QString::fromUtf16(turns::leftQueue))
        noteQueueResult(news.sid, news.result);
    if (news.cue == QString::fromUtf16(turns::greeted) || news.cue == QString::fromUtf16(turns::menuKey) ||
        news.cue == QString::fromUtf16(turns::consentKey))
        noteHeard(news.sid);
    const Call call = m_core.book.calls().value(news.sid);
    if (call.hasEnded() && news.cue != recordedCue)
        return news.cue == QString::fromUtf16(turns::leftQueue) && isNotification(news.result)
                   ? Steps()
                   : renderNow(news.sid);
    // The end of an earlier visit to a studio may be told when the next one has begun.
    if (news.cue == leftStudio && call.state == CallState::Connected && !news.intent.isEmpty() &&
        !call.joining.isEmpty() && news.intent != call.joining)
        return renderNow(news.sid);
    if (const Intent *intent = m_core.book.intentOf(news.sid);
        intent && intent->kind != IntentKind::RingPhone && intent->kind != IntentKind::RenewWait)
        return inTheMiddleOf(*intent, news);
    if (news.cue == QString::fromUtf16(turns::leftQueue))
        return leftQueue(call, news);
    if (news.cue == recordedCue)
        return recorded(call, news);
    if (news.cue == leftStudio && call.state == CallState::Connected)
        return m_pulls.leftStudio(call);
    // The cue came over the wire: only these count, and only where the flow knows them; anything else changes
    // nothing.
    if (news.cue == QString::fromUtf16(turns::menuKey) || news.cue == QString::fromUtf16(turns::consentKey) ||
        news.cue == QString::fromUtf16(turns::longWaitKey))
        return keyPressed(call, news);
    if (news.cue == QString::fromUtf16(turns::greeted))
        enter(news.sid, turns::greeted);
    else if (news.cue == QString::fromUtf16(turns::queueFailed))
        m_core.turn(news.sid, turns::queueFailed, {.remark = queueFull(call)});
    return renderNow(news.sid);
}

void CallerNews::noteQueueResult(const QString &sid, const QString &result)
{
    // They come over the wire, and the phone company may invent new ones.
    constexpr qsizetype longest = 40;
    constexpr qsizetype most = 20;
    const QString word = result.simplified().toLower().left(longest);
    Call call = m_core.book.calls().value(sid);
    if (word.isEmpty() || call.queueResults.contains(word) || call.queueResults.size() >= most)
        return;
    call.queueResults.append(word);
    m_core.book.put(call);
}

Steps CallerNews::inTheMiddleOf(const Intent &open, const CallAsks &news)
{
    // A copy: it leaves the book when it is settled.
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const Intent intent = open;
    if (news.cue == QString::fromUtf16(turns::leftQueue)) {
        if (isCallerGone(news.result)) {
            over(news.sid, {});
            return {};
        }
        if (isNotification(news.result))
            return {};
    }
    if (news.cue == QString::fromUtf16(turns::recorded) && intent.kind != IntentKind::HangUp) {
        // The move to voicemail has happened and is already over.
        m_moves.confirm(intent);
        return recorded(m_core.book.calls().value(news.sid), news);
    }
    // Whatever was interrupted asks what comes next: what we are about to ask for anyway.
    return m_moves.stepsOf(intent);
}

Steps CallerNews::leftQueue(const Call &call, const CallAsks &news)
{
    if (isNotification(news.result))
        return {};
    if (isCallerGone(news.result) && m_core.book.intentOf(news.sid)) {
        over(news.sid, {});
        return {};
    }
    TurnDetails details;
    details.result = news.result;
    if (isQueueFull(news.result))
        details.remark = queueFull(call);
    m_core.turn(news.sid, turns::leftQueue, details); // most often a pass has ended: the next one
    // Music that was over at once could not be played, and would call us again and again.
    constexpr int shortestPass = 5; // seconds
    details.musicFailed = news.seconds < shortestPass;
    return isCallerGone(news.result) ? Steps() : renderNow(news.sid, details);
}

QString CallerNews::queueFull(const Call &call)
{
    if (const Intent *ringing = m_core.book.intentOf(call.sid)) {
        const Intent intent = *ringing;
        m_pulls.giveBack(intent, tr("The queue is full; the caller was sent to voicemail."));
    }
    return tr("The queue is full; the caller may leave a message.");
}

Steps CallerNews::recorded(const Call &call, const CallAsks &news)
{
    TurnDetails details;
    details.recorded = !news.recording.isEmpty() && !Messages::isHangUp(news.seconds);
    if (details.recorded && !call.hasEnded() && call.state != CallState::LeavingMessage) {
        // Whatever we took them to be doing: who has left a message is not put into the queue again.
        if (const Intent *ringing = m_core.book.intentOf(news.sid)) {
            const Intent intent = *ringing;
            if (intent.kind == IntentKind::RingPhone)
                m_pulls.giveBack(intent, tr("The caller has left a message instead."));
        }
        m_core.turn(news.sid, turns::toVoicemail);
        m_pulls.releaseWhenAlone(call.seat, {});
    }
    m_core.turn(news.sid, turns::recorded, details);
    if (!news.recording.isEmpty())
        m_messages.expect(call, news.recording, news.seconds);
    return renderNow(news.sid);
}

void CallerNews::ended(const CallEnded &news)
{
    const bool isNew = !m_core.book.find(news.sid) && !m_core.book.isOver(news.sid);
    m_core.book.noteOver(news.sid);
    over(news.sid, news.status);
    if (!isNew || news.line.isEmpty() || m_core.stopping)
        return;
    LegStatus past;
    past.sid = news.sid;
    past.to = news.line;
    past.status = news.status;
    past.ended = m_core.clock.now();
    past.started = past.ended.addSecs(-news.seconds);
    m_strangers.insert(news.sid, news.caller);
    m_core.tasks.keep(recordPast(past));
}

QCoro::Task<void> CallerNews::recordPast(LegStatus past)
{
    Caller caller = m_strangers.take(past.sid);
    if (past.to != m_core.book.line().number)
        co_return;
    const bool isKnown = co_await m_core.log.knows(past.sid);
    if (isKnown || m_core.book.find(past.sid) || m_core.stopping)
        co_return; // late news of somebody who has left the view
    if (caller == Caller()) {
        caller.name = past.callerName;
        caller.number = past.from.startsWith(u'+') ? past.from : QString();
    }
    const bool open = m_core.book.line().open;
    // Who found nobody here may have left a message; it is looked for first, because a call of long ago
    // leaves the view at once.
    CarrierResult<QList<RecordingInfo>> recordings;
    if (open)
        recordings = co_await m_core.carrier.recordingsOf(past.sid);
    if (m_core.book.find(past.sid) || m_core.stopping)
        co_return;
    const QList<RecordingInfo> found = recordings.value_or(QList<RecordingInfo>());
    TurnDetails details;
    details.status = past.status;
    details.at = past.ended;
    details.recorded =
        std::ranges::any_of(found, [](const RecordingInfo &info) { return info.ready && !info.talk; });
    adopt(past.sid, past.to, caller, past.started);
    if (details.recorded)
        m_core.turn(past.sid, turns::toVoicemail, details);
    m_core.turn(past.sid, open ? turns::callOver : turns::turnedAway, details);
    for (const RecordingInfo &info : found)
        if (info.ready)
            m_messages.ready({past.sid, info.recording, info.seconds, info.absent, info.talk});
    if (open && !details.recorded)
        m_messages.lookFor(past.sid); // just after the call it may not be there yet
    m_core.book.commit();
}

void CallerNews::foundOver(const QString &sid, const QString &status)
{
    // Nobody saw how it ended: a wait that the phone company hosts ends in its mailbox.
    const Call *call = m_core.book.find(sid);
    if (call && !call->hasEnded() && !m_core.book.hasMessageOf(sid))
        m_messages.lookFor(sid);
    finish(sid, status);
}

void CallerNews::over(const QString &sid, const QString &status)
{
    const Call *call = m_core.book.find(sid);
    if (!call || call->hasEnded())
        return;
    // The news of the recording may get lost; and whoever was not just now seen in the queue may have been in
    // a mailbox that the phone company hosts.
    const bool maybe = call->hearsMusic() && !m_waits.isSure(sid);
    if ((call->state == CallState::LeavingMessage || maybe) && !m_core.book.hasMessageOf(sid))
        m_messages.lookFor(sid);
    finish(sid, status);
}

void CallerNews::finish(const QString &sid, const QString &status)
{
    const Call *call = m_core.book.find(sid);
    if (!call || call->hasEnded())
        return;
    const QString seat = call->seat;
    if (const Intent *open = m_core.book.intentOf(sid)) {
        const Intent intent = *open;
        if (intent.kind == IntentKind::RingPhone)
            return m_pulls.callerGone(intent, status);
        if (intent.kind == IntentKind::HangUp)
            return m_moves.confirm(intent);
        if (intent.kind != IntentKind::SendText)
            return m_moves.callerGone(intent, status);
    }
    TurnDetails details;
    details.status = status;
    details.recorded = m_core.book.hasLeftMessage(sid);
    if (call->state == CallState::Calling) {
        details.remark = CallBacks::whyNotReached(*call, status);
        Q_EMIT m_core.notice(seat, details.remark);
    }
    m_core.turn(sid, turns::callOver, details);
    m_pulls.releaseWhenAlone(seat, details.remark);
}

void CallerNews::studio(const StudioNews &news)
{
    const QString seat = m_core.book.seatOfRoom(news.room);
    if (seat.isEmpty())
        return;
    const SeatPhone phone = m_core.book.phone(seat);
    if (news.sid == phone.leg && !phone.leg.isEmpty()) {
        if (!news.joined)
            m_phones.legGone(seat);
        return;
    }
    if (const Call *call = m_core.book.find(news.sid);
        news.joined && call && call->state == CallState::Calling)
        m_core.turn(news.sid, turns::joinedStudio);
    if (const Intent *open = m_core.book.intentOf(news.sid);
        news.joined && open && open->kind == IntentKind::MoveToStudio && open->room == news.room) {
        const Intent intent = *open;
        m_moves.confirm(intent);
    }
}

} // namespace anteroom::calls
