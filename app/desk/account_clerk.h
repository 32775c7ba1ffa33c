// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_setup.h"
#include "calls/clock.h"
#include "calls/task_set.h"
#include "desk/account_question.h"

#include <QNetworkAccessManager>
#include <QSet>

#include <functional>

namespace anteroom::desk {

/// Asks the phone company about an account, in a thread of its own: neither a window nor callers wait for it.
/// Each question brings along everything it needs. Talk to it by queued calls and signals only.
class AccountClerk : public QObject
{
    Q_OBJECT
public:
    AccountClerk();
    ~AccountClerk() override;

    void check(const AccountQuestion &question);
    void tryKeys(const AccountQuestion &question);
    void listNumbers(const AccountQuestion &question);
    void plan(const AccountQuestion &question);
    void connectLine(const AccountQuestion &question);
    void release(const AccountQuestion &question);
    void ring(const AccountQuestion &question);
    void stopRinging();

Q_SIGNALS:
    void checked(const anteroom::calls::AccountReport &report);
    void phoneTried(const anteroom::calls::PhoneTrial &trial);
    void keysTried(const anteroom::calls::EnteredAccount &account);
    void numbersListed(const QList<anteroom::calls::AccountNumber> &numbers, const QString &problem);
    void planned(const QList<anteroom::calls::NumberChange> &changes, const QString &problem);
    void connected(const QString &problem);
    void released(const QString &problem);
    void woken(); ///< from the pause between two looks, or because the clerk goes

private:
    QCoro::Task<void> checkNow(AccountQuestion question);
    QCoro::Task<void> tryNow(AccountQuestion question);
    QCoro::Task<void> listNow(AccountQuestion question);
    QCoro::Task<void> planNow(AccountQuestion question);
    QCoro::Task<void> connectNow(AccountQuestion question);
    QCoro::Task<void> releaseNow(AccountQuestion question);
    QCoro::Task<void> ringNow(AccountQuestion question);
    quint64 remember(std::function<void()> cancel);

    QNetworkAccessManager *m_network = nullptr; ///< made in the clerk's thread
    QNetworkAccessManager &network();
    calls::SystemClock m_clock;
    QHash<quint64, std::function<void()>> m_cancels; ///< what ends the questions that are under way
    quint64 m_lastCancel = 0;
    bool m_ringing = false;
    bool m_stopRinging = false;
    bool m_ending = false;
    calls::TaskSet m_tasks{this};
};

} // namespace anteroom::desk
