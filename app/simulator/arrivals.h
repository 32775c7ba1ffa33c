// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/believable_callers.h"

#include <QObject>

#include <memory>

namespace anteroom::simulator {

class World;

/// Lets believable callers ring one number: some at once, then a steady stream, on the simulator's clock.
class Arrivals : public QObject
{
    Q_OBJECT
public:
    Arrivals(World &world, const QString &number, quint32 seed, QObject *parent = nullptr);

    void begin(int atOnce,
               double perMinute); ///< the first ones come half a second apart; 0 a minute ends the stream
    int dialled() const { return m_dialled; }

signals:
    void refused(const QString &why); ///< a call that the phone company did not take

private:
    void dial();
    void wait();

    World &m_world;
    const QString m_number;
    BelievableCallers m_callers;
    std::mt19937 m_random;
    double m_perMinute = 0.;
    int m_dialled = 0;
    std::unique_ptr<QObject> m_stream;
};

} // namespace anteroom::simulator
