// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/ask_plan.h"
#include "calls/call_log.h"
#include "calls/carrier.h"
#include "calls/clock.h"
#include "calls/command.h"
#include "calls/desk_state.h"
#include "calls/event.h"
#include "calls/host_plan.h"
#include "calls/journal.h"
#include "calls/line_manners.h"
#include "calls/listener_text.h"
#include "calls/seat.h"

#include <QObject>

#include <expected>
#include <memory>

namespace anteroom::calls {

struct SwitchboardOptions
{
    LineStatus line;
    LineManners manners = LineManners::defaults();
    AskPlan asking = AskPlan::defaults();
    HostPlan host = {};
    int closeOutParallel = 8;                 ///< halved when the phone company says "too many"
    std::chrono::milliseconds pollBusy{2500}; ///< while somebody waits or rings
    std::chrono::milliseconds pollIdle{7000};
    std::chrono::milliseconds pollMoving{1000}; ///< while a phone rings or a caller is moved, unheard
    std::chrono::seconds doorRests{5};  ///< at least so long a failed address stays out of use; see FrontDoor
    std::chrono::seconds endedStay{60}; ///< ended calls stay in view
    QString publicUrl;                  ///< for the connection status; empty when no webhooks can come
    QString recordingsFolder = {}; ///< where voicemail is fetched to; empty: it stays at the phone company
    int keepMessagesDays = 0;      ///< then heard messages are deleted; 0: they stay for ever
    std::chrono::seconds undoDeleting{10};
    std::chrono::seconds seekMessages{300};   ///< between two looks for messages of which there was no news
    std::chrono::seconds beforeApologies{20}; ///< for news of a message to come
    std::chrono::seconds pollTexts{15};       ///< where no webhook tells of them
};

/// Who waits, and what may be done. The only owner of the truth: news comes in through handle(), wishes
/// through execute(), and everybody else gets values by signal. Engine thread only.
class Switchboard : public QObject
{
    Q_OBJECT
public:
    Switchboard(SwitchboardOptions options, Carrier &carrier, Journal &journal, CallLog &log, Clock &clock,
                QObject *parent = nullptr);
    ~Switchboard() override;

    /// Takes up what the journal kept, settles open intents by reading, then polls. Call once.
    void start(const SavedDesk &saved);
    /// Stops polling and refuses new commands; finishes when every coroutine has ended. Touches no call.
    QCoro::Task<void> stop();

    /// News from the phone company. Never blocks; the same news twice changes nothing twice.
    Answer handle(const CarrierEvent &event);
    /// A wish of a seat: recorded as an intent, or refused with a sentence. What then happens comes by
    /// signal.
    std::expected<void, Refusal> execute(const Seat &seat, const Command &command);

    void setSeats(const QList<Seat> &seats); ///< who may ask; a seat cannot set the number it rings
    void setManners(LineManners manners);
    void setAskPlan(AskPlan plan);
    void setHostPlan(HostPlan plan);
    /// Where voicemail is fetched to from now on, and for how many days heard messages are kept (0: for
    /// ever).
    void setMessageKeeping(const QString &folder, int days);
    void noteWebhook(); ///< for the connection status
    /// A request of ours to the public address has come back to us, or not.
    void noteProbe(bool reached);
    void noteLimited(); ///< the phone company says "too many", though it may be repeated
    void tellNow();     ///< what has changed is told before this returns
    void notePublicUrl(const QString &url);

    QueueChange snapshot() const; ///< everything, as if it had just changed
    LineStatus line() const;
    ConnectionStatus connection() const;
    CloseOutStatus closeOut() const;
    QList<SeatPhone> phones() const;
    QList<Message> messages() const;
    QList<MissedCall> missedCalls() const;
    QList<AskPhone> people() const;  ///< who may be asked, and given a caller
    QStringList peopleNames() const; ///< in the same order, as GiveTo understands them
    TextsChange texts() const;       ///< all from listeners, as if they had just changed
    QueueStatus queueStatus() const;

Q_SIGNALS:
    void queueChanged(const anteroom::calls::QueueChange &change);
    void lineChanged(const anteroom::calls::LineStatus &line);
    void phoneChanged(const anteroom::calls::SeatPhone &phone);
    void connectionChanged(const anteroom::calls::ConnectionStatus &status);
    void closeOutChanged(const anteroom::calls::CloseOutStatus &status);
    void messagesChanged(const QList<anteroom::calls::Message> &messages);
    void missedCallsChanged(const QList<anteroom::calls::MissedCall> &calls);
    void peopleChanged(const QList<anteroom::calls::AskPhone> &people);
    void textsChanged(const anteroom::calls::TextsChange &change);
    /// Something is odd about the public address: it should be tried at once.
    void frontDoorDoubted();
    /// Something a person should read once: what happened, what it means for the caller, what to do now.
    void notice(const QString &seat, const QString &sentence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::calls
