// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask.h"
#include "calls/call.h"
#include "calls/desk_state.h"
#include "calls/intent.h"
#include "calls/listener_text.h"
#include "calls/seat.h"

#include <QObject>

#include <expected>
#include <optional>

namespace anteroom::calls {

/// Everything that must survive kill -9 in mid-show.
struct SavedDesk
{
    quint64 revision = 0;
    QList<Call> calls;     ///< that had not been removed from view
    QList<Intent> intents; ///< still open
    QList<SeatPhone> phones;
    std::optional<LineStatus> line;
    std::optional<CloseOutStatus> closeOut; ///< the last one
    QList<Message> messages;
    QList<Ask> asks;
    QList<HeardText> heardTexts;
    QList<TextRefusal> textRefusals;
    QList<ListenerText> listenerTexts;
    QDateTime messagesSought; ///< UTC, up to when the phone company was asked for messages; null: never
    QList<MissedCall> missedCalls;
    QList<Apology> apologies; ///< of the last days
    QList<PinErrors> pinErrors;
};

/// One step of the switchboard, saved whole or not at all.
struct JournalEntry
{
    quint64 revision = 0;
    QList<Call> calls;          ///< inserted or replaced; an ended one also enters the list of past calls
    QStringList forgottenCalls; ///< no longer shown; past calls stay
    QList<Intent> intents;      ///< opened or changed
    QStringList settledIntents;
    QList<SeatPhone> phones;
    std::optional<LineStatus> line;
    std::optional<CloseOutStatus> closeOut;
    QList<Message> messages;           ///< inserted or replaced
    QStringList deletedMessages;       ///< recording SIDs
    QList<Ask> asks;                   ///< inserted or replaced
    QStringList forgottenAsks;         ///< call SIDs
    QList<HeardText> heardTexts;       ///< inserted
    QStringList forgottenTexts;        ///< SIDs of heard texts that are too old to come again
    QList<TextRefusal> textRefusals;   ///< inserted or replaced; removed without a time
    QList<ListenerText> listenerTexts; ///< inserted or replaced
    QStringList removedListenerTexts;
    std::optional<QDateTime> messagesSought = {};
    QList<MissedCall> missedCalls; ///< inserted or replaced
    QStringList removedMissedCalls;
    QList<Apology> apologies;
    QList<PinErrors> pinErrors; ///< inserted or replaced; removed without a time
};

/// Where the switchboard writes down what it does. Lives in the engine thread; writes happen in another.
/// Never blocks.
class Journal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Read once, before anything else. Blocks; the error is a sentence (newer version, damaged file,
    /// locked).
    virtual std::expected<SavedDesk, QString> load() = 0;
    /// Queues one entry; the mark grows by one each time. Failed writes are retried in order.
    virtual quint64 save(JournalEntry entry) = 0;
    virtual quint64 durableMark() const = 0; ///< everything up to here survives kill -9
    /// Somebody waits for what was saved so far: it need not wait for what may come to be written with it.
    virtual void hurry() {}

Q_SIGNALS:
    void durable(quint64 mark);
    void trouble(const QString &sentence); ///< "not being saved: ..."; repeated while it lasts
    void recovered();
};

} // namespace anteroom::calls
