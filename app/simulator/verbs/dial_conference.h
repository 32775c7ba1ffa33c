// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/room.h"
#include "simulator/verbs/dial.h"

namespace anteroom::simulator {

/// Dial with a Conference: stays until this side leaves the room or is taken out of it.
class DialConference : public Dial
{
public:
    using Dial::Dial;
    void start() override;
    void key(QChar digit) override;
    std::optional<Farewell> leave(Leaving why) override;

protected:
    void timeUp() override;

private:
    JoinOptions options();
    void left();
    void finish(const QString &status, bool joined);

    QString m_conferenceSid;
};

} // namespace anteroom::simulator
