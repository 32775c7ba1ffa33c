// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/phones.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString keyCue = u"key"_s;
const QString studioCue = u"studio_over"_s;

bool isOver(const QString &status)
{
    LegStatus leg;
    leg.status = status;
    return leg.isOver();
}

} // namespace

Phones::Phones(DeskCore &core) : m_core(core)
{
}

AskKeys Phones::questionFor(const QString &sid) const
{
    constexpr int seconds = 10;
    constexpr int times = 2;
    const Call *call = m_core.book.find(sid);
    const SpokenText &ask = m_core.options.manners.askSeat;
    if (call && call->isPlanned())
        return {tr("Press 1 to call %1 back.").arg(DeskCore::nameOf(*call)),
                1,
                seconds,
                times,
                keyCue,
                ask.voice,
                ask.language};
    const QString who = call ? DeskCore::nameOf(*call) : tr("your place in the studio");
    // "%1" is how it used to be written.
    const QString words =
        filled(ask.text, {{u"caller"_s, u"%1"_s}, {u"show"_s, m_core.book.line().showName}});
    return {QString(words).replace(u"%1"_s, who), 1, seconds, times, keyCue, ask.voice, ask.language};
}

QString Phones::asItConcerns(const Intent &intent, const QString &remark) const
{
    const Call *call = m_core.book.find(intent.sid);
    if (!call || !call->isPlanned())
        return remark;
    return tr("Nobody has pressed 1 on your phone, so %1 was not called. Call back again when you are ready.")
        .arg(DeskCore::nameOf(*call));
}

QString Phones::toOwner(RingEnd why)
{
    switch (why) {
    case RingEnd::NotPressed:
        return tr("Your phone was answered, but nobody pressed 1. The caller is still waiting.");
    case RingEnd::Declined:
        return tr("The call to your phone was declined. The caller is still waiting.");
    case RingEnd::Mailbox:
        return tr("A mailbox answered your phone. The caller is still waiting.");
    case RingEnd::Busy:
        return tr("Your phone is busy. The caller is still waiting.");
    case RingEnd::NoAnswer:
        return tr("Your phone did not answer. The caller is still waiting.");
    case RingEnd::NotReached:
        return tr("Your phone could not be reached. The caller is still waiting. Please check its number.");
    case RingEnd::Canceled:
        return tr("The call to your phone was cancelled. The caller is still waiting.");
    case RingEnd::NeverRang:
    case RingEnd::Refused:
        break;
    }
    return tr("Your phone did not ring: the request did not reach the phone company. Nothing has happened to "
              "the caller. Please pull again.");
}

/// Any key takes the call, unless the prompt names several: then it is the first of them.
bool Phones::isYes(const QString &digits) const
{
    QString named;
    const QString &prompt = m_core.options.manners.askSeat.text;
    for (qsizetype i = 0; i < prompt.size(); ++i) {
        const auto isLetterOrDigit = [&](qsizetype at) {
            return at >= 0 && at < prompt.size() && prompt.at(at).isLetterOrNumber();
        };
        if (prompt.at(i).isDigit() && !isLetterOrDigit(i - 1) && !isLetterOrDigit(i + 1) &&
            !named.contains(prompt.at(i)))
            named += prompt.at(i);
    }
    return named.size() > 1 ? digits == named.first(1) : !digits.isEmpty();
}

Steps Phones::studioSteps(const SeatPhone &phone) const
{
    return {JoinStudio{phone.room, true, studioCue}};
}

void Phones::ring(const Seat &seat, const QString &sid)
{
    SeatPhone phone = m_core.book.phone(seat.name);
    Intent intent = m_core.openIntent(IntentKind::RingPhone, sid, seat.name);
    intent.phone = seat.phone;
    intent.room = phone.room;
    if (isBeingReleased(seat.name))
        intent.begun = {}; // a second leg would find the phone busy with the first
    m_core.book.put(intent);
    phone.state = PhoneState::Ringing;
    phone.leg.clear();
    phone.since = m_core.clock.now();
    phone.remark.clear();
    m_core.book.put(phone);
    RingPhone request;
    request.intent = intent.id;
    request.phone = seat.phone;
    request.line = m_core.book.line().number;
    request.ringSeconds = m_core.options.manners.ringSeconds;
    request.whenAnswered = {questionFor(sid), HangUp{}};
    request.inlineDocuments = m_core.deaf;
    request.whenConfirmed = studioSteps(phone);
    m_core.book.commit();
    m_core.tasks.keep(call(request));
}

QCoro::Task<void> Phones::call(RingPhone request)
{
    const QString id = request.intent;
    co_await m_core.written();
    const Intent *open = m_core.book.intent(id);
    if (!open || m_core.stopping)
        co_return;
    if (open->kind == IntentKind::CancelLeg) {
        settleCancel(id); // cancelled before anything rang
        co_return;
    }
    if (isBeingReleased(open->seat)) {
        m_waiting.insert(id, request);
        co_return;
    }
    if (open->begun.isNull()) {
        Intent asked = *open;
        asked.begun = m_core.clock.now();
        m_core.book.put(asked);
        m_core.book.commit();
        m_core.tasks.keep(call(request)); // as soon as that is written down
        co_return;
    }
    const CarrierResult<QString> leg = co_await m_core.carrier.ringPhone(request);
    called(id, leg);
}

void Phones::called(const QString &id, const CarrierResult<QString> &leg)
{
    const Intent *open = m_core.book.intent(id);
    if (!open)
        return; // the leg's own news came first
    if (leg) {
        learnLeg(id, *leg);
        const Intent known = m_core.book.intents().value(id);
        m_core.book.commit();
        if (known.kind == IntentKind::CancelLeg)
            m_core.tasks.keep(hangUp(id));
        return;
    }
    const Intent intent = *open;
    switch (leg.error().trouble) {
    case CarrierTrouble::Canceled:
        return; // shutting down; settled at the next start
    case CarrierTrouble::Unclear:
        return readSoon(id);
    default:
        if (intent.kind == IntentKind::CancelLeg)
            return settleCancel(id);
        return giveUp(intent, RingEnd::Refused, leg.error().sentence);
    }
}

void Phones::learnLeg(const QString &id, const QString &leg)
{
    Intent intent = m_core.book.intents().value(id);
    intent.leg = leg;
    intent.answered = true;
    m_core.book.put(intent);
    if (intent.kind != IntentKind::RingPhone)
        return;
    SeatPhone phone = m_core.book.phone(intent.seat);
    phone.leg = leg;
    m_core.book.put(phone);
}

void Phones::cancel(const Intent &ringing, const QString &remark)
{
    const bool waited = m_waiting.remove(ringing.id);
    Intent intent = ringing;
    intent.kind = IntentKind::CancelLeg;
    intent.sid.clear();
    m_core.book.put(intent);
    SeatPhone phone = m_core.book.phone(intent.seat);
    phone.state = PhoneState::Down;
    phone.leg.clear();
    phone.since = m_core.clock.now();
    phone.remark = remark;
    m_core.book.put(phone);
    if (waited)
        return settleCancel(intent.id); // it never rang
    m_core.book.commit();
    if (!intent.leg.isEmpty())
        m_core.tasks.keep(hangUp(intent.id));
}

void Phones::release(const QString &seat, const QString &remark)
{
    SeatPhone phone = m_core.book.phone(seat);
    if (phone.state != PhoneState::InStudio)
        return;
    Intent intent = m_core.openIntent(IntentKind::CancelLeg, {}, seat);
    intent.leg = phone.leg;
    intent.answered = true;
    m_core.book.put(intent);
    phone.state = PhoneState::Down;
    phone.leg.clear();
    phone.since = m_core.clock.now();
    phone.remark = remark;
    m_core.book.put(phone);
    m_core.book.commit();
    m_core.tasks.keep(hangUp(intent.id));
}

bool Phones::isBeingReleased(const QString &seat) const
{
    return std::ranges::any_of(m_core.book.intents(), [&](const Intent &intent) {
        return intent.kind == IntentKind::CancelLeg && intent.seat == seat;
    });
}

QCoro::Task<void> Phones::hangUp(QString id)
{
    constexpr int enough = 30; // about a minute; a ringing phone stops by itself long before
    constexpr std::chrono::milliseconds longestPause = 2s; // somebody may be waiting to have it rung again
    const Intent intent = m_core.book.intents().value(id);
    const CarrierResult<void> result = co_await m_core.carrier.hangUp(intent.leg);
    if (result || result.error().trouble == CarrierTrouble::Gone || ++m_hangUps[id] >= enough) {
        settleCancel(id);
        co_return;
    }
    // Hanging up twice does no harm, so that this needs no reading in between.
    if (result.error().trouble != CarrierTrouble::Canceled && !m_core.stopping)
        m_core.clock.after(std::min(300ms * (1 << std::min(m_hangUps[id] - 1, 4)), longestPause), this,
                           [this, id] {
                               if (!m_core.stopping && m_core.book.intent(id))
                                   m_core.tasks.keep(hangUp(id));
                           });
}

void Phones::settleCancel(const QString &id)
{
    const Intent gone = m_core.book.intents().value(id);
    m_over.insert(gone.leg);
    m_hangUps.remove(id);
    m_reads.remove(id);
    m_core.book.settle(id);
    m_core.book.commit();
    ringWhoWaits(gone.seat);
}

void Phones::ringWhoWaits(const QString &seat)
{
    if (m_core.stopping || isBeingReleased(seat))
        return;
    for (const QString &id : m_waiting.keys())
        if (const Intent *open = m_core.book.intent(id); open && open->seat == seat)
            m_core.tasks.keep(call(m_waiting.take(id)));
}

void Phones::settle(const Intent &intent)
{
    if (intent.begun.isNull() && intent.kind == IntentKind::RingPhone)
        giveUp(intent, RingEnd::NeverRang);
    else if (intent.begun.isNull())
        settleCancel(intent.id);
    else if (intent.kind == IntentKind::CancelLeg && !intent.leg.isEmpty())
        m_core.tasks.keep(hangUp(intent.id));
    else
        m_core.tasks.keep(read(intent.id));
}

void Phones::readSoon(const QString &id)
{
    if (m_core.stopping)
        return;
    const int reads = m_reads[id]++;
    const auto pause = std::min<std::chrono::milliseconds>(300ms * (1 << std::min(reads / 2, 6)), 15s);
    m_core.clock.after(pause, this, [this, id] {
        if (!m_core.stopping && m_core.book.intent(id))
            m_core.tasks.keep(read(id));
    });
}

QCoro::Task<void> Phones::read(QString id)
{
    constexpr int enoughReads = 3; // a list may lag behind for a moment
    constexpr qint64 clocksDiffer = -5;
    const Intent intent = m_core.book.intents().value(id);
    CarrierResult<QList<LegStatus>> legs;
    if (intent.leg.isEmpty()) {
        const QDateTime since = intent.begun.addSecs(clocksDiffer);
        const QString line = m_core.book.line().number;
        legs = co_await m_core.carrier.legsTo(intent.phone, line, since);
    } else {
        const CarrierResult<LegStatus> one = co_await m_core.carrier.status(intent.leg);
        if (one)
            legs->append(*one);
        else if (one.error().trouble != CarrierTrouble::Gone)
            legs = std::unexpected(one.error());
    }
    CarrierResult<QList<StudioMember>> studio;
    if (legs)
        studio = co_await m_core.carrier.studio(intent.room);
    if (!m_core.book.intent(id))
        co_return;
    const Intent now = m_core.book.intents().value(id);
    const LegStatus leg = legs ? pick(now, *legs) : LegStatus();
    const bool learnedMeanwhile = intent.leg.isEmpty() && !now.leg.isEmpty();
    const bool tooEarly = intent.leg.isEmpty() && (learnedMeanwhile || m_reads.value(id) < enoughReads);
    if (!legs || !studio || (leg.sid.isEmpty() && tooEarly)) {
        readSoon(id);
        co_return;
    }
    const bool inStudio =
        std::ranges::any_of(*studio, [&](const StudioMember &m) { return m.sid == leg.sid; });
    concludeRing(now, leg, inStudio);
}

LegStatus Phones::pick(const Intent &intent, const QList<LegStatus> &legs) const
{
    LegStatus oldest;
    for (const LegStatus &leg : legs) { // newest first
        const bool others = std::ranges::any_of(m_core.book.intents(), [&](const Intent &other) {
            return other.id != intent.id && other.leg == leg.sid;
        });
        if (!others && !m_over.contains(leg.sid) &&
            (m_core.book.seatOfLeg(leg.sid).isEmpty() || leg.sid == intent.leg))
            oldest = leg;
    }
    return oldest;
}

void Phones::concludeRing(const Intent &intent, const LegStatus &leg, bool inStudio)
{
    if (leg.sid.isEmpty()) {
        if (intent.kind == IntentKind::CancelLeg)
            return settleCancel(intent.id);
        return giveUp(intent, RingEnd::NeverRang);
    }
    learnLeg(intent.id, leg.sid);
    const Intent known = m_core.book.intents().value(intent.id);
    if (leg.isOver())
        return legOver(known, leg.status);
    m_core.book.commit();
    if (known.kind == IntentKind::CancelLeg)
        m_core.tasks.keep(hangUp(known.id));
    else if (inStudio)
        confirm(known);
}

Steps Phones::legAsks(const LegAsks &news)
{
    if (const QString seat = m_core.book.seatOfLeg(news.leg);
        !seat.isEmpty() && m_core.book.phone(seat).state == PhoneState::InStudio) {
        if (news.cue != studioCue)
            return studioSteps(m_core.book.phone(seat)); // the same key again
        legGone(seat);
        return {HangUp{}};
    }
    const Intent *open = m_core.book.intent(news.intent);
    if (!open)
        return {HangUp{}};
    learnLeg(news.intent, news.leg);
    const Intent intent = m_core.book.intents().value(news.intent);
    if (intent.kind != IntentKind::RingPhone)
        return {HangUp{}};
    if (news.cue == keyCue) {
        if (!isYes(news.digits)) {
            giveUp(intent, RingEnd::Declined);
            return {HangUp{}};
        }
        const SeatPhone phone = m_core.book.phone(intent.seat);
        confirm(intent);
        return studioSteps(phone);
    }
    if (news.machine) {
        giveUp(intent, RingEnd::Mailbox);
        return {HangUp{}};
    }
    m_core.book.commit();
    return {questionFor(intent.sid), HangUp{}};
}

void Phones::legProgress(const LegProgress &news)
{
    if (const Intent *open = m_core.book.intent(news.intent)) {
        const bool isNew = open->leg.isEmpty() && !news.leg.isEmpty();
        if (isNew)
            learnLeg(news.intent, news.leg);
        const Intent intent = m_core.book.intents().value(news.intent);
        if (isOver(news.status) &&
            (intent.kind == IntentKind::RingPhone || intent.kind == IntentKind::CancelLeg))
            return legOver(intent, news.status);
        if (intent.kind == IntentKind::CancelLeg && isNew)
            m_core.tasks.keep(hangUp(intent.id));
    }
    const QString seat = m_core.book.seatOfLeg(news.leg);
    if (isOver(news.status) && !seat.isEmpty())
        legGone(seat);
}

void Phones::legOver(const Intent &intent, const QString &status)
{
    if (intent.kind == IntentKind::CancelLeg)
        return settleCancel(intent.id);
    RingEnd why = RingEnd::NotPressed;
    if (status == "busy"_L1)
        why = RingEnd::Busy;
    else if (status == "no-answer"_L1)
        why = RingEnd::NoAnswer;
    else if (status == "failed"_L1)
        why = RingEnd::NotReached;
    else if (status == "canceled"_L1)
        why = RingEnd::Canceled;
    giveUp(intent, why);
}

void Phones::confirm(const Intent &intent)
{
    SeatPhone phone = m_core.book.phone(intent.seat);
    phone.state = PhoneState::InStudio;
    phone.leg = intent.leg;
    phone.since = m_core.clock.now();
    phone.remark.clear();
    m_core.book.put(phone);
    m_reads.remove(intent.id);
    Q_EMIT confirmed(intent);
}

void Phones::giveUp(const Intent &intent, RingEnd why, const QString &refusal)
{
    const QString remark = refusal.isEmpty() ? asItConcerns(intent, toOwner(why)) : refusal;
    SeatPhone phone = m_core.book.phone(intent.seat);
    phone.state = PhoneState::Down;
    phone.leg.clear();
    phone.since = m_core.clock.now();
    phone.remark = remark;
    m_core.book.put(phone);
    m_reads.remove(intent.id);
    m_over.insert(intent.leg);
    Q_EMIT gaveUp(intent, remark, why);
}

void Phones::legGone(const QString &seat)
{
    SeatPhone phone = m_core.book.phone(seat);
    if (phone.state != PhoneState::InStudio)
        return;
    const SeatPhone before = phone;
    phone.state = PhoneState::Down;
    phone.leg.clear();
    phone.since = m_core.clock.now();
    phone.remark =
        phone.keepOn ? tr("Your phone has left the studio. Switch it on again to have it rung.") : QString();
    m_core.book.put(phone);
    Q_EMIT left(before);
    m_core.book.commit();
}

QCoro::Task<void> Phones::check(QString seat)
{
    const SeatPhone phone = m_core.book.phone(seat);
    if (phone.leg.isEmpty())
        co_return;
    const CarrierResult<LegStatus> leg = co_await m_core.carrier.status(phone.leg);
    CarrierResult<QList<StudioMember>> studio;
    if (phone.state == PhoneState::Ringing)
        studio = co_await m_core.carrier.studio(phone.room);
    const bool gone = !leg && leg.error().trouble == CarrierTrouble::Gone;
    if ((!leg && !gone) || !studio || m_core.book.phone(seat).leg != phone.leg)
        co_return;
    const bool over = gone || leg->isOver();
    if (over && m_core.book.phone(seat).state == PhoneState::InStudio) {
        legGone(seat);
        co_return;
    }
    for (const Intent &intent : m_core.book.intents().values()) {
        if (intent.kind != IntentKind::RingPhone || intent.leg != phone.leg)
            continue;
        const bool in =
            std::ranges::any_of(*studio, [&](const StudioMember &m) { return m.sid == phone.leg; });
        if (over)
            legOver(intent, gone ? QString() : leg->status);
        else if (in)
            confirm(intent);
    }
}

} // namespace anteroom::calls
