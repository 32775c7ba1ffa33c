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

/// The first webhook of a call, and the one by which it joins the queue: whole HTTP requests as they go over
/// the wire. The parameters of an incoming call are the full set of today's webhooks (facts, section 1.1),
/// CallToken included.
std::string arrivalOf(const Desk &desk, int call);
std::string joiningOf(const Desk &desk, int call);
QByteArray sidOf(const Desk &desk, int call);

enum class Mix {
    Arrivals, ///< every request is the first one of another call
    Joins,    ///< calls ring and join the queue, where they stay
    Lives     ///< calls ring, join the queue, leave it and end, about 100 of them in each stage at any time
};

/// `count` requests, each about another moment of a call. With Joins an even number leaves everybody waiting.
std::vector<std::string> makeWebhooks(const Desk &desk, Mix mix, int count);

} // namespace anteroom::benchmarks
