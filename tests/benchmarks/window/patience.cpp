// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/patience.h"

#include <cstdio>
#include <cstdlib>

namespace anteroom::benchmarks {

Patience::Patience(std::chrono::seconds longest, std::function<QString()> awaited)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(longest);
    connect(&m_timer, &QTimer::timeout, this, [longest, awaited = std::move(awaited)] {
        std::fprintf(stderr, "Waited %lld s for %s, in vain.\n", static_cast<long long>(longest.count()),
                     qUtf8Printable(awaited()));
        std::_Exit(1);
    });
}

void Patience::renew()
{
    m_timer.start();
}

} // namespace anteroom::benchmarks
