// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/recordings.h"

#include "twilio/dates.h"
#include "twilio/download.h"
#include "twilio/json_fields.h"
#include "twilio/paging.h"

#include <QCoreApplication>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecordings = 100;
constexpr int mostOfAccount = 2'000;

QByteArray resourceOf(const QString &sid)
{
    return "Recordings/" + http::percentEncode(sid.toUtf8());
}

QByteArray ofCallPath(const QString &callSid)
{
    return "Calls/" + http::percentEncode(callSid.toUtf8()) + "/Recordings";
}

QByteArray statusFor(calls::RecordingChange change)
{
    switch (change) {
    case calls::RecordingChange::Pause:
        return "paused";
    case calls::RecordingChange::Resume:
        return "in-progress";
    case calls::RecordingChange::Stop:
        break;
    }
    return "stopped";
}

calls::CarrierError notSaved(const QString &reason)
{
    return {calls::CarrierTrouble::Refused, 0,
            QCoreApplication::translate(
                "anteroom::twilio",
                "The message could not be saved on this computer (%1). It is still at the phone "
                "company. Make room on the disk and open it again.")
                .arg(reason)};
}

} // namespace

calls::RecordingInfo recordingFromJson(const QJsonObject &json)
{
    const QString status = textField(json, "status"_L1);
    calls::RecordingInfo info;
    info.recording = textField(json, "sid"_L1);
    info.sid = textField(json, "call_sid"_L1);
    info.seconds = std::max(0, numberField(json, "duration"_L1)); // -1 while it runs
    info.ready = status == "completed"_L1;
    info.begun = dateField(json, "date_created"_L1);
    info.paused = status == "paused"_L1;
    info.running = info.paused || status == "in-progress"_L1;
    info.talk = textField(json, "source"_L1) == "StartCallRecordingAPI"_L1;
    info.absent = status == "absent"_L1 || status == "failed"_L1 || status == "deleted"_L1;
    return info;
}

calls::CarrierTask<QList<calls::RecordingInfo>> Recordings::ofCall(QString callSid)
{
    RestRequest request{.path = m_client->accountPath("Recordings.json")};
    request.fields.add("CallSid", callSid.toUtf8());
    const auto elements = co_await readAll(m_client, request, u"recordings"_s, mostRecordings);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<calls::RecordingInfo> recordings;
    for (const auto &element : *elements)
        recordings.append(recordingFromJson(element.toObject()));
    co_return recordings;
}

calls::CarrierTask<QList<calls::RecordingInfo>> Recordings::messagesSince(QDateTime since)
{
    RestRequest request{.path = m_client->accountPath("Recordings.json")};
    request.fields.add("DateCreated>", filterDate(since).toUtf8());
    const auto elements = co_await readAll(m_client, request, u"recordings"_s, mostOfAccount);
    if (!elements)
        co_return std::unexpected(elements.error());
    QList<calls::RecordingInfo> recordings;
    for (const auto &element : *elements) {
        const QJsonObject json = element.toObject();
        const calls::RecordingInfo info = recordingFromJson(json);
        const bool isMessage = textField(json, "source"_L1) == "RecordVerb"_L1;
        if (isMessage && (!info.begun.isValid() || info.begun >= since))
            recordings.append(info);
    }
    co_return recordings;
}

calls::CarrierTask<void> Recordings::fetch(QString sid, QString intoFile)
{
    RestRequest request{.path = m_client->accountPath(resourceOf(sid) + ".wav"),
                        .followRedirects = true,
                        .into = std::make_shared<Download>(intoFile)};
    if (!request.into->open())
        co_return std::unexpected(notSaved(request.into->problem()));
    const auto answer = co_await m_client->send(request);
    if (!request.into->problem().isEmpty())
        co_return std::unexpected(notSaved(request.into->problem()));
    if (!answer)
        co_return std::unexpected(answer.error());
    if (!request.into->finish())
        co_return std::unexpected(notSaved(request.into->problem()));
    co_return calls::CarrierResult<void>();
}

calls::CarrierTask<QString> Recordings::start(QString callSid, QString statusCallback)
{
    RestRequest request{.verb = Verb::Post,
                        .path = m_client->accountPath(ofCallPath(callSid) + ".json"),
                        .urgency = Urgency::Click};
    request.fields.add("RecordingChannels", "mono");
    if (!statusCallback.isEmpty()) {
        request.fields.add("RecordingStatusCallback", statusCallback.toUtf8());
        for (const char *event : {"completed", "absent"})
            request.fields.add("RecordingStatusCallbackEvent", event);
    }
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return textField(answer->json, "sid"_L1);
}

calls::CarrierTask<void> Recordings::change(QString callSid, QString sid, calls::RecordingChange change)
{
    RestRequest request{.verb = Verb::Post,
                        .path = m_client->accountPath(ofCallPath(callSid) + '/' +
                                                      http::percentEncode(sid.toUtf8()) + ".json"),
                        .urgency = Urgency::Click};
    request.fields.add("Status", statusFor(change));
    if (change == calls::RecordingChange::Pause)
        request.fields.add("PauseBehavior", "skip");
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return calls::CarrierResult<void>();
}

calls::CarrierTask<void> Recordings::remove(QString sid)
{
    RestRequest request{.verb = Verb::Delete, .path = m_client->accountPath(resourceOf(sid) + ".json")};
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return calls::CarrierResult<void>();
}

} // namespace anteroom::twilio
