// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/believable_callers.h"

#include "simulator/places.h"

#include <array>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

constexpr std::array givenNames{"Priya",   "Marcus",  "Elena",  "Tomás", "Aisha",  "Walter",
                                "Mei",     "Jamal",   "Ingrid", "Diego", "Hannah", "Kwame",
                                "Olga",    "Sean",    "Farida", "Luca",  "Noor",   "Greta",
                                "Hiroshi", "Camille", "Otis",   "Zoë",   "Ravi",   "Bernadette"};
constexpr std::array familyNames{"Raman",  "Whitfield", "Petrova",   "García",   "Khan",   "Okafor",
                                 "Chen",   "Brooks",    "Lindqvist", "Morales",  "Weiss",  "Mensah",
                                 "Novak",  "O'Neil",    "Haddad",    "Romano",   "Abbasi", "Sørensen",
                                 "Tanaka", "Dubois",    "Carter",    "Van Dyke", "Iyer",   "Söhne & Sons"};
constexpr std::array oddNames{"🎸 Rockin' Rhonda 🎸", "Maximiliana Bartholomea Featherstonehaugh",
                              "<b>BOLD</b> & CO", "WIRELESS CALLER", "مريم الحسيني"};
constexpr std::array withheld{"anonymous", "+266696687", "restricted", "unavailable"};

struct Foreign
{
    const char *prefix;
    int digits;
    const char *country;
};
constexpr std::array foreign{Foreign{"+4420", 8, "GB"}, Foreign{"+4930", 7, "DE"}, Foreign{"+331", 8, "FR"},
                             Foreign{"+8190", 8, "JP"}, Foreign{"+5255", 8, "MX"}, Foreign{"+2348", 9, "NG"}};

constexpr int leastPatience = 4 * 60; ///< seconds
constexpr int patienceSpread = 22 * 60;

template <typename Table> QString pick(const Table &table, int index)
{
    return QString::fromUtf8(table.at(size_t(index)));
}

} // namespace

QString BelievableCallers::name()
{
    const QString given = pick(givenNames, below(int(givenNames.size())));
    return given + u' ' + pick(familyNames, below(int(familyNames.size())));
}

QString BelievableCallers::localNumber(const QString &areaCode)
{
    // 555-01xx is kept free for inventions like these.
    return u"+1"_s + areaCode + u"555%1"_s.arg(100 + below(100), 4, 10, QChar(u'0'));
}

void BelievableCallers::place(IncomingCall &call)
{
    const QList<City> &cities = knownCities();
    const City &city = cities.at(below(int(cities.size())));
    call.from = localNumber(QString::fromLatin1(city.areaCode));
    call.region = regionOfNumber(call.from);
    static constexpr std::array attestations{"TN-Validation-Passed-A", "TN-Validation-Passed-A",
                                             "TN-Validation-Passed-B", "TN-Validation-Passed-C",
                                             "No-TN-Validation"};
    call.stirVerstat = pick(attestations, below(int(attestations.size())));
}

IncomingCall BelievableCallers::next(const QString &to)
{
    IncomingCall call;
    call.to = to;
    call.callerName = name();
    // Among any fifteen callers one hides the number, one rings from abroad and one has a name that breaks
    // layouts.
    switch (m_count++ % 15) {
    case 4:
        call.from = pick(withheld, below(int(withheld.size())));
        call.callerName.clear();
        break;
    case 8: {
        const Foreign &country = foreign.at(size_t(below(int(foreign.size()))));
        call.from = QString::fromLatin1(country.prefix);
        for (int i = 0; i < country.digits; ++i)
            call.from += QChar(u'0' + below(10));
        call.region.country = QString::fromLatin1(country.country);
        break;
    }
    case 11:
        place(call);
        call.callerName = pick(oddNames, below(int(oddNames.size())));
        break;
    default:
        place(call);
        break;
    }
    call.patienceSeconds = leastPatience + below(patienceSpread);
    call.speaksSeconds = 5 + below(25);
    call.presses = QString::number(1 + below(9));
    return call;
}

} // namespace anteroom::simulator
