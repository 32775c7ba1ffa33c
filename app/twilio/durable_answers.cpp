// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/durable_answers.h"

#include <algorithm>

namespace anteroom::twilio {

namespace {

constexpr std::chrono::milliseconds longestWait{1000};

} // namespace

DurableAnswers::DurableAnswers(calls::Journal &journal, calls::Clock &clock, QObject *parent)
    : QObject(parent), m_journal(journal), m_clock(clock)
{
    connect(&journal, &calls::Journal::durable, this, &DurableAnswers::release);
}

void DurableAnswers::give(http::Responder responder, http::Response response, quint64 mark)
{
    if (mark <= m_journal.durableMark()) {
        responder.respond(response);
        return;
    }
    m_waiting.push_back(
        {mark, m_clock.now().addMSecs(longestWait.count()), std::move(responder), std::move(response)});
    watch();
}

void DurableAnswers::release(quint64 mark)
{
    const auto waits = [mark](const Waiting &waiting) { return waiting.mark > mark; };
    std::deque<Waiting> ready;
    if (std::ranges::none_of(m_waiting, waits)) {
        ready.swap(m_waiting); // a whole batch, as most often
    } else {
        // A repeated delivery waits for an older mark than its neighbours, so they are not always in order.
        const auto done = std::stable_partition(m_waiting.begin(), m_waiting.end(), waits);
        ready.assign(std::make_move_iterator(done), std::make_move_iterator(m_waiting.end()));
        m_waiting.erase(done, m_waiting.end());
    }
    for (Waiting &waiting : ready)
        waiting.responder.respond(waiting.response);
}

void DurableAnswers::releaseOverdue()
{
    m_watching = false;
    const QDateTime now = m_clock.now();
    while (!m_waiting.empty() && m_waiting.front().until <= now) {
        Waiting overdue = std::move(m_waiting.front());
        m_waiting.pop_front();
        overdue.responder.respond(overdue.response);
    }
    watch();
}

void DurableAnswers::watch()
{
    if (m_watching || m_waiting.empty())
        return;
    m_watching = true;
    const auto left = std::max<qint64>(1, m_clock.now().msecsTo(m_waiting.front().until));
    m_clock.after(std::chrono::milliseconds(left), this, [this] { releaseOverdue(); });
}

} // namespace anteroom::twilio
