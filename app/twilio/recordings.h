// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twilio/rest_client.h"

namespace anteroom::twilio {

/// Recordings.json and the audio behind it (facts 3.7). Addresses are built from SIDs, never taken from a
/// webhook.
class Recordings
{
public:
    explicit Recordings(RestClient &client) : m_client(&client) {}

    calls::CarrierTask<QList<calls::RecordingInfo>> ofCall(QString callSid);
    /// What callers have recorded since then, of the whole account; the filter counts whole days, so it is
    /// checked again here.
    calls::CarrierTask<QList<calls::RecordingInfo>> messagesSince(QDateTime since);
    /// WAV into that file, whole or not at all; goes on with the part that an interrupted one has left beside
    /// it.
    calls::CarrierTask<void> fetch(QString sid, QString intoFile);
    calls::CarrierTask<void> remove(QString sid);
    /// Of a living call, from now on; one channel, what is said while it is paused left out. Answers its SID.
    calls::CarrierTask<QString> start(QString callSid, QString statusCallback);
    calls::CarrierTask<void> change(QString callSid, QString sid, calls::RecordingChange change);

private:
    RestClient *m_client;
};

calls::RecordingInfo recordingFromJson(const QJsonObject &json);

} // namespace anteroom::twilio
