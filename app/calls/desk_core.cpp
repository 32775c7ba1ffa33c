// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/desk_core.h"

#include <QUuid>

namespace anteroom::calls {

DeskCore::DeskCore(SwitchboardOptions given, Carrier &theCarrier, Journal &theJournal, CallLog &theLog,
                   Clock &theClock)
    : options(std::move(given)),
      carrier(theCarrier),
      journal(theJournal),
      log(theLog),
      clock(theClock),
      book(theJournal)
{
}

CallTurn DeskCore::turnOf(const Call &call, const TurnDetails &details) const
{
    return {call, details, book.line(), &options.manners, clock.now()};
}

bool DeskCore::turn(const QString &sid, const char16_t *event, const TurnDetails &details)
{
    const Call *call = book.find(sid);
    if (!call)
        return false;
    CallTurn turn = turnOf(*call, details);
    if (!callFlow().fire(turn, QString::fromUtf16(event)))
        return false;
    book.put(turn.call);
    return true;
}

Steps DeskCore::stepsFor(const Call &call, const TurnDetails &details) const
{
    return callFlow().render(turnOf(call, details));
}

Steps DeskCore::stepsIn(CallState state, Outcome outcome, const Call &call, const TurnDetails &details) const
{
    Call there = call;
    there.state = state;
    there.outcome = outcome;
    return stepsFor(there, details);
}

void DeskCore::setDoing(const QString &sid, Doing doing, const QString &remark)
{
    const Call *known = book.find(sid);
    if (!known)
        return;
    Call call = *known;
    call.doing = doing;
    call.remark = remark;
    book.put(call);
}

Intent DeskCore::openIntent(IntentKind kind, const QString &sid, const QString &seat)
{
    Intent intent;
    intent.id = QUuid::createUuid().toString(QUuid::Id128);
    intent.kind = kind;
    intent.sid = sid;
    intent.seat = seat;
    intent.begun = clock.now();
    book.put(intent);
    return intent;
}

QString DeskCore::nameOf(const Call &call)
{
    if (!call.caller.name.isEmpty())
        return call.caller.name;
    return call.isWithheld() ? tr("the caller") : call.caller.number;
}

} // namespace anteroom::calls
