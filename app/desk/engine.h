// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/carrier.h"
#include "calls/command.h"
#include "calls/desk_state.h"
#include "calls/listener_text.h"
#include "calls/seat.h"
#include "calls/task_set.h"
#include "desk/engine_options.h"
#include "http/server.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <expected>
#include <memory>

namespace anteroom::desk {

/// The desk without its window: receiver, switchboard, phone company, journal, seats. Lives in a thread of
/// its own; everything it owns is created in start() and destroyed before stopped(). Talk to it by queued
/// calls and signals only.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(EngineOptions options);
    ~Engine() override;

    void start();
    void stop(); ///< answered by stopped(), within 5 s; touches no call
    /// As stop(), but without a goodbye: the phone company finds nobody at home, as after kill -9.
    void vanish();
    void submit(quint64 request, const calls::Command &command); ///< a wish of this desk's own seat
    void setPhone(const QString &number);
    void setManners(
        const calls::LineManners &manners); ///< counts for the next caller, and for the hosted documents
    void setAskPlan(const calls::AskPlan &plan);
    void setHostPlan(const calls::HostPlan &plan);
    void setMessageKeeping(const MessageKeeping &keeping);
    void searchPastCalls(const calls::PastCallQuery &query);
    void countCallsToday();
    void repeatEverything(); ///< emits the present state once more, for a window that has just come

Q_SIGNALS:
    void listening(const QString &url);
    void failed(const QString &sentence); ///< could not start; nothing was touched
    void stopped();
    void refused(quint64 request, const anteroom::calls::Refusal &refusal);
    void pastCallsReady(const anteroom::calls::PastCallQuery &query,
                        const QList<anteroom::calls::PastCall> &calls,
                        const anteroom::calls::PastCallTally &tally);
    void callsTodayCounted(int count);
    void seatChanged(const anteroom::calls::Seat &seat);
    void queueChanged(const anteroom::calls::QueueChange &change);
    void lineChanged(const anteroom::calls::LineStatus &line);
    void phoneChanged(const anteroom::calls::SeatPhone &phone);
    void connectionChanged(const anteroom::calls::ConnectionStatus &status);
    void closeOutChanged(const anteroom::calls::CloseOutStatus &status);
    void messagesChanged(const QList<anteroom::calls::Message> &messages);
    void missedCallsChanged(const QList<anteroom::calls::MissedCall> &calls);
    void peopleChanged(const QList<anteroom::calls::AskPhone> &people);
    void textsChanged(const anteroom::calls::TextsChange &change);
    void notice(const QString &sentence);
    /// One call more was refused (error 10004) while there were so many.
    void callsAtOnceLearnt(int most);
    void everythingRepeated(); ///< whatever there is has been said at least once

private:
    struct Parts;

    QCoro::Task<void> open();
    QCoro::Task<void> shutDown(bool sayGoodbye);
    void leave(bool sayGoodbye);
    QCoro::Task<void> search(calls::PastCallQuery query);
    QCoro::Task<void> count();
    QCoro::Task<std::expected<void, QString>> pointNumber();
    QCoro::Task<void> pointAgain();
    QCoro::Task<void> pointHostNumber();
    void takeManners(calls::LineManners manners);
    void connectLater(std::chrono::seconds pause);
    QCoro::Task<void> connectAgain(std::chrono::seconds pause);
    QCoro::Task<calls::CarrierResult<void>> connectNumber(QString number);
    std::expected<void, QString> openSeats();
    void closeSeats();
    bool isForPrograms(const http::Request &request) const;
    void answerPrograms(http::Request request, http::Responder responder);
    void tellWhoMayAsk();
    void relay();
    void learnLimit();
    void watchFrontDoor();
    void sayListening(const QString &url);

    EngineOptions m_options;
    std::unique_ptr<Parts> m_parts;
    QString m_hostNumber; ///< that was pointed here last, or is just being pointed
    bool m_pointsHosts = false;
    bool m_saidListening = false;
    bool m_stopping = false;
    bool m_stopAsked = false;
    // Children, so that they come along into the engine thread.
    calls::TaskSet m_tasks{this};
    QTimer m_countSoon{this};
};

} // namespace anteroom::desk
