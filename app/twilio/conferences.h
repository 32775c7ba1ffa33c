// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

struct Participant
{
    QString callSid;
    QString status;
    bool muted = false;
    bool held = false;
};

/// Conferences.json and participants (facts 3.10).
class Conferences
{
public:
    explicit Conferences(RestClient &client) : m_client(&client) {}

    /// SIDs of the running conferences of that name (there is at most one; a name is random).
    calls::CarrierTask<QStringList> running(QString name);
    calls::CarrierTask<QList<Participant>> participants(QString conferenceSid);

private:
    RestClient *m_client;
};

} // namespace anteroom::twilio
