// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/batch.h"

namespace anteroom::history {

void Batch::add(calls::JournalEntry entry, quint64 mark, TimeBook &times)
{
    m_mark = mark;
    m_revision = entry.revision;
    for (auto &call : entry.calls) {
        SavedCall saved{std::move(call), {}};
        saved.spent = times.note(saved.call);
        const QString sid = saved.call.sid;
        m_forgottenCalls.remove(sid);
        if (saved.call.hasEnded())
            m_pastCalls.insert(sid, saved);
        m_calls.emplace(sid, std::move(saved)); // takes the place of an earlier value
    }
    for (const auto &sid : std::as_const(entry.forgottenCalls)) {
        times.forget(sid);
        m_calls.remove(sid);
        m_forgottenCalls.insert(sid);
    }
    for (const auto &intent : std::as_const(entry.intents)) {
        m_settledIntents.remove(intent.id);
        m_intents.insert(intent.id, intent);
    }
    for (const auto &id : std::as_const(entry.settledIntents)) {
        m_intents.remove(id);
        m_settledIntents.insert(id);
    }
    for (const auto &phone : std::as_const(entry.phones))
        m_phones.insert(phone.seat, phone);
    if (entry.line)
        m_line = std::move(entry.line);
    if (entry.closeOut) {
        m_closeOuts.removeIf([&](const auto &each) { return each.begun == entry.closeOut->begun; });
        m_closeOuts.append(*std::move(entry.closeOut));
    }
    for (const auto &message : std::as_const(entry.messages)) {
        m_deletedMessages.remove(message.recording);
        m_messages.insert(message.recording, message);
    }
    for (const auto &recording : std::as_const(entry.deletedMessages)) {
        m_messages.remove(recording);
        m_deletedMessages.insert(recording);
    }
    for (const auto &ask : std::as_const(entry.asks)) {
        m_forgottenAsks.remove(ask.sid);
        m_asks.insert(ask.sid, ask);
    }
    for (const auto &sid : std::as_const(entry.forgottenAsks)) {
        m_asks.remove(sid);
        m_forgottenAsks.insert(sid);
    }
    for (const auto &text : std::as_const(entry.heardTexts)) {
        m_forgottenTexts.remove(text.sid);
        m_heardTexts.insert(text.sid, text);
    }
    for (const auto &sid : std::as_const(entry.forgottenTexts)) {
        m_heardTexts.remove(sid);
        m_forgottenTexts.insert(sid);
    }
    for (const auto &refusal : std::as_const(entry.textRefusals))
        m_textRefusals.insert(refusal.number, refusal);
    for (const auto &text : std::as_const(entry.listenerTexts)) {
        m_removedListenerTexts.remove(text.sid);
        m_listenerTexts.insert(text.sid, text);
    }
    for (const auto &sid : std::as_const(entry.removedListenerTexts)) {
        m_listenerTexts.remove(sid);
        m_removedListenerTexts.insert(sid);
    }
    if (entry.messagesSought)
        m_messagesSought = entry.messagesSought;
    for (const auto &missed : std::as_const(entry.missedCalls)) {
        m_removedMissedCalls.remove(missed.sid);
        m_missedCalls.insert(missed.sid, missed);
    }
    for (const auto &sid : std::as_const(entry.removedMissedCalls)) {
        m_missedCalls.remove(sid);
        m_removedMissedCalls.insert(sid);
    }
    m_apologies.append(entry.apologies);
    for (const auto &errors : std::as_const(entry.pinErrors))
        m_pinErrors.insert(errors.who, errors);
}

} // namespace anteroom::history
