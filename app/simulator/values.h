// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <expected>

namespace anteroom::simulator {

/// A refusal as the phone company words it: HTTP status, its own error number, an English sentence
/// (facts 3.3).
struct ApiError
{
    int status = 400;
    int code = 0;
    QString message;
    QByteArray allow = {}; ///< of 405: the methods that would do
};
template <typename T> using Result = std::expected<T, ApiError>;

ApiError
notFound(const QString &what); ///< 404/20404 with the phone company's wording; `what` is a path or SID

/// Where a telephone number belongs to; any part may be empty.
struct Region
{
    QString city;
    QString state;
    QString zip;
    QString country; ///< two letters
    bool operator==(const Region &) const = default;
};

/// A URL exactly as it was configured (a fragment with connection overrides included) and how it is
/// requested.
struct WebAddress
{
    QString url;
    QString method = QStringLiteral("POST");
    bool operator==(const WebAddress &) const = default;
};

struct Account
{
    QString sid;
    QString authToken;
    QString secondToken;             ///< logs in as well, but signs nothing
    QHash<QString, QString> apiKeys; ///< SK... to its secret
    QStringList keysMayNot;          ///< resources that a key is kept from, such as IncomingPhoneNumbers
    QString friendlyName;
    QString status = QStringLiteral("active");
    QString type = QStringLiteral("Full"); ///< Full or Trial
    QString balance = QStringLiteral("25.00");
    QString currency = QStringLiteral("USD");
    int concurrency = 0;        ///< calls at once, in and out together; 0 is unlimited
    bool texts = true;          ///< off: sending a text is refused with 21606
    int textError = 0;          ///< else texts are accepted, then undelivered with it (30034: unregistered)
    bool mediaLogin = false;    ///< whether the sound of a recording wants a login; the real default is no
    QStringList verified;       ///< numbers that a trial account may call and text
    double callsPerSecond = 1.; ///< for created calls; more are queued
    QDateTime created;

    bool isTrial() const { return type == QLatin1StringView("Trial"); }
    bool refusesAsTrial(const QString &number) const { return isTrial() && !verified.contains(number); }
    /// Calls at once that are really allowed; 0 is unlimited. A trial account has five (error 10004).
    int mostCalls() const { return concurrency == 0 && isTrial() ? 5 : concurrency; }
};

struct PhoneNumber
{
    QString sid;
    QString number; ///< E.164
    QString friendlyName;
    Region region;
    bool voice = true;
    bool sms = true;
    bool mms = false;
    WebAddress voiceUrl;
    WebAddress voiceFallback;
    WebAddress statusCallback;
    QString voiceApplicationSid; ///< overrides the voice addresses
    QString trunkSid;            ///< overrides the application
    bool callerIdLookup = false;
    WebAddress smsUrl;
    WebAddress smsFallback;
    QString smsApplicationSid;
    QDateTime created;
    QDateTime updated;
};

/// A TwiML app.
struct Application
{
    QString sid;
    QString friendlyName;
    WebAddress voiceUrl;
    WebAddress voiceFallback;
    WebAddress statusCallback;
    WebAddress smsUrl;
    WebAddress smsFallback;
    QDateTime created;
};

/// What went wrong while a document was fetched or run (Calls/{CA}/Notifications and the debugger).
struct Notification
{
    QString sid; ///< NO...
    QString callSid;
    int log = 0; ///< 0 error, 1 warning
    int errorCode = 0;
    QString message;
    QString requestUrl;
    QString requestMethod;
    QDateTime date;
};

} // namespace anteroom::simulator
