// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/activity.h"

#include <QList>

#include <utility>

namespace anteroom::simulator {

/// The caller leaves a message (facts 2.4): ends by silence, a key, the longest length or a hang-up; one in
/// which nobody spoke is absent and skips the action.
class Record : public Activity
{
public:
    using Activity::Activity;
    void start() override;
    void key(QChar digit) override;
    bool voice(std::chrono::milliseconds time) override;
    std::optional<Farewell> leave(Leaving why) override;

private:
    void begin();
    void awaitSilence();
    void finish(const QString &digits);
    http::Form settle(const QString &digits);
    qint64 elapsed();

    std::unique_ptr<QObject> m_life = std::make_unique<QObject>();
    QString m_recording; ///< empty before the beep
    QDateTime m_began;
    qint64 m_soundUntil = 0; ///< milliseconds from the beginning
    QList<std::pair<qint64, qint64>> m_sounds;
    Clock::Ticket m_silence = 0;
};

} // namespace anteroom::simulator
