// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/places.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

const QList<City> &knownCities()
{
    static const QList<City> cities{
        {"408", "SAN JOSE", "CA", "95110", "US"},
        {"415", "SAN FRANCISCO", "CA", "94103", "US"},
        {"510", "OAKLAND", "CA", "94607", "US"},
        {"213", "LOS ANGELES", "CA", "90012", "US"},
        {"619", "SAN DIEGO", "CA", "92101", "US"},
        {"916", "SACRAMENTO", "CA", "95814", "US"},
        {"503", "PORTLAND", "OR", "97205", "US"},
        {"206", "SEATTLE", "WA", "98101", "US"},
        {"801", "SALT LAKE CITY", "UT", "84101", "US"},
        {"303", "DENVER", "CO", "80202", "US"},
        {"602", "PHOENIX", "AZ", "85004", "US"},
        {"505", "ALBUQUERQUE", "NM", "87102", "US"},
        {"214", "DALLAS", "TX", "75201", "US"},
        {"713", "HOUSTON", "TX", "77002", "US"},
        {"512", "AUSTIN", "TX", "78701", "US"},
        {"504", "NEW ORLEANS", "LA", "70112", "US"},
        {"901", "MEMPHIS", "TN", "38103", "US"},
        {"615", "NASHVILLE", "TN", "37203", "US"},
        {"404", "ATLANTA", "GA", "30303", "US"},
        {"305", "MIAMI", "FL", "33130", "US"},
        {"813", "TAMPA", "FL", "33602", "US"},
        {"704", "CHARLOTTE", "NC", "28202", "US"},
        {"202", "WASHINGTON", "DC", "20001", "US"},
        {"410", "BALTIMORE", "MD", "21202", "US"},
        {"215", "PHILADELPHIA", "PA", "19107", "US"},
        {"412", "PITTSBURGH", "PA", "15222", "US"},
        {"212", "NEW YORK", "NY", "10007", "US"},
        {"718", "BROOKLYN", "NY", "11201", "US"},
        {"617", "BOSTON", "MA", "02108", "US"},
        {"401", "PROVIDENCE", "RI", "02903", "US"},
        {"207", "PORTLAND", "ME", "04101", "US"},
        {"802", "BURLINGTON", "VT", "05401", "US"},
        {"216", "CLEVELAND", "OH", "44113", "US"},
        {"313", "DETROIT", "MI", "48226", "US"},
        {"312", "CHICAGO", "IL", "60602", "US"},
        {"414", "MILWAUKEE", "WI", "53202", "US"},
        {"612", "MINNEAPOLIS", "MN", "55401", "US"},
        {"314", "SAINT LOUIS", "MO", "63101", "US"},
        {"816", "KANSAS CITY", "MO", "64106", "US"},
        {"402", "OMAHA", "NE", "68102", "US"},
        {"406", "BILLINGS", "MT", "59101", "US"},
        {"208", "BOISE", "ID", "83702", "US"},
        {"907", "ANCHORAGE", "AK", "99501", "US"},
        {"808", "HONOLULU", "HI", "96813", "US"},
        {"416", "TORONTO", "ON", "", "CA"},
        {"604", "VANCOUVER", "BC", "", "CA"},
    };
    return cities;
}

Region regionOfNumber(QStringView number)
{
    if (number.startsWith("+1"_L1) && number.size() == 12) {
        const QStringView area = number.sliced(2, 3);
        const auto &cities = knownCities();
        const auto found = std::ranges::find_if(
            cities, [area](const City &city) { return area == QLatin1StringView(city.areaCode); });
        if (found == cities.end())
            return {.country = u"US"_s};
        return {QString::fromLatin1(found->name), QString::fromLatin1(found->state),
                QString::fromLatin1(found->zip), QString::fromLatin1(found->country)};
    }
    struct Code
    {
        const char *prefix;
        const char *country;
    };
    static constexpr Code codes[] = {{"+44", "GB"}, {"+49", "DE"},  {"+33", "FR"}, {"+353", "IE"},
                                     {"+34", "ES"}, {"+39", "IT"},  {"+31", "NL"}, {"+43", "AT"},
                                     {"+41", "CH"}, {"+48", "PL"},  {"+46", "SE"}, {"+52", "MX"},
                                     {"+55", "BR"}, {"+61", "AU"},  {"+64", "NZ"}, {"+81", "JP"},
                                     {"+91", "IN"}, {"+234", "NG"}, {"+27", "ZA"}};
    for (const Code &each : codes) {
        if (number.startsWith(QLatin1StringView(each.prefix)))
            return {.country = QString::fromLatin1(each.country)};
    }
    return {};
}

} // namespace anteroom::simulator
