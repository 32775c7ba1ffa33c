// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/dial.h"

namespace anteroom::simulator {

class Enqueue;

/// Dial with a Queue: connects the first waiting caller, or waits for one until the time-out.
class DialQueue : public Dial
{
public:
    using Dial::Dial;
    void start() override;
    void key(QChar digit) override;
    std::optional<Farewell> leave(Leaving why) override;

    Leg &dialler() { return leg(); }
    void take(Enqueue &caller, const QString &queueSid);
    void connected();
    void callerLeft();
    void queueGone();

protected:
    void timeUp() override;

private:
    void finish(const QString &status);
    http::Form outcome(const QString &status) const;

    Enqueue *m_caller = nullptr;
    QString m_callerSid;
    QString m_queueSid;
    int m_queueTime = 0;
    QDateTime m_bridged;
};

} // namespace anteroom::simulator
