// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/settings.h"

#include <QByteArrayView>

#include <optional>

namespace anteroom::simulator::rest {

/// What a fault does to one request.
struct Trouble
{
    int latencyMilliseconds = 0;
    int status = 0; ///< answered instead; 0 leaves the answer
    bool drop = false;
    bool afterActing = false;

    bool losesAnswer() const { return status != 0 || drop; }
};

/// Decides which requests the faults hit, by counting those that match.
class TroubleMaker
{
public:
    /// `path` without the query. Nothing for a request that is spared.
    std::optional<Trouble> next(const Faults &faults, QByteArrayView path);
    void restart() { m_matching = 0; } ///< after new faults were set: counting starts again

private:
    quint64 m_matching = 0;
};

} // namespace anteroom::simulator::rest
