// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/call.h"

namespace anteroom::calls {

QString shortened(const QString &number)
{
    constexpr qsizetype head = 4; // "+" and three digits
    constexpr qsizetype tail = 2;
    if (number.size() <= head + tail)
        return QString(number.size(), QChar(0x2022));
    return number.first(head) + QString(number.size() - head - tail, QChar(0x2022)) + number.last(tail);
}

} // namespace anteroom::calls
