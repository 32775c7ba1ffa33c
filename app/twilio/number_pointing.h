// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/switchboard.h"
#include "twilio/callback_urls.h"
#include "twilio/number_book.h"
#include "twilio/numbers.h"

#include <functional>

namespace anteroom::twilio {

/// What connecting a number would write into it, before anything is written.
struct NumberPlan
{
    PhoneNumber number;
    QMap<QString, QString> wanted; ///< by parameter name
    bool isKnown = false;          ///< connected from here before
    bool isOurs = false;           ///< calls go to an address that was written from here

    bool isDone() const;         ///< the addresses for calls are as wanted
    QStringList changes() const; ///< names of what is not as wanted
};

/// Points a number at this desk, at a document that the phone company hosts, or back to where it pointed
/// before. A number that was never connected from here, or that somebody has pointed elsewhere meanwhile, is
/// left alone.
class NumberPointing
{
public:
    NumberPointing(RestClient &client, QString keepIn, QString queue, calls::LineManners manners);

    void setUrls(const CallbackUrls &urls) { m_urls = urls; }
    /// While nobody can be asked at our addresses, an open line leads to what the phone company hosts.
    void setAskable(bool askable) { m_askable = askable; }
    void setManners(const calls::LineManners &manners) { m_manners = manners; }
    /// Who hears of what stands in the way although the number was pointed: a sentence.
    void setTell(std::function<void(const QString &)> tell) { m_tell = std::move(tell); }
    /// The hosts' own number: keys to run the show instead of a queue; never texts. Empty: there is none.
    void setHostNumber(const QString &number) { m_hostNumber = number; }
    bool isKnown(const QString &line) const; ///< connected from here before
    /// What the document says to which the line was pointed last.
    calls::HostedNotice hostedNotice() const { return m_hostedNotice; }

    calls::CarrierTask<NumberPlan> plan(QString line);
    calls::CarrierTask<void> connect(QString line);
    calls::CarrierTask<void> release(QString line);
    calls::CarrierTask<void> point(QString line, calls::LineTarget target);

private:
    QMap<QString, QString> settingsFor(calls::LineTarget target, bool withTexts) const;
    QMap<QString, QString> settingsForHosts(calls::LineTarget target) const;
    void tellAboutTexts(const PhoneNumber &number) const;
    bool looksLikeOurs(const QString &address) const;
    calls::HostedNotice noticeOf(const QMap<QString, QString> &settings) const;
    calls::CarrierTask<void> write(PhoneNumber number, KeptNumber kept, calls::LineTarget target,
                                   bool isConnecting);

    Numbers m_numbers;
    NumberBook m_book;
    CallbackUrls m_urls;
    bool m_askable = true;
    QString m_queue;
    QString m_hostNumber;
    calls::LineManners m_manners;
    calls::HostedNotice m_hostedNotice;
    calls::Clock &m_clock;
    std::function<void(const QString &)> m_tell;
};

} // namespace anteroom::twilio
