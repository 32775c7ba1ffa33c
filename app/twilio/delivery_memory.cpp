// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/delivery_memory.h"

namespace anteroom::twilio {

std::optional<DeliveryMemory::Given> DeliveryMemory::given(const QByteArray &delivery) const
{
    const auto found = m_given.constFind(delivery);
    return found == m_given.cend() ? std::nullopt : std::optional(*found);
}

void DeliveryMemory::remember(const QByteArray &delivery, const Given &given)
{
    if (!m_given.contains(delivery)) {
        m_givenOrder.push_back(delivery);
        if (qsizetype(m_givenOrder.size()) > m_most) {
            m_given.remove(m_givenOrder.front());
            m_givenOrder.pop_front();
        }
    }
    m_given.insert(delivery, given);
}

bool DeliveryMemory::isOvertaken(const QByteArray &sequence, int number)
{
    if (number < 0)
        return false;
    const auto found = m_seen.find(sequence);
    if (found != m_seen.end()) {
        if (number <= *found)
            return true;
        *found = number;
        return false;
    }
    m_seen.insert(sequence, number);
    m_seenOrder.push_back(sequence);
    if (qsizetype(m_seenOrder.size()) > m_most) {
        m_seen.remove(m_seenOrder.front());
        m_seenOrder.pop_front();
    }
    return false;
}

} // namespace anteroom::twilio
