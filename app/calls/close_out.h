// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/lines.h"
#include "calls/pulls.h"

namespace anteroom::calls {

/// The end of the show: the line closes, then everyone still waiting is treated kindly, a few side by side,
/// until the queue has stayed empty for as long as a caller may still be in the greeting. Whoever talks or
/// leaves a message is left alone.
class CloseOut : public QObject
{
    Q_OBJECT
public:
    CloseOut(DeskCore &core, Moves &moves, Pulls &pulls, Lines &lines);

    /// While one runs already, the calls named get this treatment and join it.
    void start(const Seat &seat, const StartCloseOut &command);
    void stop();
    void retry();
    void takeUp(); ///< one that a restart has interrupted goes on
    void noteQueueDeleted();
    void noteLimited(); ///< fewer side by side from now on

Q_SIGNALS:
    void finished(); ///< nobody is left; also after a restart just behind the end

private:
    QCoro::Task<void> closeLineFirst(QString seat);
    void consider(const Call &call);
    void pumpSoon();
    void pump();
    bool treat(const QString &sid);
    bool isBeingTold(const QString &sid) const;
    void speak(const QString &sid);
    QCoro::Task<void> text(QString sid);
    void moveEnded(const Intent &intent, MoveEnd end, const CarrierError &error);
    void slowDown();
    void set(const QString &sid, Treated treated, const QString &remark = {});
    void finishWhenQuiet();
    void finish(CloseOutStatus::Phase phase);
    void store(bool now);
    bool isRunning() const { return m_status.phase == CloseOutStatus::Phase::Running; }
    StartCloseOut requestFor(const QString &sid) const;
    StartCloseOut wishFor(const QString &sid) const;
    std::chrono::milliseconds quietTime() const;

    DeskCore &m_core;
    Moves &m_moves;
    Pulls &m_pulls;
    Lines &m_lines;
    CloseOutStatus m_status;
    QHash<QString, qsizetype> m_index;   ///< of a call in the status
    QHash<QString, StartCloseOut> m_own; ///< calls with a treatment of their own that joined last
    QStringList m_pending;
    QSet<QString> m_inFlight;
    int m_limit = 1;
    QDateTime m_slowedAt;
    bool m_everybody = true;
    bool m_lineClosed = false;
    bool m_pumpPending = false;
    bool m_storePending = false;
    int m_quietRound = 0; ///< grows whenever somebody shows up; an older quiet time counts no more
    bool m_quietRunning = false;
};

} // namespace anteroom::calls
