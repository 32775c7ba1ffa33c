// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/moves.h"

namespace anteroom::calls {

/// What a line does by the clock: opens and closes with its hours, sends away kindly whoever has waited for
/// as long as anybody may, and tells the phone company how many it may let in.
class LineTimes : public QObject
{
    Q_OBJECT
public:
    LineTimes(DeskCore &core, Moves &moves);
    void start();
    void mannersChanged();

private:
    void look();
    void lookSoon();
    void lookAtHours();
    void lookAtWaits();
    void lookAtQueues();
    QCoro::Task<void> limit(QString queue, int most);

    DeskCore &m_core;
    Moves &m_moves;
    QHash<QString, QDateTime> m_sentAway; ///< when it was last tried
    QHash<QString, int> m_limits;         ///< what the phone company is known to let in
    QHash<QString, QDateTime> m_limitAsked;
    bool m_started = false;
};

} // namespace anteroom::calls
