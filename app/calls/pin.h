// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace anteroom::calls {

// PINs are six digits, so that no hash can make them hard to guess for who has the file: what protects them
// is the lock (pin_locks.h). Hashing keeps them from being read by who looks over a shoulder, and from being
// tried elsewhere.

inline constexpr int pinDigits = 6;

bool isPin(const QString &text);
/// Of one digit alone, or counting up or down: the first ones that anybody tries.
bool isEasyPin(const QString &pin);

/// What is kept instead of the PIN: the way it was made, salt and hash. Another one each time.
QString hashedPin(const QString &pin);
/// Takes some hundredths of a second; false for what is no PIN, or nothing that hashedPin() has made.
bool isPinOf(const QString &pin, const QString &hashed);

/// PBKDF2 (RFC 8018) with HMAC-SHA-256, its first block.
QByteArray pbkdf2(const QByteArray &password, const QByteArray &salt, int rounds);

} // namespace anteroom::calls
