// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/known_numbers.h"

#include <algorithm>

namespace anteroom::history {

void KnownNumbers::setPast(Keys keys)
{
    std::ranges::sort(keys);
    m_past = std::move(keys);
}

bool KnownNumbers::mayHaveCalled(QStringView number) const
{
    const std::size_t key = keyOf(number);
    return !m_past || m_since.contains(key) || std::ranges::binary_search(*m_past, key);
}

} // namespace anteroom::history
