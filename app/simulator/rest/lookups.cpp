// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/numbers.h"
#include "simulator/rest/formats.h"
#include "simulator/rest/parameters.h"
#include "simulator/world.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

struct CallingCode
{
    QStringView country;
    QStringView code;
};
constexpr CallingCode callingCodes[] = {
    {u"US", u"1"},  {u"CA", u"1"},   {u"GB", u"44"}, {u"DE", u"49"}, {u"FR", u"33"}, {u"IE", u"353"},
    {u"ES", u"34"}, {u"IT", u"39"},  {u"NL", u"31"}, {u"AT", u"43"}, {u"CH", u"41"}, {u"PL", u"48"},
    {u"SE", u"46"}, {u"MX", u"52"},  {u"BR", u"55"}, {u"AU", u"61"}, {u"NZ", u"64"}, {u"JP", u"81"},
    {u"IN", u"91"}, {u"NG", u"234"}, {u"ZA", u"27"},
};

QString callingCodeOf(QStringView country)
{
    for (const CallingCode &each : callingCodes) {
        if (each.country == country)
            return each.code.toString();
    }
    return {};
}

/// Why a text is no telephone number, in the words of the contract.
QJsonArray validationErrors(const QString &number, const Region &region)
{
    if (!number.startsWith(u'+') || number.size() < 2 ||
        !std::ranges::all_of(number.sliced(1), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return {u"NOT_A_NUMBER"_s};
    if (number.size() < 8)
        return {u"TOO_SHORT"_s};
    if (number.size() > 16)
        return {u"TOO_LONG"_s};
    if (region.country.isEmpty())
        return {u"INVALID_COUNTRY_CODE"_s};
    if (number.startsWith(u"+1") && number.size() != 12)
        return {number.size() < 12 ? u"TOO_SHORT"_s : u"TOO_LONG"_s};
    return {};
}

/// Known is who has called with a name. Only North American numbers have one; the error for others stands
/// inside the object (facts 3.11). Absent values are left out: the contract has no null here.
QJsonObject callerName(const QList<Call> &calls, const QString &number, const Region &region)
{
    if (region.country != "US"_L1)
        return {{u"error_code"_s, 60600}};
    for (const Call &call : calls) {
        if (call.from == number && !call.callerName.isEmpty())
            return {{u"caller_name"_s, call.callerName}, {u"caller_type"_s, u"CONSUMER"_s}};
    }
    return {{u"caller_type"_s, u"UNDETERMINED"_s}};
}

/// Even last digits are mobiles, odd ones landlines: a fixed rule that tests and rehearsals can count on.
QJsonObject lineType(const QString &number)
{
    const bool mobile = number.back().digitValue() % 2 == 0;
    QJsonObject object{{u"type"_s, mobile ? u"mobile"_s : u"landline"_s},
                       {u"carrier_name"_s, mobile ? u"Example Wireless"_s : u"Example Telephone"_s}};
    if (mobile) {
        object.insert(u"mobile_country_code"_s, u"310"_s);
        object.insert(u"mobile_network_code"_s, u"999"_s);
    }
    return object;
}

} // namespace

Answer lookUp(Exchange &exchange, const QString &asked)
{
    QString number = asked;
    if (!number.startsWith(u'+') && exchange.query.value("CountryCode") == "US" && number.size() == 10)
        number.prepend(u"+1"_s);
    const Region region = Numbers::regionOf(number);
    const QJsonArray errors = validationErrors(number, region);
    QJsonObject object{
        {u"phone_number"_s, number},
        {u"valid"_s, errors.isEmpty()},
        {u"validation_errors"_s, errors},
        {u"country_code"_s, orNull(region.country)},
        {u"calling_country_code"_s, orNull(callingCodeOf(region.country))},
        {u"national_format"_s, errors.isEmpty() ? QJsonValue(formattedNumber(number)) : QJsonValue()},
        {u"url"_s, exchange.world.origin() + QString::fromUtf8(exchange.path)},
    };
    const QStringList known{u"validation"_s, u"caller_name"_s, u"line_type_intelligence"_s};
    for (const QString &field : exchange.query.text("Fields").split(u',', Qt::SkipEmptyParts)) {
        if (!known.contains(field))
            return std::unexpected(ApiError{400, 60617, u"Parameter 'Fields' is not valid: %1"_s.arg(field)});
        if (!errors.isEmpty())
            continue;
        if (field == "caller_name"_L1)
            object.insert(field, callerName(exchange.world.calls().list(), number, region));
        else if (field == "line_type_intelligence"_L1)
            object.insert(field, lineType(number));
    }
    return json(object);
}

} // namespace anteroom::simulator::rest
