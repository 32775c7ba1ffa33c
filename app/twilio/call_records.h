// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

struct CreateCall
{
    QString to;
    QString from;
    QString url;            ///< of the document, or
    QString twiml;          ///< the document itself, at most 4000 characters
    QString statusCallback; ///< empty: none
    int ringSeconds = 20;
};

/// Calls.json (facts 3.6). Every write goes before the polls: a person waits for it.
class CallRecords
{
public:
    explicit CallRecords(RestClient &client) : m_client(&client) {}

    calls::CarrierTask<calls::LegStatus> create(CreateCall call);
    calls::CarrierTask<calls::LegStatus> updateDocument(QString sid, QString twiml);
    calls::CarrierTask<calls::LegStatus> complete(QString sid); ///< ends a call in any state
    calls::CarrierTask<calls::LegStatus> read(QString sid);
    /// Newest first, as the phone company lists them; `since` counts whole days there, so it is checked again
    /// here.
    calls::CarrierTask<QList<calls::LegStatus>> list(QString to, QString from, QDateTime since);

private:
    calls::CarrierTask<calls::LegStatus> sendFor(RestRequest request);

    RestClient *m_client;
};

calls::LegStatus callFromJson(const QJsonObject &json);

} // namespace anteroom::twilio
