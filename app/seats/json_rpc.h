// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <expected>
#include <functional>
#include <optional>

namespace anteroom::seats {

/// An error object of JSON-RPC 2.0 (jsonrpc.org/specification, 5.1).
struct RpcError
{
    int code = 0;
    QString message; ///< a sentence
    QJsonObject data = {};

    static constexpr int parseError = -32700;
    static constexpr int invalidRequest = -32600;
    static constexpr int unknownMethod = -32601;
    static constexpr int invalidParams = -32602;
};

using RpcResult = std::expected<QJsonObject, RpcError>;
/// Carries out one request; `params` is an empty object where none were sent.
using RpcMethod = std::function<RpcResult(const QString &method, const QJsonObject &params)>;

/// Takes one message of a peer, a single request or a batch, hands what is in order to `call` one after
/// another, and gives the text to send back; nothing where only notifications came.
std::optional<QByteArray> answerMessage(const QByteArray &message, const RpcMethod &call);

QByteArray notification(const QString &method, const QJsonObject &params);

} // namespace anteroom::seats
