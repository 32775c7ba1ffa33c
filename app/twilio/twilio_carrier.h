// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/carrier.h"
#include "calls/clock.h"
#include "calls/switchboard.h"
#include "twilio/account.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace anteroom::twilio {

/// Twilio as a calls::Carrier: typed REST requests, documents rendered from steps, numbers pointed and put
/// back. Engine thread only.
class TwilioCarrier final : public QObject, public calls::Carrier
{
    Q_OBJECT
public:
    /// `keepNumbersIn` is the file that remembers what a number was set to before we changed it (no secrets
    /// in it).
    TwilioCarrier(Account account, const Places &places, QString queue, calls::LineManners manners,
                  QString keepNumbersIn, QNetworkAccessManager &network, calls::Clock &clock,
                  QObject *parent = nullptr);
    ~TwilioCarrier() override;

    void setPublicUrl(const QUrl &url);
    /// For documents made from now on; what the number points to follows with the next pointLine().
    void setManners(const calls::LineManners &manners);
    /// Which number is the hosts' own: what it is pointed to differs from a line. Empty: none.
    void setHostNumber(const QString &number);
    void setMusicPath(const QByteArray &path); ///< where the user's hold music is served; empty: nowhere
    /// Ends every request under way with Canceled and sends nothing any more: for shutting down, when the
    /// switchboard has been told to stop and awaits its coroutines.
    void cancel();
    /// Points the number at this desk (fallback and status callback included), after writing down what was
    /// there.
    calls::CarrierTask<void> connectNumber(QString line);
    /// The number has been connected from here before, so that its fallback is in place.
    bool hasConnected(const QString &line) const;
    /// Puts back what was there, field by field, where the number still holds a value of ours.
    calls::CarrierTask<void> releaseNumber(QString line);

    void setAskable(bool askable) override;
    calls::CarrierTask<QString> ringPhone(calls::RingPhone request) override;
    calls::CarrierTask<QString> callOut(calls::CallOut request) override;
    calls::CarrierTask<void> instruct(QString sid, calls::Steps steps, QString intent) override;
    calls::CarrierTask<void> hangUp(QString sid) override;
    calls::CarrierTask<void> sendText(QString to, QString line, QString body) override;
    calls::CarrierTask<void> pointLine(QString line, calls::LineTarget target) override;
    calls::CarrierTask<void> deleteRecording(QString recording) override;
    calls::CarrierTask<QString> startRecording(QString sid) override;
    calls::CarrierTask<void> changeRecording(QString sid, QString recording,
                                             calls::RecordingChange change) override;
    calls::CarrierTask<bool> limitQueue(QString queue, int most) override;
    calls::CarrierTask<bool> deleteQueue(QString queue) override;
    calls::HostedNotice hostedNotice() const override;
    calls::CarrierTask<calls::WaitingList> waiting(QString queue) override;
    calls::CarrierTask<calls::LegStatus> status(QString sid) override;
    calls::CarrierTask<QList<calls::LegStatus>> legsTo(QString phone, QString line, QDateTime since) override;
    calls::CarrierTask<QList<calls::LegStatus>> callsTo(QString line, QDateTime since) override;
    calls::CarrierTask<QList<calls::StudioMember>> studio(QString room) override;
    calls::CarrierTask<QList<calls::RecordingInfo>> recordingsOf(QString sid) override;
    calls::CarrierTask<QList<calls::RecordingInfo>> messagesSince(QDateTime since) override;
    calls::CarrierTask<void> fetchRecording(QString recording, QString intoFile) override;
    calls::CarrierTask<calls::LineKind> kindOf(QString number) override;
    calls::CarrierTask<QList<calls::TextRecord>> listTexts(QString from, QString to,
                                                           QDateTime since) override;

Q_SIGNALS:
    void answered(int roundTripMs);         ///< after every answered request
    void remarked(const QString &sentence); ///< the number is pointed here, but this should be known
    void full();    ///< a call was refused because the account carries no more at a time (error 10004)
    void limited(); ///< one was refused for load, and is repeated after a pause

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::twilio
