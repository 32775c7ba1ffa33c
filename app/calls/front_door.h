// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/connection_watch.h"
#include "calls/waits.h"

namespace anteroom::calls {

/// Whether the public address is in use. When it fails in the middle of a show (two requests of ours in a row
/// do not come back, or callers wait whom no webhook has announced), the number is pointed at what the phone
/// company hosts and everybody who waits is moved there, in our order and with their arrival; when it works
/// again, the other way round. An address that this machine alone cannot see, behind a router that does not
/// lead back in, is judged by its webhooks.
class FrontDoor : public QObject
{
    Q_OBJECT
public:
    FrontDoor(DeskCore &core, ConnectionWatch &watch, Waits &waits);

    /// A request of ours to the public address has come back to us, or not.
    void probed(bool reached);

Q_SIGNALS:
    void doubted(); ///< it should be tried at once
    void turned();  ///< it has failed, or works again

private:
    void heard();
    void wentDeaf();
    void shut();
    void open();
    void openWhenRested();
    std::chrono::milliseconds rest() const;
    QCoro::Task<void> point();
    void pointLater();

    DeskCore &m_core;
    ConnectionWatch &m_watch;
    Waits &m_waits;
    bool m_seenFromHere =
        false;                 ///< a request of ours has come back, so that one that does not means something
    bool m_worksAgain = false; ///< by the newest sign
    bool m_unannounced = false; ///< it failed although our own requests came back
    int m_failures = 0;         ///< of our requests, in a row
    int m_successes = 0;        ///< the same
    int m_contradictions = 0;   ///< webhooks that came in although a request of ours did not
    int m_relapses = 0;
    QDateTime m_firstFailure;
    QDateTime m_turned;
    bool m_pointing = false;
    bool m_pointAgain = false;
    int m_pointings = 0; ///< that failed, in a row
};

} // namespace anteroom::calls
