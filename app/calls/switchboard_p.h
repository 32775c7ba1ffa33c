// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/apologies.h"
#include "calls/asking.h"
#include "calls/auditions.h"
#include "calls/call_backs.h"
#include "calls/caller_news.h"
#include "calls/close_out.h"
#include "calls/connection_watch.h"
#include "calls/desk_core.h"
#include "calls/front_door.h"
#include "calls/host_line.h"
#include "calls/line_times.h"
#include "calls/lines.h"
#include "calls/listener_texts.h"
#include "calls/message_deletions.h"
#include "calls/message_search.h"
#include "calls/messages.h"
#include "calls/missed_calls.h"
#include "calls/moves.h"
#include "calls/passing_on.h"
#include "calls/people.h"
#include "calls/phones.h"
#include "calls/pulls.h"
#include "calls/queue_removal.h"
#include "calls/reconciliation.h"
#include "calls/replies.h"
#include "calls/short_calls.h"
#include "calls/switchboard.h"
#include "calls/talk_recorder.h"
#include "calls/text_news.h"
#include "calls/texting.h"
#include "calls/waits.h"

namespace anteroom::calls {

/// The parts of a switchboard, and which of them hears what.
class Switchboard::Private : public QObject
{
    Q_OBJECT
public:
    Private(SwitchboardOptions options, Carrier &carrier, Journal &journal, CallLog &log, Clock &clock);

    void settleIntents();
    void forgetEnded(const Call &call);
    Seat known(const Seat &seat) const;
    void takeManners();        ///< what of them is shown with the line
    void openWithNoticeOnly(); ///< at the start; later whoever opens the line is refused
    std::expected<void, Refusal> mayAsk(const Seat &seat, const Command &command) const;

    Steps hear(const CallArrived &news);
    Steps hear(const CallAsks &news);
    Steps hear(const CallEnded &news);
    Steps hear(const RecordingReady &news);
    Steps hear(const LegAsks &news);
    Steps hear(const LegProgress &news);
    Steps hear(const StudioNews &news);
    Steps hear(const TextCame &news);

    void carryOut(const Seat &seat, const Pull &command) { pulls.pull(seat, command); }
    void carryOut(const Seat &seat, const CancelRinging &command);
    void carryOut(const Seat &seat, const SendToVoicemail &command);
    void carryOut(const Seat &seat, const ThankAndRelease &command);
    void carryOut(const Seat &seat, const PutOnHold &command);
    void carryOut(const Seat &seat, const HangUpCall &command);
    void carryOut(const Seat &seat, const Annotate &command);
    void carryOut(const Seat &seat, const MoveInOrder &command);
    void carryOut(const Seat &seat, const StartCloseOut &command) { closeOut.start(seat, command); }
    void carryOut(const Seat &, const StopCloseOut &) { closeOut.stop(); }
    void carryOut(const Seat &, const RetryCloseOut &) { closeOut.retry(); }
    void carryOut(const Seat &seat, const OpenLine &) { core.tasks.keep(lines.set(seat.name, true)); }
    void carryOut(const Seat &seat, const CloseLine &) { core.tasks.keep(lines.set(seat.name, false)); }
    void carryOut(const Seat &seat, const KeepPhoneOn &command) { pulls.keepPhoneOn(seat, command.on); }
    void carryOut(const Seat &, const DoneWithCallBack &command);
    void carryOut(const Seat &seat, const PlayToMe &command) { auditions.play(seat, command.text); }
    void carryOut(const Seat &, const LeaveDesk &command) { asking.setDeskLeft(command.left); }
    void carryOut(const Seat &seat, const CallBack &command) { callBacks.call(seat, command); }
    void carryOut(const Seat &, const MarkMessage &command)
    {
        messages.mark(command.recording, command.heard);
    }
    void carryOut(const Seat &seat, const DeleteMessage &command)
    {
        deletions.remove(seat.name, command.recording);
    }
    void carryOut(const Seat &seat, const UndoDeleteMessage &command)
    {
        deletions.undo(seat.name, command.recording);
    }
    void carryOut(const Seat &seat, const FinishDeleteMessage &command)
    {
        deletions.finish(seat.name, command.recording);
    }
    void carryOut(const Seat &, const AnnotateMessage &command)
    {
        messages.annotate(command.recording, command.notes);
    }
    void carryOut(const Seat &seat, const GiveTo &command) { passingOn.give(seat, command); }
    void carryOut(const Seat &seat, const RecordTalk &command) { recorder.set(seat, command); }
    void carryOut(const Seat &, const MarkMissed &command) { missed.mark(command.sid, command.done); }
    void carryOut(const Seat &, const ReadText &command) { listeners.read(command.sid, command.read); }
    void carryOut(const Seat &, const MarkText &command) { listeners.mark(command.sid, command.marked); }
    void carryOut(const Seat &seat, const AnswerText &command) { listeners.answer(seat, command); }

    DeskCore core;
    ConnectionWatch watch;
    Moves moves;
    Waits waits;
    FrontDoor frontDoor;
    Phones seatPhones;
    Pulls pulls;
    CallBacks callBacks;
    Messages messages;
    TalkRecorder recorder;
    MessageDeletions deletions;
    MessageSearch messageSearch;
    CallerNews callers;
    Auditions auditions;
    Lines lines;
    LineTimes times;
    CloseOut closeOut;
    QueueRemoval queueRemoval;
    MissedCalls missed;
    Apologies apologies;
    People people;
    Texting texting;
    ShortCalls shortCalls;
    Asking asking;
    PassingOn passingOn;
    Replies replies;
    ListenerTexts listeners;
    TextNews texts;
    HostLine hostLine;
    Reconciliation reconciliation;
    QHash<QString, Seat> seats;

private:
    QSet<QString> m_leaving; ///< ended calls whose minute in view runs
};

} // namespace anteroom::calls
