// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/backoff.h"

#include <algorithm>
#include <utility>

namespace anteroom::twilio {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, Random random)
    : m_first(first), m_longest(longest), m_random(std::move(random))
{
}

std::chrono::milliseconds Backoff::delay(int repetition) const
{
    const auto full =
        std::min(m_longest, std::chrono::milliseconds(m_first.count() << std::clamp(repetition, 0, 20)));
    return std::chrono::milliseconds(static_cast<long long>(double(full.count()) * m_random()));
}

} // namespace anteroom::twilio
