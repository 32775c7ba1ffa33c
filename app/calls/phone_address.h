// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace anteroom::calls {

/// What a seat's phone may be: a telephone, a SIP phone ("sip:ana@pbx.example.com"), or an app that has
/// registered with the phone company as a client ("client:ana"). All of them ring the same way and are asked
/// for the same key; nothing listens for a mailbox.
enum class PhoneKind { Telephone, Sip, Client };
PhoneKind phoneKindOf(const QString &phone);

/// Typed as an address rather than as a number.
bool isPhoneAddress(const QString &typed);
/// A SIP address or a client as the phone company wants it, or a sentence that says what is wrong with it.
std::expected<QString, QString> phoneAddress(const QString &typed);

} // namespace anteroom::calls
