// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/people.h"
#include "calls/short_calls.h"
#include "calls/texting.h"

#include <functional>

namespace anteroom::calls {

/// A caller waits, and the phones on the list are asked: one after another or all at once, by text or by a
/// short call, until somebody has taken the caller or the list has come to its end. Who was asked about whom
/// is written down, so that a restart asks nobody twice.
class Asking : public QObject
{
    Q_OBJECT
public:
    Asking(DeskCore &core, People &people, Texting &texting, ShortCalls &shortCalls, Moves &moves);

    void setPlan(AskPlan plan);
    void setDeskLeft(bool left);
    /// A seat wants to pass this call on to just this phone, whatever the list is doing.
    void askJust(const QString &sid, const AskPhone &who, const QString &giver);
    /// A question about this call is on its way to this phone, or waits for its answer.
    bool isAsking(const QString &sid, const QString &number) const;
    /// After a restart: goes on where the list was.
    void takeUp();

    /// What a phone has answered; "later" and "not reached" bring the next one at once.
    void note(const QString &sid, const QString &number, AskedState state);
    /// Whether this phone was asked about a call by text and has not answered yet.
    static bool isOpenText(const AskedPhone &phone) { return phone.isOpen() && !phone.byCall; }

Q_SIGNALS:
    void began(); ///< somebody is asked, so that answers may come
    /// Of a phone that a seat wants to pass the call on to, with its new state; still open: it has not
    /// answered in time.
    void giftAnswered(const QString &sid, const anteroom::calls::AskedPhone &phone);

private:
    bool isOn() const;
    void comeBackWithoutPhones();
    void lookAtAll();
    void lookSoon(const QString &sid);
    void look(const QString &sid);
    void begin(const Call &call);
    void follow(const Call &call);
    void leave(const QString &sid, bool gone);
    void arm(const QString &sid);
    void due(const QString &sid, const QDateTime &when);
    void askNext(const QString &sid);
    void finish(const QString &sid);
    void armGift(const QString &sid, const QString &number, std::chrono::milliseconds left);
    void endGift(const QString &sid, const QString &number);
    void forgetLater(const QString &sid, std::chrono::milliseconds after);
    void showOn(const QString &sid);
    void change(const QString &sid, const std::function<void(Ask &)> &how);
    void change(const QString &sid, const QString &number, const std::function<void(AskedPhone &)> &how);
    int freeNumber() const;
    bool needsNumber(const QString &sid, const QString &number) const;
    bool isWanted(const QString &sid, const QString &number) const;
    bool refusesTexts(const QString &number) const;

    QCoro::Task<void> textPhone(QString sid, AskPhone who);
    QCoro::Task<void> check(QString sid, QString number);
    void checkIn(const QString &sid, const QString &number, std::chrono::milliseconds pause);
    void callPhone(const QString &sid, const QString &number);
    void refuse(const QString &number);

    DeskCore &m_core;
    People &m_people;
    Texting &m_texting;
    ShortCalls &m_shortCalls;
    Moves &m_moves;
    QSet<QString> m_toLookAt;
    QHash<QString, QDateTime> m_armed;
    QSet<QString> m_unsure; ///< bodies of which nobody knows whether they went out
};

} // namespace anteroom::calls
