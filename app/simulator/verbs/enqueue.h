// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/activity.h"

namespace anteroom::simulator {

class DialQueue;

/// A caller in a queue, hearing a wait document again and again, until REST, Leave, a Dial or a hang-up ends
/// it (facts 2.2).
class Enqueue : public Activity
{
public:
    using Activity::Activity;
    void start() override;
    void key(QChar digit) override;
    std::optional<Farewell> leave(Leaving why) override;

    // For the Dial that takes this caller.
    Leg &caller() { return leg(); }
    void takenBy(DialQueue &dial, const std::optional<WebAddress> &whisper);
    void bridgeOver(); ///< the other side has gone; the caller goes on
    int secondsWaited() const { return m_seconds; }

private:
    enum class State { Waiting, Whispering, Bridged, Over };

    void hearMusic();
    void passEnded(Run::End end);
    void ask();
    void refuse(const QString &result);
    void connected();
    void stopInner();
    http::Form place();
    http::Form result(const QString &word) const;
    void settleTime();

    State m_state = State::Waiting;
    QString m_queueSid; ///< empty: never entered
    QString m_name;
    QDateTime m_enqueued;
    int m_seconds = 0;
    std::shared_ptr<Run> m_inner; ///< the wait document or the whisper
    WebAddress m_music;
    QDateTime m_passBegan;
    DialQueue *m_dial = nullptr;
};

} // namespace anteroom::simulator
