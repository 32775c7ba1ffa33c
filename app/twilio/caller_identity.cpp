// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/caller_identity.h"

#include <algorithm>
#include <array>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

// ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE, PRIVATE as a keypad spells them.
constexpr std::array keypadSpellings{"266696687"_L1, "7378742833"_L1,  "2562533"_L1,
                                     "8656696"_L1,   "86282452253"_L1, "7748283"_L1};

constexpr qsizetype shortestNumber = 7;
constexpr qsizetype longestNumber = 15;

} // namespace

QString knownNumber(const QString &from)
{
    if (!from.startsWith(u'+'))
        return {};
    const QStringView digits = QStringView(from).sliced(1);
    if (digits.size() < shortestNumber || digits.size() > longestNumber || digits.front() == u'0')
        return {};
    if (!std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return {};
    const auto isSpelling = [&digits](QLatin1StringView word) {
        return digits == word || (digits.front() == u'1' && digits.sliced(1) == word);
    };
    return std::any_of(keypadSpellings.begin(), keypadSpellings.end(), isSpelling) ? QString() : from;
}

calls::Caller callerFrom(const http::Form &parameters)
{
    calls::Caller caller;
    caller.name = parameters.text("CallerName").trimmed();
    caller.number = knownNumber(parameters.text("From").trimmed());
    if (caller.number.isEmpty())
        return caller; // where a withheld number is from is the network's guess at best
    caller.city = parameters.text("FromCity").trimmed();
    caller.region = parameters.text("FromState").trimmed();
    caller.country = parameters.text("FromCountry").trimmed();
    return caller;
}

} // namespace anteroom::twilio
