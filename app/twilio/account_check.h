// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_report.h"
#include "calls/line_manners.h"
#include "twilio/account.h"
#include "twilio/number_pointing.h"
#include "twilio/rest_client.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <optional>

namespace anteroom::twilio {

/// What the check has to know of the desk whose account it looks at.
struct CheckedDesk
{
    QString line;
    QString queue;
    QString phone; ///< of the seat
    calls::LineManners manners;
    QString numbersFile; ///< where the desk keeps what a number was set to before
    bool isOpen = false; ///< it runs and its lines are open: new callers should come to it now
    int callsAtOnce = 0; ///< that the account was found to carry at the most (error 10004); 0: never met
};

/// Looks at everything that a show depends on, by reading alone: nothing at the phone company is changed. One
/// thread; destroying it ends a check that runs.
class AccountCheck
{
public:
    AccountCheck(Account account, Places places, CheckedDesk desk, QNetworkAccessManager &network,
                 calls::Clock &clock);
    ~AccountCheck();

    QCoro::Task<calls::AccountReport> run();
    QCoro::Task<calls::AccountReport> runCredentials(); ///< whether they open the account, and nothing else
    bool isTrial() const { return m_type == QLatin1StringView("Trial"); } ///< once it has been read
    void cancel(); ///< what has not been asked is left out

private:
    using Line = calls::CheckLine;

    QCoro::Task<bool> openAccount();
    bool tellCredentials(const calls::CarrierResult<RestAnswer> &answer);
    void tellNumber(const calls::CarrierResult<NumberPlan> &plan);
    void tellPointing(const NumberPlan &plan);
    void tellFallback(const PhoneNumber &number);
    void tellNames(const PhoneNumber &number);
    QCoro::Task<void> checkAccount();
    QCoro::Task<void> checkSignature();
    QCoro::Task<void> askFrontDoor();
    QCoro::Task<void> checkBalance();
    QCoro::Task<void> checkQueue();
    QCoro::Task<void> checkTexts(PhoneNumber number);
    QCoro::Task<void> checkPhone();
    void tellCallsAtOnce();
    void tellClock();
    void add(Line line);
    calls::CarrierTask<RestAnswer> read(QByteArray resource, http::Form fields);

    Account m_account;
    Places m_places;
    CheckedDesk m_desk;
    QNetworkAccessManager &m_network;
    calls::Clock &m_clock;
    RestClient m_client;
    RestClient m_byToken; ///< what a key may not read
    NumberPointing m_pointing;
    QPointer<QNetworkReply> m_frontDoor;
    calls::AccountReport m_report;
    QString m_type;        ///< Trial or Full; empty where it may not be read
    QDateTime m_asked;     ///< by our clock, in the middle of the first request
    QDateTime m_theirTime; ///< when it was answered
    std::optional<bool> m_tokenSigns;
    bool m_canceled = false;
};

/// An address as it may be shown: nobody's password, and not the text of a hosted document.
QString shownAddress(const QString &address);

} // namespace anteroom::twilio
