// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/dispatcher.h"

#include "seats/commands.h"
#include "seats/wire.h"

#include <QJsonArray>
#include <algorithm>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

std::optional<QByteArray> Dispatcher::answer(const calls::Seat &seat, const QByteArray &message)
{
    return answerMessage(message, [this, &seat](const QString &method, const QJsonObject &params) {
        return call(seat, method, params);
    });
}

/// The newest ones, the newest first.
RpcResult Dispatcher::texts(const QJsonObject &params) const
{
    constexpr int most = 2000;
    constexpr int unlessAsked = 50;
    const int limit = std::clamp(params.value("limit"_L1).toInt(unlessAsked), 1, most);
    calls::TextsChange kept = m_desk.texts();
    std::ranges::sort(kept.texts, [](const calls::ListenerText &a, const calls::ListenerText &b) {
        return std::tie(b.at, b.sid) < std::tie(a.at, a.sid);
    });
    kept.texts = kept.texts.first(std::min<qsizetype>(limit, kept.texts.size()));
    return QJsonObject{{u"texts"_s, toWire(kept).value("texts"_L1)}};
}

RpcResult Dispatcher::call(const calls::Seat &seat, const QString &method, const QJsonObject &params)
{
    if (method == "queue.get"_L1) {
        m_freshen(); // who asks after a request of its own sees what it did
        return QJsonObject{
            {u"revision"_s, static_cast<qint64>(m_board.revision())},
            {u"line"_s, toWire(m_desk.line())},
            {u"calls"_s, m_board.calls()},
            {u"people"_s, QJsonArray::fromStringList(m_desk.people())},
            {u"seat"_s, QJsonObject{{u"name"_s, seat.name}, {u"role"_s, calls::toWord(seat.role)}}},
        };
    }
    if (method == "texts.get"_L1)
        return texts(params);
    const auto command = toCommand(method, params);
    if (!command)
        return std::unexpected(command.error());
    if (const auto recorded = m_desk.execute(seat, *command); !recorded)
        return std::unexpected(toRpcError(recorded.error()));
    return QJsonObject{{u"recorded"_s, true}};
}

} // namespace anteroom::seats
