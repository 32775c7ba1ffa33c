// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask_plan.h"
#include "calls/command.h"
#include "calls/desk_state.h"
#include "calls/listener_text.h"
#include "calls/seat.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace anteroom::calls {

/// The switchboard as a window sees it: values out, requests in. At home it is fed by queued signals from the
/// engine thread, at another's desk by a WebSocket; the window cannot tell which. Lives in the window's
/// thread.
class DeskMirror : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QHash<QString, Call> &calls() const { return m_calls; }
    /// Those who ring at a seat or talk with one: a handful, however many wait. Valid until the next news.
    QList<const Call *> callsAtSeats() const;
    quint64 revision() const { return m_revision; }
    LineStatus line() const { return m_line; }
    ConnectionStatus connection() const { return m_connection; }
    CloseOutStatus closeOut() const { return m_closeOut; }
    QList<Message> messages() const { return m_messages; }
    QList<MissedCall> missedCalls() const { return m_missedCalls; }
    QList<AskPhone> people() const { return m_people; } ///< whom a caller may be given to
    const QHash<QString, ListenerText> &texts() const { return m_texts; }
    Seat seat() const { return m_seat; }
    SeatPhone phone() const { return m_phone; } ///< of this seat
    int callsToday() const { return m_callsToday; }

    /// Asks; a refusal comes by signal with the same id. Never blocks.
    virtual quint64 submit(Command command) = 0;
    virtual void setPhone(const QString &number) = 0;              ///< this seat's phone, E.164
    virtual void requestPastCalls(const PastCallQuery &query) = 0; ///< answered by pastCallsReady()

Q_SIGNALS:
    void queueChanged(const anteroom::calls::QueueChange &change); ///< after calls() was updated
    void lineChanged();
    void connectionChanged();
    void closeOutChanged();
    void messagesChanged();
    void missedCallsChanged();
    void peopleChanged();
    void textsChanged(const anteroom::calls::TextsChange &change); ///< after texts() was updated
    void seatChanged();                                            ///< seat() or phone()
    void callsTodayChanged();
    /// The tally is of everything since the query's `since`, whatever else it leaves out.
    void pastCallsReady(const anteroom::calls::PastCallQuery &query,
                        const QList<anteroom::calls::PastCall> &calls,
                        const anteroom::calls::PastCallTally &tally);
    void refused(quint64 request, const anteroom::calls::Refusal &refusal);
    void notice(const QString &sentence);

protected:
    // Feeders for the implementations; each updates the copy and tells the window.
    void applyQueue(const QueueChange &change);
    void applyLine(const LineStatus &line);
    void applyConnection(const ConnectionStatus &connection);
    void applyCloseOut(const CloseOutStatus &status);
    void applyMessages(const QList<Message> &messages);
    void applyMissedCalls(const QList<MissedCall> &calls);
    void applyPeople(const QList<AskPhone> &people);
    void applyTexts(const TextsChange &change);
    void applySeat(const Seat &seat);
    void applyPhone(const SeatPhone &phone);
    void applyCallsToday(int count);

private:
    QHash<QString, Call> m_calls;
    QSet<QString> m_atSeats;
    quint64 m_revision = 0;
    LineStatus m_line;
    ConnectionStatus m_connection;
    CloseOutStatus m_closeOut;
    QList<Message> m_messages;
    QList<MissedCall> m_missedCalls;
    QList<AskPhone> m_people;
    QHash<QString, ListenerText> m_texts;
    Seat m_seat;
    SeatPhone m_phone;
    int m_callsToday = 0;
};

} // namespace anteroom::calls
