// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seats/json_rpc.h"
#include "seats/queue_board.h"
#include "seats/seat_desk.h"

#include <functional>

namespace anteroom::seats {

/// Answers one message of a seat.
class Dispatcher
{
public:
    /// `freshen` brings the board up to date, and tells the consoles what was new.
    Dispatcher(
        SeatDesk &desk, const QueueBoard &board, std::function<void()> freshen = [] {})
        : m_desk(desk), m_board(board), m_freshen(std::move(freshen))
    {
    }
    std::optional<QByteArray> answer(const calls::Seat &seat, const QByteArray &message);

private:
    RpcResult texts(const QJsonObject &params) const;
    RpcResult call(const calls::Seat &seat, const QString &method, const QJsonObject &params);

    SeatDesk &m_desk;
    const QueueBoard &m_board;
    std::function<void()> m_freshen;
};

} // namespace anteroom::seats
