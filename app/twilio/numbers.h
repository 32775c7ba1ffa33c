// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

#include <QMap>

namespace anteroom::twilio {

/// One number of the account. Settings are kept by their parameter name ("VoiceUrl"), as they are written and
/// saved.
struct PhoneNumber
{
    QString sid;
    QString number;
    QString name;           ///< as somebody called it at the phone company
    QString applicationSid; ///< a TwiML application or a trunk overrides the voice addresses (facts 3.9)
    QString trunkSid;
    QString smsApplicationSid; ///< overrides the address for texts
    bool takesTexts = false;
    bool takesCalls = true;    ///< where nothing is said of it, it is a telephone number
    bool looksUpNames = false; ///< of callers, for a fee
    QMap<QString, QString> settings;
};

/// What of a number we ever change, by parameter name.
QStringList changedSettings();

/// IncomingPhoneNumbers.json: read and update alone; a DELETE would give the number back, a POST on the list
/// buy one.
class Numbers
{
public:
    explicit Numbers(RestClient &client) : m_client(&client) {}

    calls::CarrierTask<QList<PhoneNumber>> list();
    calls::CarrierTask<PhoneNumber> find(QString number); ///< E.164; Gone if the account has no such number
    calls::CarrierTask<PhoneNumber> update(QString sid, QMap<QString, QString> changes);

private:
    RestClient *m_client;
};

PhoneNumber numberFromJson(const QJsonObject &json);

} // namespace anteroom::twilio
