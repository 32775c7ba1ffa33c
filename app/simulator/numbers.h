// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/values.h"

#include <optional>

namespace anteroom::simulator {

class World;

/// POST IncomingPhoneNumbers/{PN}: only what is set changes.
struct UpdateNumber
{
    std::optional<QString> friendlyName;
    std::optional<QString> voiceUrl;
    std::optional<QString> voiceMethod;
    std::optional<QString> voiceFallbackUrl;
    std::optional<QString> voiceFallbackMethod;
    std::optional<QString> statusCallback;
    std::optional<QString> statusCallbackMethod;
    std::optional<QString> voiceApplicationSid;
    std::optional<QString> trunkSid;
    std::optional<bool> callerIdLookup;
    std::optional<QString> smsUrl;
    std::optional<QString> smsMethod;
    std::optional<QString> smsFallbackUrl;
    std::optional<QString> smsFallbackMethod;
    std::optional<QString> smsApplicationSid;
};

/// The account's telephone numbers and TwiML apps.
class Numbers
{
public:
    explicit Numbers(World &world);

    const QList<PhoneNumber> &all() const { return m_numbers; }
    const QList<Application> &applications() const { return m_applications; }
    Result<PhoneNumber> get(const QString &sid) const;
    Result<Application> application(const QString &sid) const;
    std::optional<PhoneNumber> byNumber(const QString &e164) const;
    Result<PhoneNumber> update(const QString &sid, const UpdateNumber &update);

    /// Which voice addresses count for it: the application's, where one owns it.
    struct Voice
    {
        WebAddress url;
        WebAddress fallback;
        WebAddress statusCallback;
    };
    Voice voiceOf(const PhoneNumber &number) const;
    Voice messagingOf(const PhoneNumber &number) const; ///< url and fallback for texts

    /// Where a number belongs to, from its area code; only the country for foreign ones.
    static Region regionOf(const QString &number);

private:
    World &m_world;
    QList<PhoneNumber> m_numbers;
    QList<Application> m_applications;
};

} // namespace anteroom::simulator
