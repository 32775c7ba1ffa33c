// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seats/seat_desk.h"

#include <QTimeZone>

namespace anteroom::tests {

/// A desk whose state a test sets by hand and which remembers what it was asked.
class FakeSeatDesk final : public seats::SeatDesk
{
public:
    using SeatDesk::SeatDesk;
    std::expected<void, calls::Refusal> execute(const calls::Seat &seat,
                                                const calls::Command &command) override
    {
        seats.append(seat);
        commands.append(command);
        const auto *pull = std::get_if<calls::Pull>(&command);
        if (pull && refusals.contains(pull->sid))
            return std::unexpected(refusals.value(pull->sid));
        return {};
    }
    void tellNow() override
    {
        if (const auto late = std::exchange(untold, std::nullopt))
            change(*late);
    }
    calls::QueueChange snapshot() const override { return everything; }
    calls::LineStatus line() const override { return lineStatus; }
    calls::QueueStatus queueStatus() const override { return queue; }
    QStringList people() const override { return names; }
    calls::TextsChange texts() const override { return kept; }

    void change(const calls::QueueChange &change)
    {
        everything.revision = change.revision;
        for (const auto &call : change.calls) {
            everything.calls.removeIf([&](const auto &each) { return each.sid == call.sid; });
            everything.calls.append(call);
        }
        for (const auto &sid : change.removed)
            everything.calls.removeIf([&](const auto &each) { return each.sid == sid; });
        Q_EMIT queueChanged(change);
    }

    std::optional<calls::QueueChange> untold; ///< has happened, and is told at the end of the turn
    calls::QueueChange everything;
    calls::LineStatus lineStatus;
    calls::QueueStatus queue;
    QStringList names;
    calls::TextsChange kept;
    QHash<QString, calls::Refusal> refusals; ///< of pulls, by call
    QList<calls::Seat> seats;
    QList<calls::Command> commands;
};

inline calls::Call waitingCall(const QString &sid, double order)
{
    calls::Call call;
    call.sid = sid;
    call.state = calls::CallState::Waiting;
    call.order = order;
    return call;
}

} // namespace anteroom::tests
