// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

struct Queue
{
    QString sid;
    QString name;
    int currentSize = 0;
    int maximumSize = 0;
    int averageWaitSeconds = 0; ///< of those who wait now
};

struct QueueMember
{
    QString callSid;
    QDateTime enqueued; ///< UTC by their clock
    int waitSeconds = 0;
};

struct QueueMembers
{
    QList<QueueMember> members;
    QDateTime at; ///< their clock when they answered; null if they did not say
};

/// Queues.json and its members (facts 3.4, 3.5). There is no filter by name, so a name is found by paging.
class Queues
{
public:
    explicit Queues(RestClient &client) : m_client(&client) {}

    calls::CarrierTask<QList<Queue>> list();
    calls::CarrierTask<Queue> read(QString sid);
    calls::CarrierTask<Queue> limit(QString sid, int maximumSize);
    calls::CarrierTask<QueueMembers> members(QString sid);
    calls::CarrierTask<void> remove(QString sid); ///< refused while somebody is in it

private:
    RestClient *m_client;
};

Queue queueFromJson(const QJsonObject &json);

} // namespace anteroom::twilio
