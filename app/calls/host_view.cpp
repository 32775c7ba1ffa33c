// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_view.h"

#include "calls/host_words.h"

#include <algorithm>

namespace anteroom::calls {

QStringList hostQueue(const DeskBook &book)
{
    QList<Call> waiting;
    for (const Call &call : book.calls()) {
        const bool leaves = call.doing == Doing::Thanking || call.doing == Doing::SendingToVoicemail ||
                            call.doing == Doing::HangingUp;
        if (call.state == CallState::Waiting && !leaves)
            waiting.append(call);
    }
    std::ranges::sort(waiting, {}, &Call::order);
    QStringList sids;
    for (const Call &call : std::as_const(waiting))
        sids.append(call.sid);
    return sids;
}

const Call *callerOf(const DeskBook &book, const HostCall &call)
{
    const Call *caller = book.find(call.caller);
    if (!caller)
        return nullptr;
    const bool ours = caller->state == CallState::Connected && caller->seat == call.seat;
    const bool back = caller->state == CallState::Waiting;
    const Intent *intent = book.intentOf(caller->sid);
    const bool free = !intent || intent->kind == IntentKind::RenewWait;
    return (ours || back) && free ? caller : nullptr;
}

HostView hostView(const DeskCore &core, const HostCall &call)
{
    HostView view;
    const QStringList waiting = hostQueue(core.book);
    view.waiting = int(waiting.size());
    view.lineOpen = core.book.line().open;
    view.afterTalk = core.options.host.afterTalk;
    if (!call.seat.isEmpty())
        view.room = core.book.phone(call.seat).room;
    if (const Call *caller = callerOf(core.book, call))
        view.caller = spokenCaller(caller->caller);
    if (!waiting.isEmpty()) {
        const auto fresh =
            std::ranges::find_if(waiting, [&](const QString &sid) { return !call.had.contains(sid); });
        const Call first = core.book.calls().value(fresh == waiting.end() ? waiting.first() : *fresh);
        view.first = spokenWaiting(first.caller, first.arrival.secsTo(core.clock.now()));
    }
    return view;
}

} // namespace anteroom::calls
