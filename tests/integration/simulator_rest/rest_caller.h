// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/phone_company.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

/// What came back for one request; status 0: no answer at all.
struct RestAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers;

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    int code() const { return object()[u"code"].toInt(); }
    bool hasHeader(const QByteArray &name) const
    {
        return std::ranges::any_of(
            headers, [&](const auto &pair) { return pair.first.compare(name, Qt::CaseInsensitive) == 0; });
    }
};

/// A phone company on a free port, and somebody who sends it requests.
class RestCaller
{
public:
    RestCaller()
    {
        anteroom::simulator::WorldOptions options;
        options.accountSid = sid;
        options.authToken = token;
        company = std::make_unique<anteroom::simulator::PhoneCompany>(options);
        const auto listening = company->listen();
        if (!listening)
            qFatal("%s", qPrintable(listening.error()));
    }

    /// A path below the account, without .json.
    RestAnswer rest(const QByteArray &method, const QString &path, const QByteArray &form = {},
                    const QString &query = {})
    {
        return send(method, QStringLiteral("/2010-04-01/Accounts/%1/%2.json%3").arg(sid, path, query), form,
                    QByteArrayLiteral("application/x-www-form-urlencoded"), user, password);
    }

    RestAnswer control(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        return send(method, QStringLiteral("/simulator/") + path,
                    QJsonDocument(body).toJson(QJsonDocument::Compact), QByteArrayLiteral("application/json"),
                    {}, {});
    }

    RestAnswer send(const QByteArray &method, const QString &target, const QByteArray &body,
                    const QByteArray &contentType, const QString &asUser, const QString &withPassword)
    {
        QNetworkRequest request(QUrl(company->origin() + target));
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
        if (!asUser.isEmpty())
            request.setRawHeader("Authorization",
                                 "Basic " + (asUser + u':' + withPassword).toUtf8().toBase64());
        const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply->readAll(),
                reply->rawHeaderPairs()};
    }

    const QString sid = QStringLiteral("AC00000000000000000000000000000001");
    const QString token = QStringLiteral("token");
    QString user = sid;
    QString password = token;
    std::unique_ptr<anteroom::simulator::PhoneCompany> company;

private:
    QNetworkAccessManager m_manager;
};
