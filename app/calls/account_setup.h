// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_report.h"

#include <QObject>

namespace anteroom::calls {

/// What opens an account, as somebody has typed it. Never written down by whoever holds this.
struct AccountKeys
{
    QString account; ///< AC...
    QString token;
    QString key; ///< SK..., optional with its secret
    QString keySecret;
};

/// What became of keys that were tried.
struct EnteredAccount
{
    QString problem;            ///< a sentence; empty: they open the account
    QString notKept;            ///< a sentence where they cannot be kept and hold for this run only
    QString account;            ///< shortened, as it may be shown
    bool trial = false;         ///< rings verified phones only
    bool canBeCalled = true;    ///< false with a key alone: nobody could check who sends a webhook
    bool fromElsewhere = false; ///< handed over in the environment, so not asked for
};

struct AccountNumber
{
    enum class Owner { Nobody, App, Trunk, Us };
    QString number;
    QString name;
    bool takesCalls = true;
    bool takesTexts = false;
    Owner owner = Owner::Nobody;
    QString goesTo; ///< where its calls go now, as it may be shown

    bool isUsable() const { return takesCalls && owner != Owner::Trunk; }
};

/// One thing that connecting would write into the number.
struct NumberChange
{
    QString what;
    QString before;
    QString after;
    bool operator==(const NumberChange &) const = default;
};

/// The number that callers will dial, and how its calls reach the desk.
struct LineChoice
{
    QString number;
    QString publicUrl; ///< empty: the desk looks for them every few seconds
    QString phone;     ///< of this seat
    bool phoneConfirmed = false;
    bool operator==(const LineChoice &) const = default;
};

struct PhoneTrial
{
    enum class Stage { Ringing, Confirmed, Failed };
    Stage stage = Stage::Ringing;
    QString sentence;
};

/// The account as a window sees it: wishes in, values out by signal, never blocking. Every answer carries a
/// sentence where something was wrong. Nothing is changed at the phone company but by connect(),
/// pointNumber() and giveBack(). Lives in the window's thread.
class AccountSetup : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void check() = 0;                             ///< answered by checked()
    virtual void pointNumber() = 0;                       ///< of the line at work; answered by connected()
    virtual void ringPhone(const LineChoice &choice) = 0; ///< answered by phoneTried(), more than once
    virtual void stopRinging() = 0;
    virtual void recall() = 0; ///< the account that is known already; answered by entered()
    virtual void enter(const AccountKeys &keys) = 0; ///< answered by entered()
    virtual void listNumbers() = 0;
    virtual void plan(const LineChoice &choice) = 0;        ///< answered by planned()
    virtual void connectLine(const LineChoice &choice) = 0; ///< answered by connected()
    virtual void giveBack() = 0; ///< the number of the line as it was before; answered by givenBack()

    virtual LineChoice draft() const = 0; ///< how far somebody came before
    virtual void keepDraft(const LineChoice &choice) = 0;

Q_SIGNALS:
    void checked(const anteroom::calls::AccountReport &report);
    void phoneTried(const anteroom::calls::PhoneTrial &trial);
    void entered(const anteroom::calls::EnteredAccount &account);
    void numbersListed(const QList<anteroom::calls::AccountNumber> &numbers, const QString &problem);
    void planned(const QList<anteroom::calls::NumberChange> &changes, const QString &problem);
    void connected(const QString &problem); ///< empty: it is
    void givenBack(const QString &problem); ///< empty: it is
};

} // namespace anteroom::calls

Q_DECLARE_METATYPE(anteroom::calls::AccountKeys)
Q_DECLARE_METATYPE(anteroom::calls::EnteredAccount)
Q_DECLARE_METATYPE(anteroom::calls::AccountNumber)
Q_DECLARE_METATYPE(anteroom::calls::NumberChange)
Q_DECLARE_METATYPE(anteroom::calls::PhoneTrial)
