// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <random>

namespace anteroom::simulator {

/// Makes SIDs (two letters and 32 hexadecimal digits) and other opaque words, repeatable for a seed.
class Sids
{
public:
    explicit Sids(quint32 seed) : m_random(seed) {}
    QString make(QStringView prefix); ///< "CA", "QU" ...
    QString word(int hexDigits);

private:
    std::mt19937 m_random;
};

} // namespace anteroom::simulator
