// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace anteroom::twilio {

/// How long to wait before the n-th repetition: doubled each time, capped, and with full jitter (any value
/// from nothing to that), so that the desks of one account do not come back together.
class Backoff
{
public:
    using Random = std::function<double()>; ///< from 0 up to 1

    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, Random random);

    std::chrono::milliseconds delay(int repetition) const; ///< 0 for the first

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    Random m_random;
};

} // namespace anteroom::twilio
