// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/believable_callers.h"

#include <QObject>

#include <memory>

namespace anteroom::simulator {

class World;

/// Lets listeners text one number, on the simulator's clock: some who wait in its queue, some who do not
/// call. The same seed sends the same words in the same order.
class TextArrivals : public QObject
{
    Q_OBJECT
public:
    TextArrivals(World &world, const QString &number, quint32 seed, QObject *parent = nullptr);

    void begin(double perMinute); ///< the first one comes soon; 0 a minute: none

private:
    void send();
    void wait();

    World &m_world;
    const QString m_number;
    BelievableCallers m_people;
    std::mt19937 m_random;
    double m_perMinute = 0.;
    quint32 m_sent = 0;
    std::unique_ptr<QObject> m_stream;
};

} // namespace anteroom::simulator
