// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/people.h"

#include "calls/permissions.h"

#include <algorithm>

namespace anteroom::calls {

People::People(DeskCore &core, Pulls &pulls, Moves &moves) : m_core(core), m_pulls(pulls), m_moves(moves)
{
}

Seat People::seatOf(const AskPhone &who) const
{
    Seat seat{who.name.trimmed(), Role::Screener, who.number};
    if (seat.name.isEmpty())
        seat.name = who.number;
    const auto isOthers = [&](const Seat &console) {
        return console.name == seat.name && plainNumber(console.phone) != plainNumber(seat.phone);
    };
    if (std::ranges::any_of(m_consoles, isOthers))
        seat.name = tr("%1 (phone)").arg(seat.name);
    return seat;
}

const AskPhone *People::ofSeat(const QString &seat) const
{
    const auto found =
        std::ranges::find_if(plan().phones, [&](const AskPhone &who) { return seatOf(who).name == seat; });
    return found == plan().phones.end() ? nullptr : &*found;
}

const AskPhone *People::named(const QString &to) const
{
    const QList<AskPhone> &phones = plan().phones;
    const auto found = std::ranges::find_if(
        phones, [&](const AskPhone &who) { return who.number == to || seatOf(who).name == to; });
    return to.isEmpty() || found == phones.end() ? nullptr : &*found;
}

bool People::isOccupied(const AskPhone &who) const
{
    if (m_core.book.phone(seatOf(who).name).state != PhoneState::Down)
        return true;
    return std::ranges::any_of(m_core.book.intents(), [&](const Intent &intent) {
        const bool rings = intent.kind == IntentKind::RingPhone || intent.kind == IntentKind::AskPhone ||
                           intent.kind == IntentKind::CancelLeg || intent.kind == IntentKind::CallHostBack;
        return rings && intent.phone == who.number;
    });
}

std::expected<void, Refusal> People::mayTake(const Seat &seat, const QString &sid) const
{
    const Call *call = m_core.book.find(sid);
    if (!call || call->hasEnded())
        return std::unexpected(Refusal{RefusalCode::UnknownCall, tr("That caller has gone.")});
    if (m_core.stopping)
        return std::unexpected(
            Refusal{RefusalCode::WrongState, tr("The desk is closing. The caller keeps waiting.")});
    if (m_core.book.phone(seat.name).state == PhoneState::InStudio)
        return std::unexpected(Refusal{RefusalCode::WrongState,
                                       tr("You are in a call already. Hang up first, then answer again.")});
    return permitted(m_core.book, seat, Pull{sid});
}

std::expected<void, Refusal> People::carryOut(const AskPhone &who, const QString &sid, AskWish wish)
{
    const Seat seat = seatOf(who);
    if (wish == AskWish::Take) {
        if (auto may = mayTake(seat, sid); !may)
            return may;
        m_pulls.pull(seat, Pull{sid});
        return {};
    }
    const Call *call = m_core.book.find(sid);
    if (!call || call->hasEnded())
        return std::unexpected(Refusal{RefusalCode::UnknownCall, tr("That caller has gone.")});
    const bool thanks = wish == AskWish::Thank;
    const Command command = thanks ? Command(ThankAndRelease{sid}) : Command(SendToVoicemail{sid});
    if (auto may = permitted(m_core.book, seat, command); !may)
        return may;
    m_moves.begin(thanks ? IntentKind::Thank : IntentKind::SendToVoicemail, sid, seat.name);
    return {};
}

std::expected<void, Refusal> People::takeHere(const AskPhone &who, const QString &sid, const QString &leg)
{
    const Seat seat = seatOf(who);
    if (auto may = mayTake(seat, sid); !may)
        return may;
    SeatPhone phone = m_core.book.phone(seat.name);
    phone.state = PhoneState::InStudio;
    phone.keepOn = false;
    phone.leg = leg;
    phone.since = m_core.clock.now();
    phone.remark.clear();
    m_core.book.put(phone);
    m_pulls.pull(seat, Pull{sid});
    return {};
}

} // namespace anteroom::calls
