// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/number_pointing.h"

#include "twilio/hosted_documents.h"

#include <QCoreApplication>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using calls::CarrierError;
using calls::CarrierResult;
using calls::CarrierTrouble;
using calls::LineTarget;

namespace {

/// A method and an application mean nothing without their address: they go back with it or not at all.
struct Group
{
    QString address;
    QStringList companions;
};

QList<Group> groups()
{
    return {{u"VoiceUrl"_s, {u"VoiceMethod"_s, u"VoiceApplicationSid"_s}},
            {u"VoiceFallbackUrl"_s, {u"VoiceFallbackMethod"_s}},
            {u"StatusCallback"_s, {u"StatusCallbackMethod"_s}},
            {u"SmsUrl"_s, {u"SmsMethod"_s}},
            {u"SmsFallbackUrl"_s, {u"SmsFallbackMethod"_s}}};
}

CarrierError refused(const QString &sentence)
{
    return {CarrierTrouble::Refused, 0, sentence};
}

CarrierError ownedByTrunk(const QString &line)
{
    return refused(
        QCoreApplication::translate("anteroom::twilio",
                                    "The number %1 belongs to a SIP trunk, which takes all its calls; none "
                                    "would come to this desk. Take it off the trunk at Twilio first.")
            .arg(line));
}

} // namespace

QStringList NumberPlan::changes() const
{
    QStringList names;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        if (number.settings.value(it.key()) != it.value())
            names.append(it.key());
    return names;
}

bool NumberPlan::isDone() const
{
    const QStringList open = changes();
    return number.trunkSid.isEmpty() && !open.contains("VoiceUrl"_L1) &&
           !open.contains("VoiceApplicationSid"_L1);
}

NumberPointing::NumberPointing(RestClient &client, QString keepIn, QString queue, calls::LineManners manners)
    : m_numbers(client),
      m_book(std::move(keepIn)),
      m_queue(std::move(queue)),
      m_manners(std::move(manners)),
      m_clock(client.clock())
{
}

bool NumberPointing::isKnown(const QString &line) const
{
    const auto known = m_book.find(line);
    return known && known->has_value();
}

bool NumberPointing::looksLikeOurs(const QString &address) const
{
    return m_urls.isOurs(address) || isHosted(address);
}

QMap<QString, QString> NumberPointing::settingsFor(LineTarget target, bool withTexts) const
{
    const calls::LineManners manners = fitForAddresses(m_manners, m_queue);
    const QString queue = hostedAt(hostedQueue(m_queue, manners));
    const bool asksUs = target == LineTarget::Desk && m_urls.canBeAsked() && m_askable;
    QMap<QString, QString> settings;
    if (target == LineTarget::Closed) {
        settings[u"VoiceUrl"_s] = hostedAt(hostedClosed(manners));
        settings[u"VoiceFallbackUrl"_s] = settings[u"VoiceUrl"_s];
    } else {
        settings[u"VoiceUrl"_s] = asksUs ? m_urls.voice() : hostedAt(hostedWelcome(m_queue, manners));
        settings[u"VoiceFallbackUrl"_s] = queue;
    }
    settings[u"VoiceMethod"_s] = asksUs ? u"POST"_s : u"GET"_s;
    settings[u"VoiceFallbackMethod"_s] = u"GET"_s;
    settings[u"VoiceApplicationSid"_s] = QString(); // it would override the address
    if (m_urls.canBeAsked()) {
        settings[u"StatusCallback"_s] = m_urls.callStatus();
        settings[u"StatusCallbackMethod"_s] = u"POST"_s;
    }
    // Texts come here also while the line is closed: somebody who still waits may be answered. Without a
    // public address they are found in the list, and whatever the number does with them stays.
    if (withTexts && m_urls.canBeAsked()) {
        const QString silence = hostedAt({});
        const bool away = target == LineTarget::Away;
        settings[u"SmsUrl"_s] = away ? silence : m_urls.text();
        settings[u"SmsMethod"_s] = away ? u"GET"_s : u"POST"_s;
        settings[u"SmsFallbackUrl"_s] = silence;
        settings[u"SmsFallbackMethod"_s] = u"GET"_s;
    }
    return settings;
}

calls::HostedNotice NumberPointing::noticeOf(const QMap<QString, QString> &settings) const
{
    const QString welcome = hostedAt(hostedWelcome(m_queue, fitForAddresses(m_manners, m_queue)));
    if (settings.value(u"VoiceUrl"_s) != welcome)
        return {};
    return {m_manners.notice.text.simplified(), m_clock.now()};
}

QMap<QString, QString> NumberPointing::settingsForHosts(LineTarget target) const
{
    const QString nobody = hostedAt(hostedNoDesk());
    const bool asksUs = target == LineTarget::Desk && m_urls.canBeAsked();
    QMap<QString, QString> settings{{u"VoiceUrl"_s, asksUs ? m_urls.voice() : nobody},
                                    {u"VoiceMethod"_s, asksUs ? u"POST"_s : u"GET"_s},
                                    {u"VoiceFallbackUrl"_s, nobody},
                                    {u"VoiceFallbackMethod"_s, u"GET"_s},
                                    {u"VoiceApplicationSid"_s, QString()}};
    if (m_urls.canBeAsked()) {
        settings[u"StatusCallback"_s] = m_urls.callStatus();
        settings[u"StatusCallbackMethod"_s] = u"POST"_s;
    }
    return settings;
}

void NumberPointing::tellAboutTexts(const PhoneNumber &number) const
{
    if (!m_tell || !m_urls.canBeAsked() || !number.takesTexts || number.smsApplicationSid.isEmpty())
        return;
    m_tell(
        QCoreApplication::translate(
            "anteroom::twilio",
            "Texts to %1 go to a TwiML app (%2), which goes before the number's own address. They are found "
            "by looking every few seconds instead of being told. Take the number off that app's messaging "
            "at Twilio to have answers at once.")
            .arg(number.number, number.smsApplicationSid));
}

/// Written down first, then written to the number: a crash between the two loses nothing.
calls::CarrierTask<void> NumberPointing::write(PhoneNumber number, KeptNumber kept, LineTarget target,
                                               bool isConnecting)
{
    QMap<QString, QString> changes;
    // Only connecting takes the texts; later they stay wherever somebody has pointed them meanwhile.
    const bool textsAreOurs = kept.ours.value(u"SmsUrl"_s).contains(number.settings.value(u"SmsUrl"_s));
    const bool isHosts = number.number == m_hostNumber && !m_hostNumber.isEmpty();
    const QMap<QString, QString> wanted =
        isHosts ? settingsForHosts(target)
                : settingsFor(target, number.takesTexts && (isConnecting || textsAreOurs));
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        // A number that an older version connected: what it held of the newer settings is still there.
        if (!kept.before.contains(it.key()) && kept.ours.value(it.key()).isEmpty())
            kept.before.insert(it.key(), looksLikeOurs(number.settings.value(it.key()))
                                             ? QString()
                                             : number.settings.value(it.key()));
        if (!kept.ours[it.key()].contains(it.value()))
            kept.ours[it.key()].append(it.value());
        if (number.settings.value(it.key()) != it.value())
            changes.insert(it.key(), it.value());
    }
    if (const auto saved = m_book.keep(number.number, kept); !saved)
        co_return std::unexpected(refused(saved.error()));
    const calls::HostedNotice before = m_hostedNotice;
    if (!isHosts && changes.contains(u"VoiceUrl"_s))
        m_hostedNotice = {}; // what is being changed may be either
    if (!changes.isEmpty()) {
        const auto updated = co_await m_numbers.update(number.sid, changes);
        if (!updated)
            co_return std::unexpected(updated.error());
    }
    if (!isHosts) {
        m_hostedNotice = noticeOf(wanted);
        if (before.words == m_hostedNotice.words && !changes.contains(u"VoiceUrl"_s) &&
            before.since.isValid())
            m_hostedNotice.since = before.since; // it has been so all the time
    }
    co_return CarrierResult<void>();
}

calls::CarrierTask<NumberPlan> NumberPointing::plan(QString line)
{
    const auto number = co_await m_numbers.find(line);
    if (!number)
        co_return std::unexpected(number.error());
    const auto known = m_book.find(line);
    if (!known)
        co_return std::unexpected(refused(known.error()));
    NumberPlan plan{*number, settingsFor(LineTarget::Desk, number->takesTexts), known->has_value()};
    const QString address = number->settings.value(u"VoiceUrl"_s);
    plan.isOurs = looksLikeOurs(address) || (plan.isKnown && !address.isEmpty() &&
                                             (*known)->ours.value(u"VoiceUrl"_s).contains(address));
    co_return plan;
}

calls::CarrierTask<void> NumberPointing::connect(QString line)
{
    const auto number = co_await m_numbers.find(line);
    if (!number)
        co_return std::unexpected(number.error());
    if (!number->trunkSid.isEmpty())
        co_return std::unexpected(ownedByTrunk(line));
    const auto known = m_book.find(line);
    if (!known)
        co_return std::unexpected(refused(known.error()));
    KeptNumber kept;
    if (known->has_value()) {
        kept = **known;
    } else {
        kept.before = number->settings;
        kept.before.remove(u"TrunkSid"_s);
        // A book that was lost must not make our own values somebody's old ones.
        for (const Group &group : groups()) {
            if (looksLikeOurs(kept.before.value(group.address)))
                kept.before[group.address].clear();
        }
    }
    const auto written = co_await write(*number, kept, LineTarget::Desk, true);
    if (written && line != m_hostNumber)
        tellAboutTexts(*number);
    co_return written;
}

calls::CarrierTask<void> NumberPointing::point(QString line, LineTarget target)
{
    const auto number = co_await m_numbers.find(line);
    if (!number)
        co_return std::unexpected(number.error());
    const auto known = m_book.find(line);
    if (!known)
        co_return std::unexpected(refused(known.error()));
    const QString address = number->settings.value(u"VoiceUrl"_s);
    if (!known->has_value() || !(*known)->ours.value(u"VoiceUrl"_s).contains(address))
        co_return CarrierResult<void>();
    const KeptNumber kept = **known;
    const auto written = co_await write(*number, kept, target, false);
    co_return written;
}

calls::CarrierTask<void> NumberPointing::release(QString line)
{
    const auto known = m_book.find(line);
    if (!known)
        co_return std::unexpected(refused(known.error()));
    if (!known->has_value())
        co_return CarrierResult<void>(); // never connected from here: nothing of ours is there
    const KeptNumber kept = **known;
    const auto number = co_await m_numbers.find(line);
    if (!number)
        co_return std::unexpected(number.error());
    QMap<QString, QString> changes;
    const auto putBack = [&](const QString &name) {
        QString old = kept.before.value(name);
        if (name.endsWith("Method"_L1) && old.isEmpty())
            old = u"POST"_s; // the phone company's default; an empty method is refused
        if (number->settings.value(name) != old)
            changes.insert(name, old);
    };
    for (const Group &group : groups()) {
        if (!kept.ours.value(group.address).contains(number->settings.value(group.address)))
            continue; // somebody has pointed it elsewhere
        putBack(group.address);
        for (const QString &companion : group.companions) {
            if (kept.ours.value(companion).contains(number->settings.value(companion)))
                putBack(companion);
        }
    }
    if (!changes.isEmpty()) {
        const auto updated = co_await m_numbers.update(number->sid, changes);
        if (!updated)
            co_return std::unexpected(updated.error());
    }
    if (const auto forgotten = m_book.forget(line); !forgotten)
        co_return std::unexpected(refused(forgotten.error()));
    co_return CarrierResult<void>();
}

} // namespace anteroom::twilio
