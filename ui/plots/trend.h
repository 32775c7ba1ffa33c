// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <algorithm>

namespace anteroom::ui {

/// How many waited over the last half hour, one value per half minute; the peak of each, since a peak is what
/// one regrets.
class Trend
{
public:
    static constexpr int seconds = 30;
    static constexpr int length = 60;

    void note(const QDateTime &now, int value)
    {
        const qint64 slot = now.toSecsSinceEpoch() / seconds;
        if (m_values.isEmpty()) {
            m_values.append(value);
            m_slot = slot;
        }
        m_slot = std::max(m_slot, slot - length);
        for (; m_slot < slot; ++m_slot)
            m_values.append(m_current); // so many waited until now
        m_current = value;
        m_values.last() = std::max(m_values.last(), value);
        if (m_values.size() > length)
            m_values.remove(0, m_values.size() - length);
    }
    const QList<int> &values() const { return m_values; }

private:
    QList<int> m_values;
    qint64 m_slot = 0;
    int m_current = 0;
};

} // namespace anteroom::ui
