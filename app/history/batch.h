// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/journal.h"
#include "history/call_row.h"

#include <QHash>
#include <QSet>

namespace anteroom::history {

/// Journal entries merged into what one transaction has to write: of everything that has a key only the last
/// value is left, so ten changes of one call cost one row. Writing the batch leaves exactly what writing the
/// entries one by one would. While the disk refuses, the batch keeps growing only with what is new, not with
/// the number of entries.
class Batch
{
public:
    void add(calls::JournalEntry entry, quint64 mark, TimeBook &times);

    bool isEmpty() const { return m_mark == 0; }
    quint64 mark() const { return m_mark; } ///< of the newest entry
    quint64 revision() const { return m_revision; }
    const QHash<QString, SavedCall> &calls() const { return m_calls; }
    const QSet<QString> &forgottenCalls() const { return m_forgottenCalls; }
    const QHash<QString, SavedCall> &pastCalls() const { return m_pastCalls; }
    const QHash<QString, calls::Intent> &intents() const { return m_intents; }
    const QSet<QString> &settledIntents() const { return m_settledIntents; }
    const QHash<QString, calls::SeatPhone> &phones() const { return m_phones; }
    const std::optional<calls::LineStatus> &line() const { return m_line; }
    /// Each closing-out, in order; the last one is the present one.
    const QList<calls::CloseOutStatus> &closeOuts() const { return m_closeOuts; }
    const QHash<QString, calls::Message> &messages() const { return m_messages; }
    const QSet<QString> &deletedMessages() const { return m_deletedMessages; }
    const QHash<QString, calls::Ask> &asks() const { return m_asks; }
    const QSet<QString> &forgottenAsks() const { return m_forgottenAsks; }
    const QHash<QString, calls::HeardText> &heardTexts() const { return m_heardTexts; }
    const QSet<QString> &forgottenTexts() const { return m_forgottenTexts; }
    const QHash<QString, calls::TextRefusal> &textRefusals() const { return m_textRefusals; }
    const QHash<QString, calls::ListenerText> &listenerTexts() const { return m_listenerTexts; }
    const QSet<QString> &removedListenerTexts() const { return m_removedListenerTexts; }
    const std::optional<QDateTime> &messagesSought() const { return m_messagesSought; }
    const QHash<QString, calls::MissedCall> &missedCalls() const { return m_missedCalls; }
    const QSet<QString> &removedMissedCalls() const { return m_removedMissedCalls; }
    const QList<calls::Apology> &apologies() const { return m_apologies; }
    const QHash<QString, calls::PinErrors> &pinErrors() const { return m_pinErrors; }

private:
    quint64 m_mark = 0;
    quint64 m_revision = 0;
    QHash<QString, SavedCall> m_calls;
    QSet<QString> m_forgottenCalls;
    QHash<QString, SavedCall> m_pastCalls;
    QHash<QString, calls::Intent> m_intents;
    QSet<QString> m_settledIntents;
    QHash<QString, calls::SeatPhone> m_phones;
    std::optional<calls::LineStatus> m_line;
    QList<calls::CloseOutStatus> m_closeOuts;
    QHash<QString, calls::Message> m_messages;
    QSet<QString> m_deletedMessages;
    QHash<QString, calls::Ask> m_asks;
    QSet<QString> m_forgottenAsks;
    QHash<QString, calls::HeardText> m_heardTexts;
    QSet<QString> m_forgottenTexts;
    QHash<QString, calls::TextRefusal> m_textRefusals;
    QHash<QString, calls::ListenerText> m_listenerTexts;
    QSet<QString> m_removedListenerTexts;
    std::optional<QDateTime> m_messagesSought;
    QHash<QString, calls::MissedCall> m_missedCalls;
    QSet<QString> m_removedMissedCalls;
    QList<calls::Apology> m_apologies;
    QHash<QString, calls::PinErrors> m_pinErrors;
};

} // namespace anteroom::history
