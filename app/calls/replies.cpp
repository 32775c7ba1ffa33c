// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/replies.h"

#include "calls/ask_words.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

Replies::Replies(DeskCore &core, People &people, Texting &texting, Asking &asking)
    : m_core(core), m_people(people), m_texting(texting), m_asking(asking)
{
    connect(&core, &DeskCore::notice, this, &Replies::passOn);
}

void Replies::hear(const AskPhone &who, const QString &body)
{
    const std::optional<Reply> reply = understood(body, m_people.plan().words);
    switch (networkWord(body)) {
    case NetworkWord::OptOut: // no text gets there any more; whoever is needed is called
        m_core.book.put(TextRefusal{who.number, m_core.clock.now()});
        return;
    case NetworkWord::OptIn:
        m_core.book.put(TextRefusal{who.number, {}});
        if (!reply)
            return;
        break;
    case NetworkWord::Help: // answered by the network
        if (!reply)
            return;
        break;
    case NetworkWord::None:
        break;
    }
    if (!reply)
        return help(who, tr("This was not understood; nothing was done."));
    const Meant call = meant(who.number, reply->number);
    switch (call.what) {
    case Meant::ThisCall:
        return carryOut(who, call.sid, reply->wish);
    case Meant::GoneCall:
        m_asking.note(call.sid, who.number, AskedState::Answered);
        return m_texting.tell(who.number,
                              (tr("That caller has gone.") + u' ' + whoWaits(who.number)).trimmed());
    case Meant::Several:
        return help(who, tr("More than one caller waits; nothing was done."));
    case Meant::Nobody:
        return help(who, {});
    }
}

bool Replies::isThere(const Ask &ask) const
{
    const Call *call = m_core.book.find(ask.sid);
    return call && !call->hasEnded() && !ask.gone.isValid();
}

Replies::Meant Replies::of(const Ask &ask) const
{
    return {isThere(ask) ? Meant::ThisCall : Meant::GoneCall, ask.sid};
}

Replies::Meant Replies::meant(const QString &number, int callNumber) const
{
    QList<Ask> askedOf; // this phone, newest first
    for (const Ask &ask : m_core.book.asks())
        if (ask.phone(number))
            askedOf.append(ask);
    std::ranges::sort(askedOf, std::ranges::greater(), [&](const Ask &ask) { return ask.phone(number)->at; });
    if (callNumber > 0) {
        const auto found = std::ranges::find(askedOf, callNumber, &Ask::number);
        return found == askedOf.end() ? Meant{Meant::Nobody} : of(*found);
    }
    // By the letter: only one text at a time does without a number.
    QList<Ask> open;
    for (const Ask &ask : askedOf) {
        const AskedPhone &phone = *ask.phone(number);
        if (!Asking::isOpenText(phone))
            continue;
        if (!phone.numbered)
            return of(ask);
        open.append(ask);
    }
    if (open.size() == 1)
        return of(open.first());
    if (open.size() > 1)
        return {Meant::Several};
    // Somebody who has answered may answer anew: "later", then "take".
    const QList<Ask> waiting = waitingFor(number);
    if (waiting.size() > 1)
        return {Meant::Several};
    if (waiting.size() == 1)
        return of(waiting.first());
    return askedOf.isEmpty() ? Meant{Meant::Nobody} : of(askedOf.first());
}

QList<Ask> Replies::waitingFor(const QString &number) const
{
    QList<Ask> waiting;
    for (const Ask &ask : m_core.book.asks()) {
        const Call *call = m_core.book.find(ask.sid);
        if (ask.phone(number) && call && call->hearsMusic())
            waiting.append(ask);
    }
    std::ranges::sort(waiting, {}, &Ask::number);
    return waiting;
}

QString Replies::whoWaits(const QString &number) const
{
    constexpr qsizetype mostNamed = 5;
    const QList<Ask> waiting = waitingFor(number);
    if (waiting.isEmpty())
        return {};
    const AskPlan &plan = m_people.plan();
    if (waiting.size() == 1)
        return tr("%1 is waiting. Reply %2.")
            .arg(waiting.first().who, answersFor(waiting.first().number, plan));
    QStringList names;
    for (const Ask &ask : waiting.first(std::min(mostNamed, waiting.size())))
        names.append(u"%1 %2"_s.arg(ask.number).arg(ask.who));
    return tr("Waiting: %1. Reply %2.").arg(names.join(u", "_s), answersFor(waiting.first().number, plan));
}

void Replies::help(const AskPhone &who, const QString &why)
{
    // An answering machine for texts would answer ours for ever.
    constexpr qsizetype most = 3;
    constexpr qint64 within = 600; // seconds
    QList<QDateTime> &helped = m_helped[who.number];
    helped.removeIf([&](const QDateTime &at) { return at.secsTo(m_core.clock.now()) > within; });
    if (helped.size() >= most)
        return;
    helped.append(m_core.clock.now());
    const QString waiting = whoWaits(who.number);
    const QString nobody = tr("Nobody is waiting for your answer.");
    m_texting.tell(who.number, (why + u' ' + (waiting.isEmpty() ? nobody : waiting)).trimmed());
}

void Replies::carryOut(const AskPhone &who, const QString &sid, AskWish wish)
{
    if (wish == AskWish::Later)
        return m_asking.note(sid, who.number, AskedState::Later);
    m_asking.note(sid, who.number, AskedState::Answered);
    if (const auto done = m_people.carryOut(who, sid, wish); !done)
        m_texting.tell(who.number, done.error().sentence);
}

/// What a window would show to a console goes to a person's phone, if they have answered by text.
void Replies::passOn(const QString &seat, const QString &sentence)
{
    const AskPhone *who = seat.isEmpty() ? nullptr : m_people.ofSeat(seat);
    if (!who)
        return;
    const bool byText = std::ranges::any_of(m_core.book.asks(), [&](const Ask &ask) {
        const AskedPhone *phone = ask.phone(who->number);
        return phone && !phone->byCall && phone->state == AskedState::Answered;
    });
    if (byText)
        m_texting.tell(who->number, sentence);
}

void Replies::noteFoundLate()
{
    if (!std::exchange(m_saidUntold, true))
        Q_EMIT m_core.notice(
            {}, tr("An answer by text was found late: texts to the line are told to another program, perhaps "
                   "a messaging service or an app at the phone company. Callers wait longer for it; give the "
                   "line's texts to this desk there."));
}

} // namespace anteroom::calls
