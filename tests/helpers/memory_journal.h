// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call_log.h"
#include "calls/journal.h"

#include <algorithm>

namespace anteroom::test {

/// A journal that keeps in memory what a disk would keep, so that a test can start again from any moment.
class MemoryJournal final : public calls::Journal
{
public:
    std::expected<calls::SavedDesk, QString> load() override { return m_saved; }
    quint64 save(calls::JournalEntry entry) override
    {
        ++m_mark;
        if (m_dead)
            return m_mark;
        m_saved.revision = entry.revision;
        for (const calls::Call &call : entry.calls) {
            replace(m_saved.calls, call, &calls::Call::sid);
            if (call.hasEnded())
                past.insert(call.sid, call);
        }
        for (const QString &sid : entry.forgottenCalls)
            m_saved.calls.removeIf([&](const calls::Call &call) { return call.sid == sid; });
        for (const calls::Intent &intent : entry.intents)
            replace(m_saved.intents, intent, &calls::Intent::id);
        for (const QString &id : entry.settledIntents)
            m_saved.intents.removeIf([&](const calls::Intent &intent) { return intent.id == id; });
        for (const calls::SeatPhone &phone : entry.phones)
            replace(m_saved.phones, phone, &calls::SeatPhone::seat);
        for (const calls::Message &message : entry.messages)
            replace(m_saved.messages, message, &calls::Message::recording);
        for (const QString &recording : entry.deletedMessages)
            m_saved.messages.removeIf(
                [&](const calls::Message &message) { return message.recording == recording; });
        for (const calls::MissedCall &missed : entry.missedCalls)
            replace(m_saved.missedCalls, missed, &calls::MissedCall::sid);
        for (const QString &sid : entry.removedMissedCalls)
            m_saved.missedCalls.removeIf([&](const calls::MissedCall &missed) { return missed.sid == sid; });
        m_saved.apologies.append(entry.apologies);
        if (entry.line)
            m_saved.line = entry.line;
        if (entry.closeOut)
            m_saved.closeOut = entry.closeOut;
        for (const calls::Ask &ask : entry.asks)
            replace(m_saved.asks, ask, &calls::Ask::sid);
        for (const QString &sid : entry.forgottenAsks)
            m_saved.asks.removeIf([&](const calls::Ask &ask) { return ask.sid == sid; });
        m_saved.heardTexts.append(entry.heardTexts);
        for (const QString &sid : entry.forgottenTexts)
            m_saved.heardTexts.removeIf([&](const calls::HeardText &text) { return text.sid == sid; });
        for (const calls::TextRefusal &refusal : entry.textRefusals) {
            replace(m_saved.textRefusals, refusal, &calls::TextRefusal::number);
            m_saved.textRefusals.removeIf([](const calls::TextRefusal &each) { return each.since.isNull(); });
        }
        for (const calls::PinErrors &errors : entry.pinErrors) {
            replace(m_saved.pinErrors, errors, &calls::PinErrors::who);
            m_saved.pinErrors.removeIf([](const calls::PinErrors &each) { return each.at.isNull(); });
        }
        for (const calls::ListenerText &text : entry.listenerTexts)
            replace(m_saved.listenerTexts, text, &calls::ListenerText::sid);
        for (const QString &sid : entry.removedListenerTexts)
            m_saved.listenerTexts.removeIf([&](const calls::ListenerText &text) { return text.sid == sid; });
        if (entry.messagesSought)
            m_saved.messagesSought = *entry.messagesSought;
        entries.append(std::move(entry));
        return m_mark;
    }
    quint64 durableMark() const override { return slow ? m_durable : m_mark; }
    /// A slow disk is done with everything.
    void writeDown()
    {
        m_durable = m_mark;
        Q_EMIT durable(m_mark);
    }

    /// Nothing reaches the disk any more: the program has been killed.
    void die() { m_dead = true; }
    void revive() { m_dead = false; }
    const calls::SavedDesk &saved() const { return m_saved; }

    QList<calls::JournalEntry> entries;
    QHash<QString, calls::Call> past;
    bool slow = false; ///< nothing is durable before writeDown()

private:
    template <typename T> static void replace(QList<T> &list, const T &item, QString T::*key)
    {
        const auto place = std::ranges::find(list, item.*key, key);
        if (place == list.end())
            list.append(item);
        else
            *place = item;
    }

    calls::SavedDesk m_saved;
    quint64 m_mark = 0;
    quint64 m_durable = 0;
    bool m_dead = false;
};

/// Nobody has ever called before, unless the test says so.
class MemoryLog final : public calls::CallLog
{
public:
    QHash<QString, calls::NumberHistory> histories;
    QCoro::Task<calls::NumberHistory> historyOf(QString number) override
    {
        co_return histories.value(number);
    }
    QCoro::Task<QList<calls::PastCall>> pastCalls(calls::PastCallQuery, int) override
    {
        co_return QList<calls::PastCall>();
    }
    QCoro::Task<calls::PastCallTally> tally(QDateTime) override { co_return calls::PastCallTally(); }
    MemoryJournal *journal = nullptr; ///< whose ended calls are known
    QCoro::Task<bool> knows(QString sid) override { co_return journal && journal->past.contains(sid); }
    QCoro::Task<int> callsSince(QDateTime) override { co_return 0; }
};

} // namespace anteroom::test
