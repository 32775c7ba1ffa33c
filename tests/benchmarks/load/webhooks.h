// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>
#include <vector>

namespace anteroom::benchmarks {

/// What the phone company knows about the desk it calls.
struct Desk
{
    QByteArray publicUrl; ///< signed with each request; without a slash at the end
    QByteArray accountSid;
    QByteArray authToken;
    QByteArray line;           ///< the number that was dialled
    QByteArray firstSid = "0"; ///< hexadecimal; call SIDs are counted from here, so that two runs can differ
};

enum class Mix {
    Arrivals, ///< every request is the first one of another call
    Lives ///< calls ring, are greeted, leave the queue and end, about 100 of them in each stage at any time
};

/// `count` whole HTTP requests as they go over the wire, signed, each about another moment of a call. The
/// parameters of an incoming call are the full set of today's webhooks (facts, section 1.1), CallToken
/// included.
std::vector<std::string> makeWebhooks(const Desk &desk, Mix mix, int count);

} // namespace anteroom::benchmarks
