// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/desk_mirror.h"

namespace anteroom::calls {

namespace {

bool isAtSeat(const Call &call)
{
    return call.state == CallState::Connecting || call.state == CallState::Connected ||
           call.state == CallState::Calling;
}

} // namespace

QList<const Call *> DeskMirror::callsAtSeats() const
{
    QList<const Call *> calls;
    for (const QString &sid : m_atSeats)
        calls << &*m_calls.constFind(sid);
    return calls;
}

void DeskMirror::applyQueue(const QueueChange &change)
{
    for (const Call &call : change.calls) {
        m_calls.insert(call.sid, call);
        if (isAtSeat(call))
            m_atSeats.insert(call.sid);
        else
            m_atSeats.remove(call.sid);
    }
    for (const QString &sid : change.removed) {
        m_calls.remove(sid);
        m_atSeats.remove(sid);
    }
    m_revision = change.revision;
    Q_EMIT queueChanged(change);
}

void DeskMirror::applyLine(const LineStatus &line)
{
    if (m_line == line)
        return;
    m_line = line;
    Q_EMIT lineChanged();
}

void DeskMirror::applyConnection(const ConnectionStatus &connection)
{
    if (m_connection == connection)
        return;
    m_connection = connection;
    Q_EMIT connectionChanged();
}

void DeskMirror::applyCloseOut(const CloseOutStatus &status)
{
    m_closeOut = status;
    Q_EMIT closeOutChanged();
}

void DeskMirror::applyMessages(const QList<Message> &messages)
{
    if (m_messages == messages)
        return;
    m_messages = messages;
    Q_EMIT messagesChanged();
}

void DeskMirror::applyMissedCalls(const QList<MissedCall> &calls)
{
    if (m_missedCalls == calls)
        return;
    m_missedCalls = calls;
    Q_EMIT missedCallsChanged();
}

void DeskMirror::applyPeople(const QList<AskPhone> &people)
{
    m_people = people;
    Q_EMIT peopleChanged();
}

void DeskMirror::applyTexts(const TextsChange &change)
{
    for (const ListenerText &text : change.texts)
        m_texts.insert(text.sid, text);
    for (const QString &sid : change.removed)
        m_texts.remove(sid);
    Q_EMIT textsChanged(change);
}

void DeskMirror::applySeat(const Seat &seat)
{
    if (m_seat == seat)
        return;
    m_seat = seat;
    Q_EMIT seatChanged();
}

void DeskMirror::applyPhone(const SeatPhone &phone)
{
    if (m_phone == phone)
        return;
    m_phone = phone;
    Q_EMIT seatChanged();
}

void DeskMirror::applyCallsToday(int count)
{
    if (m_callsToday == count)
        return;
    m_callsToday = count;
    Q_EMIT callsTodayChanged();
}

} // namespace anteroom::calls
