// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/switchboard_p.h"

#include "calls/permissions.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

Switchboard::Private::Private(SwitchboardOptions options, Carrier &carrier, Journal &journal, CallLog &log,
                              Clock &clock)
    : core(std::move(options), carrier, journal, log, clock),
      watch(core),
      moves(core),
      waits(core, moves),
      frontDoor(core, watch, waits),
      seatPhones(core),
      pulls(core, seatPhones, moves),
      callBacks(core, seatPhones, moves),
      messages(core),
      recorder(core, messages),
      deletions(core),
      messageSearch(core, messages),
      callers(core, seatPhones, pulls, moves, waits, messages),
      auditions(core),
      lines(core),
      times(core, moves),
      closeOut(core, moves, pulls, lines),
      queueRemoval(core),
      missed(core),
      apologies(core, missed),
      people(core, pulls, moves),
      texting(core),
      shortCalls(core, people, seatPhones, watch),
      asking(core, people, texting, shortCalls, moves),
      passingOn(core, people, pulls, moves, asking),
      replies(core, people, texting, asking),
      listeners(core, texting),
      texts(core, people, asking, replies, listeners, watch),
      hostLine(core, seatPhones, pulls, moves, closeOut, lines, watch),
      reconciliation(core, callers, seatPhones, pulls, waits, callBacks, watch)
{
    connect(&core.book, &DeskBook::callChanged, this, &Private::forgetEnded);
    core.isReachable = [this] { return watch.heardLately(); };
    connect(&callBacks, &CallBacks::abandoned, &pulls,
            [this](const QString &seat) { pulls.releaseWhenAlone(seat, {}); });
    connect(&frontDoor, &FrontDoor::turned, &reconciliation, &Reconciliation::lookNow);
    connect(&reconciliation, &Reconciliation::foundUntold, &frontDoor, &FrontDoor::doubted);
    connect(&closeOut, &CloseOut::finished, &queueRemoval, &QueueRemoval::start);
    connect(&queueRemoval, &QueueRemoval::removed, &closeOut, &CloseOut::noteQueueDeleted);
}

void Switchboard::Private::settleIntents()
{
    for (const Intent &intent : core.book.intents().values()) {
        const Call *call = core.book.find(intent.sid);
        if (intent.kind == IntentKind::SendText || intent.kind == IntentKind::PlayToMe ||
            intent.kind == IntentKind::RenewWait || (!intent.sid.isEmpty() && (!call || call->hasEnded()))) {
            // A text can't be read back and is never sent twice, one that was to be heard can be asked for
            // again; the poll sees whose wait somebody stands in; and nothing is open for a call that is
            // over.
            core.book.settle(intent.id);
        } else if (intent.kind == IntentKind::AskPhone) {
            shortCalls.settle(intent);
        } else if (intent.kind == IntentKind::CallHostBack) {
            hostLine.settle(intent);
        } else if (intent.kind == IntentKind::RingPhone || intent.kind == IntentKind::CancelLeg) {
            seatPhones.settle(intent);
        } else if (intent.kind == IntentKind::CallOut) {
            callBacks.settle(intent);
        } else {
            moves.settle(intent);
        }
    }
    // What was shown as being done without anything open for it was never asked.
    for (const Call &call : core.book.calls().values())
        if (!core.book.intentOf(call.sid) && !call.hasEnded()) {
            if (call.isPlanned())
                core.book.forget(call.sid);
            else if (call.state == CallState::Connecting)
                core.turn(call.sid, turns::givenUp);
            else if (call.doing != Doing::Nothing)
                core.setDoing(call.sid, Doing::Nothing);
        }
    for (SeatPhone phone : core.book.phones()) {
        const bool rings = std::ranges::any_of(core.book.intents(), [&](const Intent &intent) {
            return intent.kind == IntentKind::RingPhone && intent.seat == phone.seat;
        });
        if (phone.state == PhoneState::Ringing && !rings) {
            phone.state = PhoneState::Down;
            phone.leg.clear();
            core.book.put(phone);
        } else if (phone.state == PhoneState::InStudio) {
            core.tasks.keep(seatPhones.check(phone.seat));
            pulls.releaseWhenAlone(phone.seat, {}); // stopped between its owner's key and the caller's move
        }
    }
    core.book.commit();
}

void Switchboard::Private::takeManners()
{
    LineStatus line = core.book.line();
    line.recordsTalks = core.options.manners.recordTalks != RecordTalks::Off;
    line.lacksNotice = core.options.manners.lacksNotice();
    core.book.put(line);
}

void Switchboard::Private::openWithNoticeOnly()
{
    LineStatus line = core.book.line();
    if (!line.open || !line.lacksNotice)
        return;
    line.open = false; // the phone company is told with everything else that it is told at a start
    core.book.put(line);
    Q_EMIT core.notice({}, tr("The line stays closed. %1").arg(lineLacksNotice()));
}

void Switchboard::Private::forgetEnded(const Call &call)
{
    if (!call.hasEnded() || call.callBackWanted || m_leaving.contains(call.sid))
        return;
    m_leaving.insert(call.sid);
    const auto passed =
        std::chrono::milliseconds(std::max<qint64>(0, call.stateSince.msecsTo(core.clock.now())));
    const auto left = std::max<std::chrono::milliseconds>(core.options.endedStay - passed, 0ms);
    core.clock.after(left, this, [this, sid = call.sid] {
        m_leaving.remove(sid);
        if (const Call *gone = core.book.find(sid); gone && !gone->callBackWanted)
            core.book.forget(sid);
    });
}

Seat Switchboard::Private::known(const Seat &seat) const
{
    return seats.value(seat.name, seat);
}

std::expected<void, Refusal> Switchboard::Private::mayAsk(const Seat &seat, const Command &command) const
{
    if (core.stopping)
        return std::unexpected(
            Refusal{RefusalCode::WrongState, tr("The desk is shutting down. Callers keep waiting.")});
    if (!seats.isEmpty() && !seats.contains(seat.name))
        return std::unexpected(
            Refusal{RefusalCode::NotAllowed, tr("This seat has been removed from the desk.")});
    if (auto verdict = permitted(core.book, known(seat), command); !verdict)
        return verdict;
    if (const auto *give = std::get_if<GiveTo>(&command))
        if (auto verdict = passingOn.mayGive(known(seat), *give); !verdict)
            return verdict;
    if (const auto *record = std::get_if<RecordTalk>(&command))
        if (auto verdict = recorder.mayRecord(*record); !verdict)
            return verdict;
    if (const auto *leave = std::get_if<LeaveDesk>(&command);
        leave && leave->left && core.options.asking.phones.isEmpty())
        return std::unexpected(Refusal{RefusalCode::WrongState,
                                       tr("No phones are on the list to be asked, so nobody would hear of "
                                          "callers. Add one in the settings under “Ask phones” first.")});
    if (const auto *answer = std::get_if<AnswerText>(&command)) {
        if (auto verdict = listeners.mayAnswer(*answer); !verdict)
            return verdict;
    }
    const bool asksCarrier =
        !std::holds_alternative<Annotate>(command) && !std::holds_alternative<MoveInOrder>(command) &&
        !std::holds_alternative<DoneWithCallBack>(command) && !std::holds_alternative<MarkMessage>(command) &&
        !std::holds_alternative<LeaveDesk>(command) && !std::holds_alternative<AnnotateMessage>(command) &&
        !std::holds_alternative<UndoDeleteMessage>(command) && !std::holds_alternative<MarkMissed>(command) &&
        !std::holds_alternative<ReadText>(command) && !std::holds_alternative<MarkText>(command) &&
        !std::holds_alternative<StopCloseOut>(command);
    if (const auto locked = watch.lockedOut(); locked && asksCarrier)
        return std::unexpected(Refusal{RefusalCode::CarrierRefused, locked->sentence, {}, locked->code});
    return {};
}

Steps Switchboard::Private::hear(const CallArrived &news)
{
    if (hostLine.takes(news.sid, news.line))
        return hostLine.arrived(news);
    Steps steps = callers.arrived(news);
    waits.given(news.sid, steps);
    return steps;
}

Steps Switchboard::Private::hear(const CallAsks &news)
{
    if (hostLine.takes(news.sid, news.line))
        return hostLine.asks(news);
    Steps steps = callers.asks(news);
    waits.given(news.sid, steps);
    return steps;
}

Steps Switchboard::Private::hear(const CallEnded &news)
{
    if (hostLine.takes(news.sid, news.line))
        hostLine.ended(news.sid);
    else
        callers.ended(news);
    return {};
}

Steps Switchboard::Private::hear(const RecordingReady &news)
{
    messages.ready(news);
    return {};
}

Steps Switchboard::Private::hear(const LegAsks &news)
{
    const Intent *intent = core.book.intent(news.intent);
    if (intent && intent->kind == IntentKind::AskPhone)
        return shortCalls.legAsks(news);
    if (hostLine.takesLeg(news.intent, news.leg))
        return hostLine.legAsks(news);
    return auditions.knows(news.intent) ? auditions.legAsks(news) : seatPhones.legAsks(news);
}

Steps Switchboard::Private::hear(const LegProgress &news)
{
    if (const Intent *intent = core.book.intent(news.intent);
        intent && intent->kind == IntentKind::AskPhone) {
        shortCalls.legProgress(news);
        return {};
    }
    if (hostLine.takesLeg(news.intent, news.leg)) {
        hostLine.legProgress(news);
        return {};
    }
    callBacks.progress(news);
    LegStatus leg;
    leg.status = news.status;
    if (const Call *call = core.book.find(news.leg); call && call->outbound && leg.isOver())
        callers.ended({news.leg, news.status});
    seatPhones.legProgress(news);
    return {};
}

Steps Switchboard::Private::hear(const TextCame &news)
{
    texts.came(news);
    return {};
}

Steps Switchboard::Private::hear(const StudioNews &news)
{
    if (!hostLine.isHost(news.sid)) // they come and go; the end of their call says when it is over
        callers.studio(news);
    return {};
}

void Switchboard::Private::carryOut(const Seat &, const CancelRinging &command)
{
    if (const Intent *open = core.book.intentOf(command.sid)) {
        const Intent intent = *open;
        if (core.book.calls().value(command.sid).isPlanned())
            return callBacks.cancel(intent);
        pulls.cancel(intent);
    }
}

void Switchboard::Private::carryOut(const Seat &seat, const SendToVoicemail &command)
{
    moves.begin(IntentKind::SendToVoicemail, command.sid, seat.name);
}

void Switchboard::Private::carryOut(const Seat &seat, const ThankAndRelease &command)
{
    moves.begin(IntentKind::Thank, command.sid, seat.name);
}

void Switchboard::Private::carryOut(const Seat &seat, const PutOnHold &command)
{
    moves.begin(IntentKind::PutOnHold, command.sid, seat.name);
}

void Switchboard::Private::carryOut(const Seat &seat, const HangUpCall &command)
{
    moves.begin(IntentKind::HangUp, command.sid, seat.name);
}

void Switchboard::Private::carryOut(const Seat &seat, const Annotate &command)
{
    Call call = core.book.calls().value(command.sid);
    call.topic = command.topic.value_or(call.topic);
    call.notes = command.notes.value_or(call.notes);
    call.sayItLike = command.sayItLike.value_or(call.sayItLike);
    if (command.screening) {
        call.screening = *command.screening;
        call.screeningBy = call.screening == Screening::New ? QString() : seat.name;
    }
    core.book.put(call);
}

void Switchboard::Private::carryOut(const Seat &, const DoneWithCallBack &command)
{
    Call call = core.book.calls().value(command.sid);
    call.callBackWanted = false;
    call.remark.clear();
    core.book.put(call);
}

void Switchboard::Private::carryOut(const Seat &, const MoveInOrder &command)
{
    if (command.sid == command.before)
        return;
    const double order = core.book.orderBefore(command.before, double(core.clock.now().toMSecsSinceEpoch()));
    Call call = core.book.calls().value(command.sid);
    call.order = order;
    core.book.put(call);
}

} // namespace anteroom::calls
