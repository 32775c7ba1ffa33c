// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/short_calls.h"

#include "calls/ask_words.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString answerCue = u"answer"_s;
const QString inStudioCue = u"studio_over"_s; // the leg's from then on, see phones.cpp

} // namespace

ShortCalls::ShortCalls(DeskCore &core, People &people, Phones &phones, ConnectionWatch &watch)
    : m_core(core), m_people(people), m_phones(phones), m_watch(watch)
{
}

Intent ShortCalls::prepare(const AskPhone &who)
{
    const QString seat = m_people.seatOf(who).name;
    Intent intent = m_core.openIntent(IntentKind::AskPhone, {}, seat);
    intent.phone = who.number;
    intent.room = m_core.book.phone(seat).room;
    m_core.book.put(intent);
    return intent;
}

ShortCalls::Question ShortCalls::questionOf(const QString &id) const
{
    for (const Ask &ask : m_core.book.asks())
        for (const AskedPhone &phone : ask.phones)
            if (!id.isEmpty() && phone.intent == id)
                return {ask.sid, phone.number};
    return {};
}

Steps ShortCalls::question(const QString &sid) const
{
    const Call *call = m_core.book.find(sid);
    if (!call || !call->hearsMusic())
        return {Say{call && !call->hasEnded() ? tr("That caller has been taken care of. Goodbye.")
                                              : tr("That caller has gone. Goodbye.")},
                HangUp{}};
    return {AskKeys{spokenFor(call->caller, m_people.plan()), 1, 10, 2, answerCue}, HangUp{}};
}

void ShortCalls::ring(const QString &id)
{
    const Intent intent = m_core.book.intents().value(id);
    RingPhone request;
    request.intent = id;
    request.phone = intent.phone;
    request.line = m_core.book.line().number;
    request.ringSeconds = m_core.options.manners.ringSeconds;
    // Where nobody can be asked what a key means, any key takes the call.
    const Call call = m_core.book.calls().value(questionOf(id).sid);
    request.whenAnswered = {AskKeys{tr("You have a call from %1, %2. Press 1 to take the call. Hang up, and "
                                       "they keep waiting.")
                                        .arg(nameForAsking(call.caller), placeForAsking(call.caller)),
                                    1, 10, 2, answerCue},
                            HangUp{}};
    request.whenConfirmed = {JoinStudio{intent.room, true, inStudioCue}};
    m_calling.insert(id);
    m_core.tasks.keep(this->call(request));
}

QCoro::Task<void> ShortCalls::call(RingPhone request)
{
    const QString id = request.intent;
    co_await m_core.written();
    const Intent *open = m_core.book.intent(id);
    if (!open || m_core.stopping) {
        m_calling.remove(id);
        co_return;
    }
    if (open->kind != IntentKind::AskPhone) { // let go before anything rang
        m_calling.remove(id);
        m_core.book.settle(id);
        m_core.book.commit();
        co_return;
    }
    const CarrierResult<QString> leg = co_await m_core.carrier.ringPhone(request);
    m_calling.remove(id);
    if (!m_core.book.intent(id))
        co_return; // the leg's own news came first
    if (leg) {
        learnLeg(id, *leg);
        m_core.book.commit();
    } else if (leg.error().trouble == CarrierTrouble::Canceled) {
        co_return; // shutting down; settled at the next start
    } else if (leg.error().trouble != CarrierTrouble::Unclear) {
        end(id, AskedState::NotReached);
        co_return;
    }
    const Intent now = m_core.book.intents().value(id);
    if (now.kind == IntentKind::AskPhone)
        readSoon(id);
    else
        m_phones.settle(now);
}

void ShortCalls::learnLeg(const QString &id, const QString &leg)
{
    Intent intent = m_core.book.intents().value(id);
    intent.leg = leg;
    intent.answered = true;
    m_core.book.put(intent);
}

void ShortCalls::end(const QString &id, AskedState state)
{
    const Question question = questionOf(id);
    m_reads.remove(id);
    m_core.book.settle(id);
    if (!question.sid.isEmpty())
        Q_EMIT answered(question.sid, question.number, state);
    m_core.book.commit();
}

void ShortCalls::cancelFor(const Ask &ask)
{
    for (const AskedPhone &phone : ask.phones) {
        const Intent *open = m_core.book.intent(phone.intent);
        if (open && open->kind == IntentKind::AskPhone) {
            const Intent intent = *open;
            letGo(intent);
        }
    }
}

void ShortCalls::letGo(const Intent &asking)
{
    Intent intent = asking;
    intent.kind = IntentKind::CancelLeg;
    m_core.book.put(intent);
    m_reads.remove(intent.id);
    m_core.book.commit();
    if (!m_calling.contains(intent.id) && !m_core.stopping)
        m_phones.settle(intent);
}

Steps ShortCalls::legAsks(const LegAsks &news)
{
    learnLeg(news.intent, news.leg);
    const Intent intent = m_core.book.intents().value(news.intent);
    if (news.machine)
        return {HangUp{}}; // the end of the call says the rest
    if (news.cue == answerCue)
        return pressed(intent, news.digits);
    return news.cue.isEmpty() ? question(questionOf(intent.id).sid) : Steps{HangUp{}};
}

Steps ShortCalls::pressed(const Intent &intent, const QString &key)
{
    const Question asked = questionOf(intent.id);
    const AskPhone *who = m_people.find(asked.number);
    if (!who) { // taken off the list while the phone rang
        end(intent.id, AskedState::NotReached);
        return {HangUp{}};
    }
    const AskPhone person = *who;
    if (key != "1"_L1 && key != "2"_L1 && key != "3"_L1)
        return question(asked.sid); // no such key: the question once more
    end(intent.id, AskedState::Answered);
    const auto done = key == "1"_L1 ? m_people.takeHere(person, asked.sid, intent.leg)
                                    : m_people.carryOut(person, asked.sid,
                                                        key == "2"_L1 ? AskWish::Voicemail : AskWish::Thank);
    m_core.book.commit();
    if (!done)
        return {Say{done.error().sentence}, HangUp{}};
    if (key == "1"_L1)
        return {JoinStudio{m_core.book.phone(intent.seat).room, true, inStudioCue}};
    return {Say{key == "2"_L1 ? tr("The caller is sent to voicemail. Goodbye.")
                              : tr("The caller is thanked. Goodbye.")},
            HangUp{}};
}

void ShortCalls::legProgress(const LegProgress &news)
{
    learnLeg(news.intent, news.leg);
    LegStatus leg;
    leg.status = news.status;
    if (leg.isOver())
        end(news.intent, news.status == "completed"_L1 ? AskedState::Later : AskedState::NotReached);
}

void ShortCalls::settle(const Intent &intent)
{
    if (questionOf(intent.id).sid.isEmpty())
        return letGo(intent); // about nobody any more
    m_core.tasks.keep(read(intent.id));
}

void ShortCalls::readSoon(const QString &id)
{
    const Intent *intent = m_core.book.intent(id);
    if (!intent || m_core.stopping)
        return;
    const auto pause = m_watch.hearsWebhooks() && !intent->leg.isEmpty() ? 20s : 2s;
    m_core.clock.after(pause, this, [this, id] {
        const Intent *open = m_core.book.intent(id);
        if (open && open->kind == IntentKind::AskPhone && !m_core.stopping)
            m_core.tasks.keep(read(id));
    });
}

bool ShortCalls::isFree(const LegStatus &leg, const Intent &intent) const
{
    const bool others = std::ranges::any_of(m_core.book.intents(), [&](const Intent &other) {
        return other.id != intent.id && other.leg == leg.sid;
    });
    return !others && m_core.book.seatOfLeg(leg.sid).isEmpty();
}

QCoro::Task<void> ShortCalls::read(QString id)
{
    constexpr int enoughReads = 3; // a list may lag behind for a moment
    constexpr qint64 clocksDiffer = -5;
    const Intent intent = m_core.book.intents().value(id);
    LegStatus leg;
    if (intent.leg.isEmpty()) {
        const QDateTime since = intent.begun.addSecs(clocksDiffer);
        const QString line = m_core.book.line().number;
        const CarrierResult<QList<LegStatus>> legs =
            co_await m_core.carrier.legsTo(intent.phone, line, since);
        for (const LegStatus &each : legs.value_or(QList<LegStatus>()))
            if (isFree(each, intent))
                leg = each; // the oldest: newest come first
        if (legs && leg.sid.isEmpty() && ++m_reads[id] >= enoughReads && m_core.book.intent(id)) {
            end(id, AskedState::NotReached);
            co_return;
        }
    } else {
        const CarrierResult<LegStatus> one = co_await m_core.carrier.status(intent.leg);
        if (one)
            leg = *one;
        else if (one.error().trouble == CarrierTrouble::Gone)
            leg.status = u"completed"_s;
    }
    CarrierResult<QList<StudioMember>> studio;
    if (!leg.sid.isEmpty() && !leg.isOver())
        studio = co_await m_core.carrier.studio(intent.room);
    const Intent *open = m_core.book.intent(id);
    if (!open || open->kind != IntentKind::AskPhone)
        co_return;
    if (open->leg.isEmpty() && !leg.sid.isEmpty())
        learnLeg(id, leg.sid);
    const Intent now = m_core.book.intents().value(id);
    if (leg.isOver()) {
        end(id, leg.status == "completed"_L1 ? AskedState::Later : AskedState::NotReached);
    } else if (studio && std::ranges::any_of(*studio, [&](const StudioMember &m) {
                   return !m.sid.isEmpty() && m.sid == leg.sid;
               })) {
        foundInStudio(now);
    } else {
        m_core.book.commit();
        readSoon(id);
    }
}

/// A key was pressed where nobody could be asked what it means.
void ShortCalls::foundInStudio(const Intent &intent)
{
    const Question asked = questionOf(intent.id);
    const AskPhone *who = m_people.find(asked.number);
    const AskPhone person = who ? *who : AskPhone();
    if (!asked.sid.isEmpty())
        Q_EMIT answered(asked.sid, asked.number, AskedState::Answered);
    if (!who || !m_people.takeHere(person, asked.sid, intent.leg))
        return letGo(intent);
    m_core.book.settle(intent.id);
    m_core.book.commit();
}

} // namespace anteroom::calls
