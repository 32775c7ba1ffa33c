// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/json_rpc.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

// More in one message than any console asks at once.
constexpr qsizetype largestBatch = 100;

QString phrase(const char *text)
{
    return QCoreApplication::translate("Seats", text);
}

QJsonObject answer(const QJsonValue &id)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}};
}

QJsonObject failure(const QJsonValue &id, const RpcError &error)
{
    QJsonObject object{{u"code"_s, error.code}, {u"message"_s, error.message}};
    if (!error.data.isEmpty())
        object.insert("data"_L1, error.data);
    auto whole = answer(id);
    whole.insert("error"_L1, object);
    return whole;
}

QJsonObject invalid(const QJsonValue &id)
{
    return failure(
        id, {RpcError::invalidRequest, phrase("This is not a request of JSON-RPC 2.0. Nothing was done.")});
}

bool mayBeId(const QJsonValue &id)
{
    return id.isString() || id.isDouble() || id.isNull();
}

/// Nothing for a notification: those are never answered, not even with an error.
std::optional<QJsonObject> answerOne(const QJsonValue &value, const RpcMethod &call)
{
    if (!value.isObject())
        return invalid(QJsonValue::Null);
    const auto request = value.toObject();
    const auto id = request.value("id"_L1);
    const bool wantsAnswer = !id.isUndefined();
    auto params = request.value("params"_L1);
    if (params.isNull())
        params = QJsonValue::Undefined;
    if (request.value("jsonrpc"_L1).toString() != "2.0"_L1 || !request.value("method"_L1).isString() ||
        (wantsAnswer && !mayBeId(id)) || !(params.isUndefined() || params.isObject() || params.isArray())) {
        return invalid(mayBeId(id) ? id : QJsonValue(QJsonValue::Null));
    }
    RpcResult result;
    if (params.isArray()) {
        result = std::unexpected(
            RpcError{RpcError::invalidParams, phrase("Parameters must be given by name. Nothing was done.")});
    } else {
        result = call(request.value("method"_L1).toString(), params.toObject());
    }
    if (!wantsAnswer)
        return {};
    if (!result)
        return failure(id, result.error());
    auto whole = answer(id);
    whole.insert("result"_L1, *result);
    return whole;
}

QByteArray toText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<QByteArray> answerMessage(const QByteArray &message, const RpcMethod &call)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(message, &error);
    if (error.error != QJsonParseError::NoError) {
        return toText(failure(QJsonValue::Null,
                              {RpcError::parseError, phrase("This message is not JSON. Nothing was done.")}));
    }
    if (document.isObject()) {
        const auto one = answerOne(document.object(), call);
        return one ? std::optional(toText(*one)) : std::nullopt;
    }
    const auto batch = document.array();
    if (batch.isEmpty() || batch.size() > largestBatch)
        return toText(invalid(QJsonValue::Null));
    QJsonArray answers;
    for (const auto &each : batch) {
        if (const auto one = answerOne(each, call))
            answers.append(*one);
    }
    if (answers.isEmpty())
        return {};
    return QJsonDocument(answers).toJson(QJsonDocument::Compact);
}

QByteArray notification(const QString &method, const QJsonObject &params)
{
    return toText({{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, method}, {u"params"_s, params}});
}

} // namespace anteroom::seats
