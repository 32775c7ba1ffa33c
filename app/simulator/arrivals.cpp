// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/arrivals.h"

#include "simulator/calls.h"
#include "simulator/world.h"

using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr auto between = 500ms;
constexpr double minute = 60'000.;
} // namespace

Arrivals::Arrivals(World &world, const QString &number, quint32 seed, QObject *parent)
    : QObject(parent), m_world(world), m_number(number), m_callers(seed), m_random(seed + 1)
{
}

void Arrivals::begin(int atOnce, double perMinute)
{
    m_stream = std::make_unique<QObject>();
    m_perMinute = perMinute;
    for (int i = 0; i < atOnce; ++i)
        m_world.clock().after(between * i, m_stream.get(), [this] { dial(); });
    if (m_perMinute > 0.)
        m_world.clock().after(between * atOnce, m_stream.get(), [this] { wait(); });
}

void Arrivals::wait()
{
    // Between half and one and a half times the mean: irregular, and still so many a minute.
    const double spread = 0.5 + double(m_random() % 1000U) / 1000.;
    const auto gap = std::chrono::milliseconds{qint64(minute / m_perMinute * spread)};
    m_world.clock().after(std::max(gap, 10ms), m_stream.get(), [this] {
        dial();
        wait();
    });
}

void Arrivals::dial()
{
    ++m_dialled;
    if (const auto call = m_world.calls().dial(m_callers.next(m_number)); !call)
        emit refused(call.error().message);
}

} // namespace anteroom::simulator
