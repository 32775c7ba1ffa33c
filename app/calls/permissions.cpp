// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/permissions.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>

namespace anteroom::calls {

namespace {

using Verdict = std::expected<void, Refusal>;

class Permissions
{
    Q_DECLARE_TR_FUNCTIONS(Permissions)

public:
    Permissions(const DeskBook &book, const Seat &seat) : m_book(book), m_seat(seat) {}

    Verdict operator()(const Pull &pull) const
    {
        const Call *call = m_book.find(pull.sid);
        if (auto free = reachable(call); !free)
            return free;
        if (call->state == CallState::Connected && call->seat == m_seat.name)
            return wrong(tr("You are already talking to this caller."));
        if (call->state == CallState::Connected || call->state == CallState::Connecting)
            return taken(call->seat);
        if (call->state == CallState::Ringing)
            return wrong(
                tr("This caller still hears the greeting. Pull them in a moment, when they wait in line."));
        if (call->state == CallState::Calling)
            return wrong(tr("This person is being called. They join the studio as soon as they answer."));
        if (call->state != CallState::Waiting)
            return wrong(tr("This caller is leaving a message and can't be pulled now."));
        const SeatPhone phone = m_book.phone(m_seat.name);
        if (phone.state == PhoneState::Ringing)
            return wrong(tr("Your phone is already ringing. Answer it, or cancel it first."));
        if (phone.state == PhoneState::Down)
            return phoneCanRing();
        return {};
    }

    Verdict operator()(const CancelRinging &cancel) const
    {
        const Call *call = m_book.find(cancel.sid);
        if (!call)
            return unknown();
        const Intent *intent = m_book.intentOf(cancel.sid);
        if (!intent || intent->kind != IntentKind::RingPhone)
            return wrong(tr("No phone is ringing for this caller any more."));
        if (intent->seat != m_seat.name && call->givenBy != m_seat.name)
            return taken(intent->seat);
        return {};
    }

    Verdict operator()(const SendToVoicemail &command) const
    {
        return moving(command.sid, {CallState::Ringing, CallState::Waiting, CallState::Connected});
    }
    Verdict operator()(const ThankAndRelease &command) const
    {
        return moving(command.sid, {CallState::Ringing, CallState::Waiting, CallState::Connected,
                                    CallState::LeavingMessage});
    }
    Verdict operator()(const PutOnHold &command) const { return moving(command.sid, {CallState::Connected}); }
    Verdict operator()(const HangUpCall &command) const
    {
        return moving(command.sid, {CallState::Ringing, CallState::Waiting, CallState::Connected,
                                    CallState::LeavingMessage, CallState::Calling});
    }
    Verdict operator()(const Annotate &command) const
    {
        if (!m_book.find(command.sid))
            return unknown();
        const auto isTooLong = [](const std::optional<QString> &text, qsizetype longest) {
            return text && text->size() > longest;
        };
        if (isTooLong(command.topic, longestTopic) || isTooLong(command.sayItLike, longestTopic) ||
            isTooLong(command.notes, longestNotes))
            return wrong(tr("This text is too long to be kept. Please shorten it."));
        return {};
    }
    Verdict operator()(const MoveInOrder &command) const
    {
        const Call *call = m_book.find(command.sid);
        if (!call || (!command.before.isEmpty() && !m_book.find(command.before)))
            return unknown();
        return call->standsInLine() ? Verdict()
                                    : wrong(tr("Only callers who wait can be moved in the queue."));
    }

    Verdict operator()(const StartCloseOut &command) const
    {
        if (const Verdict host = hostOnly(tr("Only a host can close out the queue.")); !host)
            return host;
        const bool running = m_book.closeOut().phase == CloseOutStatus::Phase::Running ||
                             m_book.closeOut().phase == CloseOutStatus::Phase::Stopping;
        if (running && command.sids.isEmpty())
            return wrong(tr("The queue is being closed out already."));
        // Some may have hung up meanwhile; that is no reason to leave the others alone.
        const bool knowsAny = std::ranges::any_of(
            command.sids, [this](const QString &sid) { return m_book.find(sid) != nullptr; });
        return command.sids.isEmpty() || knowsAny ? Verdict() : unknown();
    }
    Verdict operator()(const StopCloseOut &) const
    {
        if (const Verdict host = hostOnly(tr("Only a host can stop closing out the queue.")); !host)
            return host;
        return m_book.closeOut().phase == CloseOutStatus::Phase::Running
                   ? Verdict()
                   : wrong(tr("The queue is not being closed out."));
    }
    Verdict operator()(const RetryCloseOut &) const
    {
        if (const Verdict host = hostOnly(tr("Only a host can close out the queue.")); !host)
            return host;
        const CloseOutStatus &status = m_book.closeOut();
        const bool over =
            status.phase == CloseOutStatus::Phase::Finished || status.phase == CloseOutStatus::Phase::Stopped;
        const bool left = std::ranges::any_of(status.calls, [](const CloseOutCall &call) {
            return call.treated == Treated::Failed || call.treated == Treated::Pending;
        });
        return over && left ? Verdict() : wrong(tr("There is nothing to try again."));
    }
    Verdict operator()(const OpenLine &) const
    {
        if (const Verdict host = hostOnly(tr("Only a host can open the line.")); !host)
            return host;
        return m_book.line().lacksNotice ? wrong(lineLacksNotice()) : Verdict();
    }
    Verdict operator()(const CloseLine &) const { return hostOnly(tr("Only a host can close the line.")); }
    Verdict operator()(const KeepPhoneOn &command) const
    {
        const SeatPhone phone = m_book.phone(m_seat.name);
        return command.on && phone.state == PhoneState::Down ? phoneCanRing() : Verdict();
    }
    Verdict operator()(const DoneWithCallBack &command) const
    {
        const Call *call = m_book.find(command.sid);
        if (!call)
            return unknown();
        return call->callBackWanted ? Verdict() : wrong(tr("This caller does not wait to be called back."));
    }
    Verdict operator()(const PlayToMe &command) const
    {
        if (const auto problem = problemOf(command.text.text, {}); problem)
            return wrong(*problem);
        if (command.text.text.trimmed().isEmpty())
            return wrong(tr("There is nothing to read out."));
        if (m_book.phone(m_seat.name).state != PhoneState::Down)
            return wrong(tr("Your phone is in use. Hang it up first, then it can be rung for this."));
        return phoneCanRing();
    }
    Verdict operator()(const LeaveDesk &) const
    {
        return hostOnly(tr("Only a host can say that nobody is at the desk."));
    }
    Verdict operator()(const CallBack &command) const
    {
        if (command.number.isEmpty())
            return wrong(tr("This caller's number is withheld, so nobody can call back."));
        if (!isNumber(command.number))
            return wrong(
                tr("This is no telephone number that can be called: it begins with + and the code of "
                   "its country."));
        if (command.number == m_book.line().number)
            return wrong(tr("This is the number that callers dial; it can't be called from here."));
        if (command.number == m_seat.phone)
            return wrong(tr("This is your own phone, which rings first when you call somebody."));
        for (const Call &call : m_book.calls()) {
            if (call.hasEnded())
                continue;
            if (call.state == CallState::Calling && call.seat == m_seat.name)
                return wrong(
                    tr("You are calling somebody already. Wait until they answer, or hang up first."));
            if (call.caller.number != command.number)
                continue;
            return call.outbound
                       ? taken(call.seat)
                       : wrong(tr("This person is on the line right now. Look for them in the queue."));
        }
        const SeatPhone phone = m_book.phone(m_seat.name);
        if (phone.state == PhoneState::Ringing)
            return wrong(tr("Your phone is already ringing. Answer it, or cancel it first."));
        return phone.state == PhoneState::Down ? phoneCanRing() : Verdict();
    }
    /// Whether the other one can have the call is for passing_on.h to say.
    Verdict operator()(const GiveTo &command) const
    {
        const Call *call = m_book.find(command.sid);
        if (call && call->state == CallState::Ringing)
            return wrong(
                tr("This caller still hears the greeting. Give them to somebody in a moment, when they wait "
                   "in line."));
        return moving(command.sid, {CallState::Waiting, CallState::Connected});
    }
    /// Whether the caller may be recorded is for talk_recorder.h to say.
    Verdict operator()(const RecordTalk &command) const
    {
        const Call *call = m_book.find(command.sid);
        if (!call)
            return unknown();
        if (m_seat.role == Role::Screener && call->seat != m_seat.name)
            return notAllowed(tr("A screener can't record the talk of another seat."));
        return call->state == CallState::Connected
                   ? Verdict()
                   : wrong(tr("Only a talk can be recorded: nobody talks to this caller now."));
    }
    Verdict operator()(const MarkMessage &command) const { return known(command.recording); }
    Verdict operator()(const AnnotateMessage &command) const
    {
        return command.notes.size() > longestText ? tooLong() : known(command.recording);
    }
    Verdict operator()(const DeleteMessage &command) const { return known(command.recording); }
    Verdict operator()(const UndoDeleteMessage &command) const { return beingDeleted(command.recording); }
    Verdict operator()(const FinishDeleteMessage &command) const { return beingDeleted(command.recording); }
    Verdict operator()(const MarkMissed &command) const
    {
        return m_book.missedCall(command.sid) ? Verdict()
                                              : wrong(tr("This missed call is no longer listed."));
    }

    Verdict operator()(const ReadText &command) const { return knownText(command.sid); }
    Verdict operator()(const MarkText &command) const { return knownText(command.sid); }
    Verdict operator()(const AnswerText &command) const
    {
        if (auto listed = knownText(command.sid); !listed)
            return listed;
        const ListenerText &text = *m_book.listenerText(command.sid);
        if (!isNumber(text.from))
            return wrong(tr("This text did not come from a phone, so nobody would read an answer."));
        if (command.body.trimmed().isEmpty())
            return wrong(tr("This answer is empty. Write something first."));
        if (command.body.trimmed().size() > longestTextSent)
            return wrong(tr("A text can have %1 characters at most. Please shorten it; nothing was sent.")
                             .arg(longestTextSent));
        if (text.isBeingAnswered())
            return wrong(tr("An answer to this text is just being sent. Wait until it is known whether it "
                            "went out."));
        return {};
    }

    Verdict notAllowed(const QString &sentence) const { return refuse(RefusalCode::NotAllowed, sentence); }

private:
    static constexpr qsizetype longestText = 10000;

    static Verdict refuse(RefusalCode code, const QString &sentence)
    {
        return std::unexpected(Refusal{code, sentence});
    }
    static Verdict wrong(const QString &sentence) { return refuse(RefusalCode::WrongState, sentence); }
    static Verdict unknown()
    {
        return refuse(RefusalCode::UnknownCall,
                      tr("This call is not known here any more. The caller may have hung up."));
    }
    static Verdict taken(const QString &seat)
    {
        const QString sentence = seat.isEmpty()
                                     ? tr("Something is already being done with this caller. Wait a moment.")
                                     : tr("%1 has this caller already.").arg(seat);
        return std::unexpected(Refusal{RefusalCode::Taken, sentence, seat});
    }
    Verdict hostOnly(const QString &sentence) const
    {
        return m_seat.role == Role::Host ? Verdict() : notAllowed(sentence);
    }
    Verdict knownText(const QString &sid) const
    {
        return m_book.listenerText(sid) ? Verdict() : wrong(tr("This text is no longer kept here."));
    }
    Verdict known(const QString &recording) const
    {
        const Message *message = m_book.message(recording);
        return message && message->deleted.isNull() ? Verdict()
                                                    : wrong(tr("This message has been deleted already."));
    }
    Verdict beingDeleted(const QString &recording) const
    {
        const Message *message = m_book.message(recording);
        if (!message)
            return wrong(tr("This message has been deleted already."));
        return message->deleted.isValid() ? Verdict() : wrong(tr("This message is not being deleted."));
    }
    static Verdict tooLong() { return wrong(tr("This text is too long to be kept. Please shorten it.")); }
    /// E.164.
    static bool isNumber(const QString &number)
    {
        constexpr qsizetype shortest = 8;
        constexpr qsizetype longest = 16;
        return number.startsWith(u'+') && number.size() >= shortest && number.size() <= longest &&
               std::all_of(number.begin() + 1, number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    }
    Verdict phoneCanRing() const
    {
        return m_seat.phone.isEmpty()
                   ? refuse(RefusalCode::NoPhone,
                            tr("No phone is set for your seat. Choose your phone first; the caller waits."))
                   : Verdict();
    }
    /// Known, alive, and nobody is doing anything with it.
    Verdict reachable(const Call *call) const
    {
        if (!call)
            return unknown();
        if (call->hasEnded())
            return wrong(tr("This call has ended."));
        // A wait that is being renewed is nobody's wish: what a seat wants comes right after it.
        if (const Intent *intent = m_book.intentOf(call->sid);
            intent && intent->kind != IntentKind::RenewWait)
            return taken(intent->seat);
        return {};
    }
    Verdict moving(const QString &sid, const QList<CallState> &from) const
    {
        const Call *call = m_book.find(sid);
        if (call && m_seat.role == Role::Screener && !call->seat.isEmpty() && call->seat != m_seat.name)
            return notAllowed(tr("A screener can't take a caller away from another seat."));
        if (auto free = reachable(call); !free)
            return free;
        return from.contains(call->state) ? Verdict()
                                          : wrong(tr("This can't be done with the call as it is now."));
    }

    const DeskBook &m_book;
    const Seat &m_seat;
};

} // namespace

QString lineLacksNotice()
{
    return QCoreApplication::translate(
        "Permissions", "This line records or airs its talks, but callers would not be told: the notice is "
                       "empty. Write it in the settings under “Recording”, then open the line.");
}

std::expected<void, Refusal> permitted(const DeskBook &book, const Seat &seat, const Command &command)
{
    const Permissions permissions(book, seat);
    if (seat.role == Role::Viewer)
        return permissions.notAllowed(QCoreApplication::translate(
            "Permissions", "This seat may only look. Ask the host for another role."));
    return std::visit(permissions, command);
}

} // namespace anteroom::calls
