// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <deque>
#include <optional>

namespace anteroom::twilio {

/// What was answered to which delivery, and how far the progress of a leg has been told: a repeated webhook
/// gets the answer of the first, and one that was overtaken is not news. Bounded; the oldest go first.
class DeliveryMemory
{
public:
    struct Given
    {
        QByteArray body;
        quint64 mark = 0;
    };

    explicit DeliveryMemory(qsizetype most = 4096) : m_most(most) {}

    std::optional<Given> given(const QByteArray &delivery) const;
    void remember(const QByteArray &delivery, const Given &given);

    /// Whether a later one of the same sequence has been seen already. Numbers count from 0; a negative one
    /// is never overtaken.
    bool isOvertaken(const QByteArray &sequence, int number);

private:
    qsizetype m_most;
    QHash<QByteArray, Given> m_given;
    std::deque<QByteArray> m_givenOrder;
    QHash<QByteArray, int> m_seen;
    std::deque<QByteArray> m_seenOrder;
};

} // namespace anteroom::twilio
