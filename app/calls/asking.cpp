// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/asking.h"

#include "calls/ask_words.h"
#include "calls/permissions.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto answersComeLate = 15min; // so long a late answer is told that the caller has gone
constexpr qint64 soonestNext = 10;      // seconds, after a phone that was to take the call has not

} // namespace

Asking::Asking(DeskCore &core, People &people, Texting &texting, ShortCalls &shortCalls, Moves &moves)
    : m_core(core), m_people(people), m_texting(texting), m_shortCalls(shortCalls), m_moves(moves)
{
    connect(&core.book, &DeskBook::callChanged, this, [this](const Call &call) { lookSoon(call.sid); });
    connect(&shortCalls, &ShortCalls::answered, this, &Asking::note);
}

bool Asking::isOn() const
{
    const AskPlan &plan = m_people.plan();
    return !plan.phones.isEmpty() && (plan.alsoWithDesk || m_core.book.line().deskLeft);
}

void Asking::setPlan(AskPlan plan)
{
    m_core.options.asking = std::move(plan);
    comeBackWithoutPhones();
    lookAtAll();
}

/// With nobody on the list, callers would be announced nowhere at all.
void Asking::comeBackWithoutPhones()
{
    if (!m_core.book.line().deskLeft || !m_people.plan().phones.isEmpty())
        return;
    setDeskLeft(false);
    Q_EMIT m_core.notice({},
                         tr("Nobody is on the list of phones to ask any more, so callers are announced at "
                            "this desk again."));
}

void Asking::setDeskLeft(bool left)
{
    LineStatus line = m_core.book.line();
    if (line.deskLeft == left)
        return;
    line.deskLeft = left;
    m_core.book.put(line);
    // Whoever leaves the desk wants the phones to hear of those, too, whom nobody took before.
    for (const Ask &ask : m_core.book.asks().values())
        if (const Call *call = m_core.book.find(ask.sid); left && ask.over && !ask.isGift() && call &&
                                                          call->state == CallState::Waiting &&
                                                          !m_core.book.intentOf(ask.sid))
            m_core.book.forgetAsk(ask.sid);
    lookAtAll();
}

void Asking::takeUp()
{
    comeBackWithoutPhones();
    for (const Ask &ask : m_core.book.asks().values()) {
        if (ask.gone.isValid()) {
            const auto passed = std::chrono::milliseconds(ask.gone.msecsTo(m_core.clock.now()));
            forgetLater(ask.sid, std::max<std::chrono::milliseconds>(answersComeLate - passed, 0ms));
            continue;
        }
        for (const AskedPhone &phone : ask.phones) {
            if (!phone.givenBy.isEmpty())
                armGift(ask.sid, phone.number, std::chrono::seconds(m_people.plan().secondsForEach));
            if (phone.state != AskedState::Asking && !(phone.byCall && phone.isOpen()))
                continue;
            if (phone.byCall && !m_core.book.intent(phone.intent)) {
                callPhone(ask.sid, phone.number); // was about to be rung
            } else if (!phone.byCall && phone.body.isEmpty()) {
                if (const AskPhone *who = m_people.find(phone.number))
                    m_core.tasks.keep(textPhone(ask.sid, *who));
            } else if (!phone.byCall) {
                m_unsure.insert(phone.body);
                change(ask.sid, phone.number, [](AskedPhone &asked) { asked.state = AskedState::Asked; });
                m_core.tasks.keep(check(ask.sid, phone.number));
            }
        }
    }
    lookAtAll();
    if (!m_core.book.asks().isEmpty())
        Q_EMIT began();
}

void Asking::lookAtAll()
{
    QList<Call> calls = m_core.book.calls().values();
    std::ranges::sort(calls, {}, &Call::order);
    for (const Call &call : std::as_const(calls))
        look(call.sid);
    for (const Ask &ask : m_core.book.asks().values())
        look(ask.sid);
}

void Asking::lookSoon(const QString &sid)
{
    // Not at once: whoever changes the call is in the middle of it.
    m_toLookAt.insert(sid);
    if (m_toLookAt.size() > 1)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (const QString &changed : std::exchange(m_toLookAt, {}))
                look(changed);
        },
        Qt::QueuedConnection);
}

void Asking::look(const QString &sid)
{
    if (m_core.stopping)
        return;
    const Call *known = m_core.book.find(sid);
    const Ask *ask = m_core.book.ask(sid);
    if (!ask) {
        // Whoever was called from here talks to the desk that called them.
        if (known && known->state == CallState::Waiting && !known->outbound && isOn()) {
            const Call call = *known;
            begin(call);
        }
        return;
    }
    if (!known || known->hasEnded())
        return leave(sid, true);
    if (!known->hearsMusic())
        return leave(sid, false);
    const Call call = *known;
    follow(call);
}

int Asking::freeNumber() const
{
    int number = 1;
    while (std::ranges::any_of(m_core.book.asks(), [&](const Ask &ask) { return ask.number == number; }))
        ++number;
    return number;
}

void Asking::begin(const Call &call)
{
    Ask ask;
    ask.sid = call.sid;
    ask.number = freeNumber();
    ask.who = nameForAsking(call.caller);
    ask.due = m_core.clock.now();
    m_core.book.put(ask);
    Q_EMIT began();
    askNext(call.sid);
}

/// The caller waits: perhaps again, because the phone that was to take them did not.
void Asking::follow(const Call &call)
{
    const Ask ask = *m_core.book.ask(call.sid);
    if (ask.over || call.state != CallState::Waiting || m_core.book.intentOf(call.sid))
        return showOn(call.sid);
    const bool wasTaken = std::ranges::any_of(
        ask.phones, [](const AskedPhone &phone) { return phone.state == AskedState::Answered; });
    change(call.sid, [&](Ask &changed) {
        const QDateTime soon = m_core.clock.now().addSecs(soonestNext);
        if (wasTaken)
            changed.due = std::max(changed.due, soon);
        for (AskedPhone &phone : changed.phones)
            if (phone.state == AskedState::Answered)
                phone.state = AskedState::Asked; // may answer again
    });
    arm(call.sid);
    showOn(call.sid);
}

/// Nobody else is asked about this call; those who still are need not answer any more.
void Asking::leave(const QString &sid, bool gone)
{
    const Ask ask = *m_core.book.ask(sid);
    if (ask.over && !ask.isGift() && (!gone || ask.gone.isValid()))
        return;
    m_shortCalls.cancelFor(ask);
    change(sid, [&](Ask &changed) {
        changed.over = true;
        for (AskedPhone &phone : changed.phones)
            phone.givenBy.clear();
        if (gone)
            changed.gone = m_core.clock.now();
    });
    m_armed.remove(sid);
    if (gone)
        forgetLater(sid, answersComeLate);
    showOn(sid);
}

void Asking::forgetLater(const QString &sid, std::chrono::milliseconds after)
{
    m_core.clock.after(after, this, [this, sid] {
        if (const Ask *ask = m_core.book.ask(sid); ask && ask->gone.isValid())
            m_core.book.forgetAsk(sid);
    });
}

void Asking::arm(const QString &sid)
{
    const Ask *ask = m_core.book.ask(sid);
    if (!ask || ask->over || m_armed.value(sid) == ask->due)
        return;
    const QDateTime when = ask->due;
    m_armed.insert(sid, when);
    const auto left = std::chrono::milliseconds(std::max<qint64>(0, m_core.clock.now().msecsTo(when)));
    m_core.clock.after(left, this, [this, sid, when] { due(sid, when); });
}

void Asking::due(const QString &sid, const QDateTime &when)
{
    const Ask *ask = m_core.book.ask(sid);
    if (!ask || ask->over || ask->due != when || m_core.stopping)
        return;
    m_armed.remove(sid);
    const Call *call = m_core.book.find(sid);
    if (call && call->state == CallState::Waiting && !m_core.book.intentOf(sid))
        return askNext(sid);
    change(sid, [&](Ask &changed) { changed.due = m_core.clock.now().addSecs(soonestNext); });
    arm(sid); // somebody's phone rings for the caller
}

void Asking::askNext(const QString &sid)
{
    const Ask ask = *m_core.book.ask(sid);
    const AskPlan &plan = m_people.plan();
    QList<AskPhone> next;
    for (const AskPhone &who : plan.phones)
        if (!ask.phone(who.number) && (next.isEmpty() || plan.allAtOnce) &&
            std::ranges::find(next, who.number, &AskPhone::number) == next.end())
            next.append(who);
    if (next.isEmpty() || !isOn())
        return finish(sid);
    change(sid, [&](Ask &changed) {
        changed.due = m_core.clock.now().addSecs(plan.secondsForEach);
        for (const AskPhone &who : std::as_const(next)) {
            AskedPhone asked;
            asked.name = who.name;
            asked.number = who.number;
            asked.at = m_core.clock.now();
            asked.byCall = who.by == AskBy::Call || refusesTexts(who.number);
            changed.phones.append(asked);
        }
    });
    arm(sid);
    for (const AskPhone &who : std::as_const(next)) {
        const AskedPhone *asked = m_core.book.ask(sid)->phone(who.number);
        if (asked->byCall)
            callPhone(sid, who.number);
        else
            m_core.tasks.keep(textPhone(sid, who));
    }
    showOn(sid);
    m_core.book.commit();
}

void Asking::finish(const QString &sid)
{
    const Ask ask = *m_core.book.ask(sid);
    change(sid, [](Ask &changed) { changed.over = true; });
    m_armed.remove(sid);
    const Call *call = m_core.book.find(sid);
    const bool waits = call && call->state == CallState::Waiting && !m_core.book.intentOf(sid);
    if (waits && isOn() && m_people.plan().then == AskEnd::Voicemail) {
        m_shortCalls.cancelFor(ask);
        m_moves.begin(IntentKind::SendToVoicemail, sid, tr("The list of phones"));
    }
    showOn(sid);
    m_core.book.commit();
}

bool Asking::isAsking(const QString &sid, const QString &number) const
{
    const Ask *ask = m_core.book.ask(sid);
    const AskedPhone *phone = ask ? ask->phone(number) : nullptr;
    if (!phone)
        return false;
    const bool rings = phone->byCall && m_core.book.intent(phone->intent);
    return rings || (phone->isOpen() && ask->concerns(*phone));
}

void Asking::askJust(const QString &sid, const AskPhone &who, const QString &giver)
{
    const Call call = m_core.book.calls().value(sid);
    const std::chrono::seconds patience(m_people.plan().secondsForEach);
    const QDateTime now = m_core.clock.now();
    if (!m_core.book.ask(sid)) {
        Ask ask;
        ask.sid = sid;
        ask.number = freeNumber();
        ask.who = nameForAsking(call.caller);
        ask.due = now;
        ask.over = true; // the list itself has no turn
        m_core.book.put(ask);
    }
    AskedPhone asked;
    asked.name = who.name;
    asked.number = who.number;
    asked.at = now;
    asked.byCall = who.by == AskBy::Call || refusesTexts(who.number);
    asked.givenBy = giver;
    change(sid, [&](Ask &ask) {
        ask.phones.removeIf([&](const AskedPhone &phone) { return phone.number == who.number; });
        ask.phones.append(asked);
        if (!ask.over)
            ask.due = std::max(ask.due, now.addSecs(patience.count()));
    });
    m_core.setDoing(sid, call.doing); // what was said of an earlier try is over
    arm(sid);
    armGift(sid, who.number, patience);
    Q_EMIT began();
    if (asked.byCall)
        callPhone(sid, who.number);
    else
        m_core.tasks.keep(textPhone(sid, who));
    showOn(sid);
    m_core.book.commit();
}

void Asking::armGift(const QString &sid, const QString &number, std::chrono::milliseconds left)
{
    m_core.clock.after(left, this, [this, sid, number] {
        constexpr auto untilHungUp = 5s;
        const Ask *ask = m_core.book.ask(sid);
        const AskedPhone *phone = ask ? ask->phone(number) : nullptr;
        if (m_core.stopping || !phone || phone->givenBy.isEmpty())
            return;
        const qint64 passed = phone->at.msecsTo(m_core.clock.now());
        const qint64 patience = qint64{m_people.plan().secondsForEach} * 1000;
        if (phone->byCall && m_core.book.intent(phone->intent))
            armGift(sid, number, untilHungUp); // still rings, or the question is just being heard
        else if (passed < patience)
            armGift(sid, number, std::chrono::milliseconds(patience - passed)); // asked once more meanwhile
        else
            endGift(sid, number);
    });
}

/// Whoever wanted to pass the call on is told what has come of it.
void Asking::endGift(const QString &sid, const QString &number)
{
    const Ask *ask = m_core.book.ask(sid);
    const AskedPhone *known = ask ? ask->phone(number) : nullptr;
    if (!known || known->givenBy.isEmpty())
        return;
    const AskedPhone phone = *known;
    change(sid, number, [](AskedPhone &asked) { asked.givenBy.clear(); });
    showOn(sid);
    Q_EMIT giftAnswered(sid, phone);
    m_core.book.commit();
}

void Asking::note(const QString &sid, const QString &number, AskedState state)
{
    change(sid, number, [state](AskedPhone &phone) { phone.state = state; });
    endGift(sid, number);
    const Ask *ask = m_core.book.ask(sid);
    if (!ask || ask->over)
        return;
    showOn(sid);
    const bool declined = state == AskedState::Later || state == AskedState::NotReached;
    if (!declined || std::ranges::any_of(ask->phones, &AskedPhone::isOpen))
        return;
    change(sid, [&](Ask &changed) { changed.due = m_core.clock.now(); });
    m_armed.remove(sid);
    arm(sid);
}

void Asking::change(const QString &sid, const std::function<void(Ask &)> &how)
{
    const Ask *known = m_core.book.ask(sid);
    if (!known)
        return;
    Ask ask = *known;
    how(ask);
    m_core.book.put(ask);
}

void Asking::change(const QString &sid, const QString &number, const std::function<void(AskedPhone &)> &how)
{
    change(sid, [&](Ask &ask) {
        if (AskedPhone *phone = ask.phone(number))
            how(*phone);
    });
}

/// What the row says of it.
void Asking::showOn(const QString &sid)
{
    const Call *known = m_core.book.find(sid);
    const Ask *ask = m_core.book.ask(sid);
    if (!known || !ask)
        return;
    QStringList asked;
    QStringList silent;
    for (const AskedPhone &phone : ask->phones) {
        const QString name = phone.name.isEmpty() ? phone.number : phone.name;
        silent.append(name);
        if (phone.isOpen() && ask->concerns(phone))
            asked.append(phone.byCall ? tr("%1 by phone").arg(name) : tr("%1 by text").arg(name));
    }
    Call call = *known;
    if (!call.hearsMusic())
        call.asking.clear();
    else if (!asked.isEmpty())
        call.asking = tr("Asking %1").arg(asked.join(u", "_s));
    else
        call.asking =
            ask->over && !silent.isEmpty() ? tr("No answer from %1").arg(silent.join(u", "_s)) : QString();
    m_core.book.put(call);
}

bool Asking::isWanted(const QString &sid, const QString &number) const
{
    const Ask *ask = m_core.book.ask(sid);
    const AskedPhone *phone = ask ? ask->phone(number) : nullptr;
    return phone && ask->concerns(*phone) && phone->state == AskedState::Asking && !m_core.stopping;
}

bool Asking::refusesTexts(const QString &number) const
{
    return !m_core.options.manners.textsOn || m_texting.refuses(number);
}

void Asking::refuse(const QString &number)
{
    m_core.book.put(TextRefusal{number, m_core.clock.now()});
}

/// An answer without a number means the call of the text without a number; so there is never more than one.
bool Asking::needsNumber(const QString &sid, const QString &number) const
{
    const auto waits = [&](const Call &call) { return call.sid != sid && call.hearsMusic(); };
    const auto stillOpen = [&](const Ask &ask) {
        const AskedPhone *phone = ask.phone(number);
        return ask.sid != sid && phone && isOpenText(*phone);
    };
    return std::ranges::any_of(m_core.book.calls(), waits) ||
           std::ranges::any_of(m_core.book.asks(), stillOpen);
}

QCoro::Task<void> Asking::textPhone(QString sid, AskPhone who)
{
    if (refusesTexts(who.number)) { // by now, though perhaps not when the phone's turn came
        callPhone(sid, who.number);
        co_return;
    }
    if (who.by == AskBy::Automatic) {
        const CarrierResult<LineKind> kind = co_await m_core.carrier.kindOf(who.number);
        if (!isWanted(sid, who.number))
            co_return;
        if (kind && *kind == LineKind::Landline) {
            refuse(who.number);
            callPhone(sid, who.number);
            co_return;
        }
    }
    const Call *call = m_core.book.find(sid);
    if (!call || !isWanted(sid, who.number))
        co_return;
    const bool numbered = needsNumber(sid, who.number);
    const int number = numbered ? m_core.book.ask(sid)->number : 0;
    const QString body = textFor(call->caller, number, m_people.plan());
    change(sid, who.number, [&](AskedPhone &asked) {
        asked.numbered = numbered;
        asked.body = body;
        asked.at = m_core.clock.now();
    });
    const CarrierResult<void> sent = co_await m_texting.send(who.number, body);
    const CarrierTrouble trouble = sent ? CarrierTrouble::Unclear : sent.error().trouble;
    if (trouble == CarrierTrouble::Canceled)
        co_return; // shutting down; looked up at the next start
    if (!sent && sent.error().lasting)
        refuse(who.number);
    if (sent || trouble == CarrierTrouble::Unclear) {
        if (!sent)
            m_unsure.insert(body);
        change(sid, who.number, [](AskedPhone &asked) {
            if (asked.state == AskedState::Asking)
                asked.state = AskedState::Asked;
        });
        showOn(sid);
        checkIn(sid, who.number, 8s);
    } else if (isWanted(sid, who.number)) {
        callPhone(sid, who.number);
    }
    m_core.book.commit();
}

void Asking::checkIn(const QString &sid, const QString &number, std::chrono::milliseconds pause)
{
    m_core.clock.after(pause, this, [this, sid, number] {
        if (!m_core.stopping)
            m_core.tasks.keep(check(sid, number));
    });
}

/// Texts are accepted first and refused later: what became of this one?
QCoro::Task<void> Asking::check(QString sid, QString number)
{
    constexpr qint64 clocksDiffer = -5;
    const Ask *ask = m_core.book.ask(sid);
    const AskedPhone *known = ask ? ask->phone(number) : nullptr;
    if (!known || !isOpenText(*known) || !ask->concerns(*known))
        co_return;
    const AskedPhone asked = *known;
    const QString line = m_core.book.line().number;
    const QDateTime since = asked.at.addSecs(clocksDiffer);
    const CarrierResult<QList<TextRecord>> texts = co_await m_core.carrier.listTexts(line, number, since);
    ask = m_core.book.ask(sid);
    known = ask ? ask->phone(number) : nullptr;
    if (m_core.stopping || !known || !ask->concerns(*known) || known->state != AskedState::Asked ||
        known->byCall)
        co_return;
    if (!texts) {
        checkIn(sid, number, 8s);
        co_return;
    }
    const auto found = std::ranges::find(*texts, asked.body, &TextRecord::body);
    if (found == texts->end()) {
        if (!m_unsure.remove(asked.body))
            co_return; // it was accepted, so it is somewhere
        change(sid, number, [](AskedPhone &phone) { phone.state = AskedState::Asking; });
        if (const AskPhone *who = m_people.find(number))
            m_core.tasks.keep(textPhone(sid, *who)); // it never got there
        co_return;
    }
    m_unsure.remove(asked.body);
    if (!found->failed) {
        const qint64 age = asked.at.secsTo(m_core.clock.now());
        if (age < 20)
            checkIn(sid, number, 20s);
        co_return;
    }
    if (found->lasting)
        refuse(number);
    change(sid, number, [](AskedPhone &phone) { phone.state = AskedState::Asking; });
    callPhone(sid, number);
}

void Asking::callPhone(const QString &sid, const QString &number)
{
    constexpr auto untilFree = 3s;
    const AskPhone *who = m_people.find(number);
    if (!who || !isWanted(sid, number))
        return;
    if (m_people.isOccupied(*who)) {
        m_core.clock.after(untilFree, this, [this, sid, number] { callPhone(sid, number); });
        return;
    }
    const Intent intent = m_shortCalls.prepare(*who);
    change(sid, [&](Ask &ask) {
        const int seconds = m_people.plan().secondsForEach;
        ask.due = std::max(ask.due, m_core.clock.now().addSecs(seconds)); // counts from the ringing
        AskedPhone &asked = *ask.phone(number);
        asked.byCall = true;
        asked.state = AskedState::Asked;
        asked.at = m_core.clock.now();
        asked.intent = intent.id;
    });
    arm(sid);
    showOn(sid);
    m_shortCalls.ring(intent.id);
}

} // namespace anteroom::calls
