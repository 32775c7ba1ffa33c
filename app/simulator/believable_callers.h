// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/call.h"

#include <random>

namespace anteroom::simulator {

/// Invents people who might ring a show: names, cities that fit their numbers, now and then a withheld or a
/// foreign number, an emoji or a very long name; each with a patience. The same seed invents the same people
/// in the same order.
class BelievableCallers
{
public:
    explicit BelievableCallers(quint32 seed) : m_random(seed) {}

    IncomingCall next(const QString &to);

private:
    int below(int limit) { return int(m_random() % quint32(limit)); }
    QString name();
    QString localNumber(const QString &areaCode);
    void place(IncomingCall &call);

    std::mt19937 m_random;
    int m_count = 0;
};

} // namespace anteroom::simulator
