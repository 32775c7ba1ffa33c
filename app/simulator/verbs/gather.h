// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/activity.h"
#include "simulator/verbs/player.h"

namespace anteroom::simulator {

/// Collects keys while its children are heard and for a while after (facts 2.5).
class Gather : public Activity
{
public:
    Gather(Run &run, const twiml::Element &verb);
    void start() override;
    void key(QChar digit) override;
    std::optional<Farewell> leave(Leaving why) override;

private:
    void listen();
    void press();
    void submit();

    Player m_prompt;
    std::unique_ptr<QObject> m_life;
    Clock::Ticket m_silence = 0;
    QString m_digits;
};

} // namespace anteroom::simulator
