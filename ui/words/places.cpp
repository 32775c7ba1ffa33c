// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/places.h"

#include "ui/words/plain_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

struct PlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(Places)
};

QString countryName(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

/// The zone most people of a state or province live in. States cut by a zone's border (Texas, Florida,
/// Tennessee, …) are here only where nearly everybody lives on one side; the others have none, since a wrong
/// hour is worse than none.
QByteArray northAmericanZone(const QString &region)
{
    static const QHash<QString, QByteArray> zones = [] {
        QHash<QString, QByteArray> table;
        const auto add = [&table](const char *zone, const char *regions) {
            for (const QByteArray &one : QByteArray(regions).split(' '))
                table.insert(QString::fromLatin1(one), zone);
        };
        add("America/New_York", "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV");
        add("America/Detroit", "MI");
        add("America/Chicago", "AL AR IA IL LA MN MO MS OK TX WI");
        add("America/Denver", "CO MT NM UT WY");
        add("America/Phoenix", "AZ");
        add("America/Los_Angeles", "CA NV WA");
        add("America/Anchorage", "AK");
        add("Pacific/Honolulu", "HI");
        add("America/Puerto_Rico", "PR");
        add("America/Toronto", "QC");
        add("America/Winnipeg", "MB");
        add("America/Edmonton", "AB");
        add("America/Halifax", "NB NS PE");
        return table;
    }();
    return zones.value(region.toUpper());
}

QTimeZone zoneOf(const calls::Caller &caller, const QDateTime &now)
{
    const QString country = caller.country.toUpper();
    if (country == "US"_L1 || country == "CA"_L1 || country == "PR"_L1) {
        const QByteArray id = northAmericanZone(caller.region);
        return id.isEmpty() ? QTimeZone() : QTimeZone(id);
    }
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    if (territory == QLocale::AnyTerritory)
        return {};
    // Most countries have one hour of the day; where the zones disagree right now (Russia, Brazil) there is
    // no telling.
    QTimeZone found;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds(territory)) {
        const QTimeZone zone(id);
        if (found.isValid() && zone.offsetFromUtc(now) != found.offsetFromUtc(now))
            return {};
        found = zone;
    }
    return found;
}

} // namespace

QString placeOf(const calls::Caller &caller, const QString &homeCountry)
{
    const bool abroad =
        !caller.country.isEmpty() && caller.country.compare(homeCountry, Qt::CaseInsensitive) != 0;
    QStringList parts;
    if (!caller.city.isEmpty())
        parts << isolated(caller.city);
    if (!caller.region.isEmpty() && (!abroad || caller.city.isEmpty()))
        parts << isolated(caller.region);
    if (abroad)
        parts << countryName(caller.country);
    parts.removeDuplicates();
    return parts.join(", "_L1);
}

QString localTimeOf(const calls::Caller &caller, const QDateTime &now)
{
    const QTimeZone zone = zoneOf(caller, now);
    if (!zone.isValid())
        return {};
    const QTime time = now.toTimeZone(zone).time();
    //: time of day format as Qt spells it, e.g. "9:41 am"; in most languages "H:mm"
    const QString format = PlaceWords::tr("h:mm ap");
    return PlaceWords::tr("%1 there").arg(QLocale().toString(time, format).toLower());
}

} // namespace anteroom::ui
