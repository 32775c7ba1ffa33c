// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask.h"
#include "calls/call_table.h"
#include "calls/desk_state.h"
#include "calls/intent.h"
#include "calls/journal.h"
#include "calls/life_of_a_call.h"
#include "calls/listener_text.h"
#include "calls/seat.h"
#include "calls/standing.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <set>
#include <utility>

namespace anteroom::calls {

/// Everything the switchboard knows, in one place: calls, open intents, seats' phones, the line, messages.
/// Whoever changes something puts the whole value; commit() writes all that has changed as one journal entry,
/// and those who watch hear of it once per turn of the event loop, however much has happened in it.
class DeskBook : public QObject
{
    Q_OBJECT
public:
    DeskBook(Journal &journal, QObject *parent = nullptr);

    void takeUp(const SavedDesk &saved, const LineStatus &line); ///< at start; nothing is written for it

    // Calls
    const CallTable &calls() const { return m_calls; }
    const Call *find(const QString &sid) const;
    void put(Call call);
    void forget(const QString &sid);
    /// How many stand in a queue (by name; that of the line for those without one).
    int standingIn(const QString &queue) const;
    /// Where somebody stands among those of the same queue, and how long they have waited on average.
    PlaceInLine placeOf(const Call &call, const QDateTime &now) const;
    QStringList callsOf(const QString &seat) const; ///< calls the seat's phone rings for or talks to
    /// The order value that places a call before another one, or at the end; renumbers the queue when there
    /// is no room.
    double orderBefore(const QString &sid, double atEnd);
    /// Ended and forgotten calls, so that late news of them cannot bring them back.
    bool isOver(const QString &sid) const { return m_over.contains(sid); }
    void noteOver(const QString &sid);

    // Intents
    const QHash<QString, Intent> &intents() const { return m_intents; }
    const Intent *intent(const QString &id) const;
    const Intent *intentOf(const QString &sid) const; ///< the open one of this call, if any
    void put(const Intent &intent);
    void settle(const QString &id);

    // Phones
    SeatPhone phone(const QString &seat) const; ///< a new one, with a room of its own, for a seat never seen
    QList<SeatPhone> phones() const { return m_phones.values(); }
    QString seatOfLeg(const QString &leg) const;
    QString seatOfRoom(const QString &room) const;
    void put(const SeatPhone &phone);

    const LineStatus &line() const { return m_line; }
    void put(const LineStatus &line);
    const CloseOutStatus &closeOut() const { return m_closeOut; }
    void put(const CloseOutStatus &status);
    QList<Message> messages() const { return m_messages.values(); }
    const Message *message(const QString &recording) const;
    bool hasMessageOf(const QString &sid) const;   ///< be it of somebody hanging up; a talk is none
    bool hasLeftMessage(const QString &sid) const; ///< one that is worth hearing
    void put(const Message &message);
    void removeMessage(const QString &recording);
    QDateTime messagesSought() const { return m_messagesSought; }
    void putMessagesSought(const QDateTime &until);
    const QHash<QString, MissedCall> &missedCalls() const { return m_missedCalls; }
    const MissedCall *missedCall(const QString &sid) const;
    void put(const MissedCall &call);
    void removeMissedCall(const QString &sid);
    bool hasApology(const QString &number, const QDate &day) const;
    void put(const Apology &apology);

    const QHash<QString, ListenerText> &listenerTexts() const { return m_listenerTexts; }
    const ListenerText *listenerText(const QString &sid) const;
    void put(const ListenerText &text);
    void removeListenerText(const QString &sid);

    // Asking phones
    const QHash<QString, Ask> &asks() const { return m_asks; }
    const Ask *ask(const QString &sid) const;
    void put(const Ask &ask);
    void forgetAsk(const QString &sid);
    /// False when it was known already.
    bool noteHeard(const HeardText &text);
    /// Null when texts are welcome there, as far as we know.
    QDateTime refusesTextsSince(const QString &number) const { return m_textRefusals.value(number); }
    void put(const TextRefusal &refusal);

    PinErrors pinErrors(const QString &who) const { return m_pinErrors.value(who); }
    QList<PinErrors> allPinErrors() const { return m_pinErrors.values(); }
    void put(const PinErrors &errors);

    /// Writes what has changed since the last commit; the mark of the newest entry, also when nothing had.
    quint64 commit();
    quint64 revision() const { return m_revision; }
    void tellNow(); ///< what would be told at the end of this turn

Q_SIGNALS:
    void callChanged(const anteroom::calls::Call &call); ///< at once
    // Once per turn of the event loop:
    void queueChanged(const anteroom::calls::QueueChange &change);
    void lineChanged(const anteroom::calls::LineStatus &line);
    void phoneChanged(const anteroom::calls::SeatPhone &phone);
    void closeOutChanged(const anteroom::calls::CloseOutStatus &status);
    void messagesChanged(const QList<anteroom::calls::Message> &messages);
    void missedCallsChanged(const QList<anteroom::calls::MissedCall> &calls);
    void textsChanged(const anteroom::calls::TextsChange &change);

private:
    /// What has changed since it was last written or told: mostly one thing. Going through a QSet means to
    /// look at each of its 128 places.
    using Names = std::set<QString>;
    struct Unwritten
    {
        Names calls, forgotten, intents, settled, phones, messages, deleted, missed, seenTo;
        Names asks, forgottenAsks, heardTexts, forgottenTexts, textRefusals, pinErrors;
        Names listenerTexts, removedTexts;
        QList<Apology> apologies;
        bool line = false;
        bool closeOut = false;
        bool messagesSought = false;
        bool isEmpty() const;
    };
    struct Untold
    {
        Names calls, removed, phones, texts, removedTexts;
        bool line = false;
        bool closeOut = false;
    };
    struct UntoldLists
    {
        bool messages = false;
        bool missed = false;
    };

    double freeOrder(const Call &call) const;
    void index(const Call &call);
    void unindex(const Call &call);
    void tellSoon();
    void tell();
    void tellLists();

    Journal &m_journal;
    CallTable m_calls;
    std::set<std::pair<double, QString>> m_queue; ///< who stands in line, by our order
    QHash<QString, Standing> m_standing;          ///< the same by queue
    QHash<QString, QSet<QString>> m_bySeat;
    QSet<QString> m_over;
    QStringList m_overInOrder;
    QHash<QString, Intent> m_intents;
    QHash<QString, QString> m_intentBySid;
    mutable QHash<QString, SeatPhone> m_phones;
    LineStatus m_line;
    CloseOutStatus m_closeOut;
    QHash<QString, Message> m_messages;
    QHash<QString, int> m_messagesBySid;
    QHash<QString, Ask> m_asks;
    QHash<QString, QDateTime> m_heardTexts;
    QHash<QString, QDateTime> m_textRefusals;
    QHash<QString, ListenerText> m_listenerTexts;
    QDateTime m_messagesSought;
    QHash<QString, MissedCall> m_missedCalls;
    QSet<std::pair<QString, QDate>> m_apologies;
    QHash<QString, PinErrors> m_pinErrors;
    quint64 m_revision = 0;
    quint64 m_mark = 0;
    Unwritten m_unwritten;
    Untold m_untold;
    UntoldLists m_untoldLists;
    bool m_tellPending = false;
    QTimer m_listPause{this}; ///< after a long list
};

} // namespace anteroom::calls
