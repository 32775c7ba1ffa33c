// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/close_out_run.h"

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::benchmarks {

CloseOutRun::CloseOutRun(WindowedDesk &desk, int callers)
    : m_desk(desk), m_callers(callers), m_patience(20s, [this] { return awaited(); })
{
}

qsizetype CloseOutRun::waiting() const
{
    return std::ranges::count(m_desk.mirror().calls(), calls::CallState::Waiting, &calls::Call::state);
}

QString CloseOutRun::awaited() const
{
    if (!m_begun)
        return u"%1 callers to wait (%2 do)"_s.arg(m_callers).arg(waiting());
    const calls::CloseOutStatus status = m_desk.mirror().closeOut();
    return u"the close-out to get on (%1 of %2 callers treated, %3 in vain)"_s.arg(status.done)
        .arg(m_callers)
        .arg(status.failed);
}

void CloseOutRun::start()
{
    connect(&m_desk.mirror(), &calls::DeskMirror::queueChanged, this, &CloseOutRun::onQueue);
    connect(&m_desk.mirror(), &calls::DeskMirror::closeOutChanged, this, &CloseOutRun::onCloseOut);
    std::printf("listening http://127.0.0.1:%d\n", m_desk.port());
    std::fflush(stdout);
    m_patience.renew();
}

void CloseOutRun::onQueue()
{
    if (m_begun)
        return;
    m_patience.renew(); // they come, one after another
    if (waiting() < m_callers)
        return;
    m_begun = true;
    m_since = std::chrono::steady_clock::now();
    m_desk.mirror().submit(calls::StartCloseOut{});
}

/// The close-out itself goes on until the queue has stayed empty for a while; what counts here is the last
/// caller.
void CloseOutRun::onCloseOut()
{
    const calls::CloseOutStatus status = m_desk.mirror().closeOut();
    if (!m_begun || m_over)
        return;
    m_patience.renew();
    if (status.done + status.failed < m_callers)
        return;
    m_over = true;
    m_patience.end();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_since;
    Q_EMIT finished(took.count(), status.failed);
}

} // namespace anteroom::benchmarks
