// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sids.h"

namespace anteroom::simulator {

QString Sids::make(QStringView prefix)
{
    return prefix.toString() + word(32);
}

QString Sids::word(int hexDigits)
{
    static constexpr char digits[] = "0123456789abcdef";
    QString result(hexDigits, u'0');
    for (QChar &each : result)
        each = QLatin1Char(digits[m_random() & 15U]);
    return result;
}

} // namespace anteroom::simulator
