// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

/// Messages.json (facts 3.8): one text, at most 1600 characters. Never repeated: a lost answer is Unclear.
class Messages
{
public:
    explicit Messages(RestClient &client) : m_client(&client) {}

    calls::CarrierTask<QString> create(QString to, QString from, QString body); ///< answers the text's SID
    /// Newest first; an empty number is anybody's.
    calls::CarrierTask<QList<calls::TextRecord>> list(QString from, QString to, QDateTime since);

private:
    RestClient *m_client;
};

calls::TextRecord textFromJson(const QJsonObject &json);
/// Whether an error of a text will be met by the next one, too: this phone cannot be reached by any.
bool holdsForEveryText(int code);

} // namespace anteroom::twilio
