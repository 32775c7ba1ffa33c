// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_seats.h"

#include <algorithm>

namespace anteroom::calls {

QString HostSeats::nameOf(const QString &person, int place)
{
    return place == 1 ? tr("%1 (by phone)").arg(person)
                      : tr("%1 (by phone %2)").arg(person, QString::number(place));
}

QString HostSeats::personOf(const QString &seat) const
{
    for (const Host &host : m_core.options.host.people)
        for (int place = 1; place <= mostSeats && !seat.isEmpty(); ++place)
            if (nameOf(host.name, place) == seat)
                return host.phone;
    return {};
}

bool HostSeats::isSeated(const Host &host) const
{
    for (int place = 1; place <= mostSeats; ++place)
        if (m_core.book.phone(nameOf(host.name, place)).state == PhoneState::InStudio)
            return true;
    return false;
}

QString HostSeats::freeName(const QString &person) const
{
    for (int place = 1; place < mostSeats; ++place) {
        const QString seat = nameOf(person, place);
        const bool others =
            std::ranges::any_of(m_consoles, [&](const Seat &each) { return each.name == seat; });
        if (!others && m_core.book.phone(seat).state == PhoneState::Down)
            return seat;
    }
    return nameOf(person, mostSeats);
}

void HostSeats::sitDown(HostCall &call)
{
    const Host *host = m_core.options.host.of(call.person);
    call.seat = freeName(host ? host->name : QString());
    // In the studio as far as others can see: the next caller is moved there without ringing anybody. Kept
    // on, so that whoever is left behind waits again instead of being sent off.
    SeatPhone phone = m_core.book.phone(call.seat);
    phone.state = PhoneState::InStudio;
    phone.keepOn = true;
    phone.leg = call.sid;
    phone.since = m_core.clock.now();
    phone.remark.clear();
    m_core.book.put(phone);
}

Seat HostSeats::of(const HostCall &call)
{
    return {call.seat, call.verified ? Role::Host : Role::Screener, call.from};
}

} // namespace anteroom::calls
