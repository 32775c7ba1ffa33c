// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/close_out_run.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace anteroom::benchmarks {

CloseOutRun::CloseOutRun(WindowedDesk &desk, int callers) : m_desk(desk), m_callers(callers)
{
}

void CloseOutRun::start()
{
    connect(&m_desk.mirror(), &calls::DeskMirror::queueChanged, this, &CloseOutRun::onQueue);
    connect(&m_desk.mirror(), &calls::DeskMirror::closeOutChanged, this, &CloseOutRun::onCloseOut);
    std::printf("listening http://127.0.0.1:%d\n", m_desk.port());
    std::fflush(stdout);
}

void CloseOutRun::onQueue()
{
    if (m_begun)
        return;
    const auto waiting = std::ranges::count_if(m_desk.mirror().calls(), [](const calls::Call &call) {
        return call.state == calls::CallState::Waiting;
    });
    if (waiting < m_callers)
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
    if (!m_begun || m_over || status.done + status.failed < m_callers)
        return;
    m_over = true;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_since;
    Q_EMIT finished(took.count(), status.failed);
}

} // namespace anteroom::benchmarks
