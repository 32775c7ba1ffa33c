// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/connection_watch.h"

namespace anteroom::calls {

ConnectionWatch::ConnectionWatch(DeskCore &core) : m_core(core)
{
    m_status.publicUrl = core.options.publicUrl;
    if (!m_status.publicUrl.isEmpty())
        m_status.way = ConnectionStatus::Way::PublicAddress;
    connect(&core.journal, &Journal::trouble, this, [this](const QString &sentence) {
        m_status.savingProblem = sentence;
        update();
    });
    connect(&core.journal, &Journal::recovered, this, [this] {
        m_status.savingProblem.clear();
        update();
    });
}

void ConnectionWatch::noteWebhook()
{
    const QDateTime now = m_core.clock.now();
    // Not for each of a burst: the status bar shows seconds.
    const bool tell = m_status.lastWebhook.isNull() || m_status.lastWebhook.msecsTo(now) >= 1000;
    m_status.lastWebhook = tell ? now : m_status.lastWebhook;
    if (m_core.deaf)
        Q_EMIT heard();
    if (tell)
        update();
}

void ConnectionWatch::notePublicUrl(const QString &url)
{
    m_status.publicUrl = url;
    m_status.way = url.isEmpty() ? ConnectionStatus::Way::Polling : ConnectionStatus::Way::PublicAddress;
    update();
}

void ConnectionWatch::noteAnswer(int roundTripMs)
{
    m_failures = 0;
    m_lockedOut.reset();
    m_status.lastPoll = m_core.clock.now();
    m_status.roundTripMs = roundTripMs;
    m_status.carrierProblem.clear();
    update();
}

void ConnectionWatch::noteFailure(const CarrierError &error)
{
    if (error.trouble == CarrierTrouble::Canceled)
        return;
    ++m_failures;
    if (error.trouble == CarrierTrouble::Unauthorised)
        m_lockedOut = error;
    m_status.carrierProblem = error.sentence;
    update();
}

bool ConnectionWatch::hearsWebhooks() const
{
    return !m_status.publicUrl.isEmpty() && m_status.lastWebhook.isValid() && !m_core.deaf;
}

bool ConnectionWatch::hasHeardSince(const QDateTime &moment) const
{
    return m_status.lastWebhook.isValid() && m_status.lastWebhook >= moment;
}

void ConnectionWatch::noteDeaf()
{
    if (m_status.publicUrl.isEmpty() || m_core.deaf)
        return;
    Q_EMIT wentDeaf();
}

void ConnectionWatch::noteDoor(const QDateTime &failedSince)
{
    m_core.deaf = failedSince.isValid();
    if (!m_core.deaf && m_status.failedSince.isValid())
        m_openSince = m_core.clock.now();
    m_status.failedSince = failedSince;
    m_status.way = m_core.deaf ? ConnectionStatus::Way::AddressFailed : ConnectionStatus::Way::PublicAddress;
    update();
}

void ConnectionWatch::noteOpen()
{
    m_openSince = m_core.clock.now();
}

void ConnectionWatch::noteProbe()
{
    m_status.lastProbe = m_core.clock.now();
    update();
}

void ConnectionWatch::notePause(std::chrono::milliseconds pause)
{
    m_status.pollEveryMs = int(pause.count());
    update();
}

bool ConnectionWatch::expectsNews() const
{
    // The number may have led elsewhere a moment ago, and who called then hears a greeting first.
    constexpr qint64 stillOnTheirWay = 15; // seconds
    return !m_status.publicUrl.isEmpty() && !m_core.deaf &&
           (m_openSince.isNull() || m_openSince.secsTo(m_core.clock.now()) >= stillOnTheirWay);
}

bool ConnectionWatch::heardLately() const
{
    constexpr qint64 lately = 60; // seconds
    return hearsWebhooks() && m_status.lastWebhook.secsTo(m_core.clock.now()) < lately;
}

void ConnectionWatch::update()
{
    constexpr int failuresUntilStale = 3;
    constexpr qint64 newsKeepsFresh = 30; // seconds
    const QDateTime now = m_core.clock.now();
    const bool newsJustNow =
        m_status.lastWebhook.isValid() && m_status.lastWebhook.secsTo(now) < newsKeepsFresh;
    using Hearing = ConnectionStatus::Hearing;
    if (m_failures >= failuresUntilStale && !newsJustNow)
        m_status.hearing = Hearing::Stale;
    else if (hearsWebhooks())
        m_status.hearing = Hearing::Webhooks;
    else if (m_status.lastPoll.isValid())
        m_status.hearing = Hearing::Polling;
    if (m_told == m_status)
        return;
    m_told = m_status;
    Q_EMIT changed(m_status);
}

} // namespace anteroom::calls
