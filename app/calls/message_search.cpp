// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/message_search.h"

#include <algorithm>

namespace anteroom::calls {

namespace {
// A message is listed with the moment it begins, and may be asked for only after its end.
constexpr qint64 overlap = -2 * 3600;
constexpr int pastCallsOfOne = 50;
} // namespace

MessageSearch::MessageSearch(DeskCore &core, Messages &messages) : m_core(core), m_messages(messages)
{
}

void MessageSearch::start()
{
    m_core.tasks.keep(seek());
}

QCoro::Task<void> MessageSearch::seek()
{
    const QDateTime begun = m_core.clock.now();
    bool whole = true;
    // What an account holds from before its first desk is none of that desk's messages.
    if (m_core.book.messagesSought().isValid()) {
        const QDateTime since = m_core.book.messagesSought().addSecs(overlap);
        const CarrierResult<QList<RecordingInfo>> found = co_await m_core.carrier.messagesSince(since);
        whole = found.has_value();
        for (const RecordingInfo &recording : found.value_or(QList<RecordingInfo>())) {
            if (m_core.stopping)
                co_return;
            if (m_core.book.message(recording.recording) || m_others.contains(recording.recording))
                continue;
            if ((recording.ready || recording.absent) && !co_await lookAt(recording))
                whole = false;
        }
    }
    if (m_core.stopping)
        co_return;
    if (whole)
        m_core.book.putMessagesSought(begun);
    m_core.book.commit();
    m_core.clock.after(m_core.options.seekMessages, this, [this] {
        if (!m_core.stopping)
            m_core.tasks.keep(seek());
    });
}

QCoro::Task<bool> MessageSearch::lookAt(RecordingInfo recording)
{
    if (m_core.book.find(recording.sid)) {
        m_messages.found(m_core.book.calls().value(recording.sid), recording);
        co_return true;
    }
    const CarrierResult<LegStatus> status = co_await m_core.carrier.status(recording.sid);
    if (!status && status.error().trouble != CarrierTrouble::Gone)
        co_return false;
    if (!status || !status->inbound || status->to != m_core.book.line().number) {
        m_others.insert(recording.recording);
        co_return true;
    }
    Call call;
    call.sid = recording.sid;
    call.line = status->to;
    call.caller.number = status->from;
    call.caller.name = status->callerName;
    call.begun = status->started;
    m_messages.found(call, recording);
    if (status->isOver())
        co_await enterPastCalls(call);
    co_return true;
}

QCoro::Task<void> MessageSearch::enterPastCalls(Call call)
{
    // One that is there already knows more than this.
    PastCallQuery wanted;
    wanted.search = call.caller.number;
    const QList<PastCall> past = co_await m_core.log.pastCalls(wanted, pastCallsOfOne);
    const bool known = std::ranges::any_of(past, [&](const PastCall &each) { return each.sid == call.sid; });
    if (known || m_core.book.find(call.sid) || m_core.book.isOver(call.sid))
        co_return;
    call.state = CallState::Ended;
    call.outcome = m_core.book.hasLeftMessage(call.sid) ? Outcome::Voicemail : Outcome::Abandoned;
    call.stateSince = call.begun.isValid() ? call.begun : m_core.clock.now();
    m_core.book.put(call);
}

} // namespace anteroom::calls
