// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Where set, deletes the queue at the phone company when a close-out has ended and nobody is in it any more,
/// while the line stays closed. The next call that joins creates it anew. Deleting is looked at afresh each
/// time, and its failure is no trouble: an empty queue costs nothing.
class QueueRemoval : public QObject
{
    Q_OBJECT
public:
    explicit QueueRemoval(DeskCore &core);
    void start(); ///< a close-out has ended

Q_SIGNALS:
    void removed();

private:
    void lookAfter(std::chrono::milliseconds pause, int round);
    void look(int round);
    QCoro::Task<void> remove(int round);
    bool isWanted(int round) const;
    bool somebodyIsThere() const;

    DeskCore &m_core;
    int m_round = 0; ///< grows with every close-out; what an older one had in mind counts no more
    int m_refusals = 0;
};

} // namespace anteroom::calls
