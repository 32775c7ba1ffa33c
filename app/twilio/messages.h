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

private:
    RestClient *m_client;
};

} // namespace anteroom::twilio
