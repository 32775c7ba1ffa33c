// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/line_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

struct JsonWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::LineJson)
};

constexpr std::array dayNames{"monday"_L1, "tuesday"_L1,  "wednesday"_L1, "thursday"_L1,
                              "friday"_L1, "saturday"_L1, "sunday"_L1};
constexpr int wholeDay = 24 * 60;
constexpr qsizetype mostChoices = 10;
constexpr qsizetype longestQueue = 64;

std::unexpected<QString> badHours()
{
    return std::unexpected(JsonWords::tr(
        "The opening hours in the settings can't be read, so the line counts as always open. Please "
        "set them again."));
}

std::unexpected<QString> badMenu()
{
    return std::unexpected(JsonWords::tr(
        "The menu in the settings can't be read, so callers are not asked. Please set it again."));
}

} // namespace

int minuteFromText(const QString &text)
{
    const QStringList parts = text.split(u':');
    bool hourIsNumber = false;
    bool minuteIsNumber = false;
    const int hour = parts.value(0).toInt(&hourIsNumber);
    const int minute = parts.value(1).toInt(&minuteIsNumber);
    const bool sound = parts.size() == 2 && hourIsNumber && minuteIsNumber && hour >= 0 && minute >= 0 &&
                       minute < 60 && hour * 60 + minute <= wholeDay;
    return sound ? hour * 60 + minute : -1;
}

QString minuteToText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QJsonObject toJson(const OpeningHours &hours)
{
    QJsonObject week;
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
        QJsonArray spans;
        for (const DaySpan &span : hours.days.at(day))
            spans.append(QJsonArray{minuteToText(span.from), minuteToText(span.to)});
        week.insert(dayNames.at(day), spans);
    }
    QJsonArray holidays;
    for (const Holiday &holiday : hours.holidays)
        holidays.append(
            QJsonObject{{u"date"_s, holiday.date.toString(Qt::ISODate)}, {u"name"_s, holiday.name}});
    return {{u"on"_s, hours.on},
            {u"time_zone"_s, QString::fromUtf8(hours.timeZone)},
            {u"days"_s, week},
            {u"holidays"_s, holidays},
            {u"then"_s, hours.then == OpeningHours::Then::Goodbye ? u"goodbye"_s : u"voicemail"_s}};
}

std::expected<OpeningHours, QString> hoursFromJson(const QJsonObject &json)
{
    OpeningHours hours = OpeningHours::weekdaysNineToFive();
    if (json.isEmpty())
        return hours;
    if (!json.value("days"_L1).isObject())
        return badHours();
    hours.on = json.value("on"_L1).toBool();
    hours.timeZone = json.value("time_zone"_L1).toString().toUtf8();
    if (!hours.timeZone.isEmpty() && !QTimeZone(hours.timeZone).isValid())
        return badHours();
    const QJsonObject week = json.value("days"_L1).toObject();
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
        hours.days.at(day).clear();
        for (const QJsonValue &value : week.value(dayNames.at(day)).toArray()) {
            const DaySpan span{minuteFromText(value.toArray().at(0).toString()),
                               minuteFromText(value.toArray().at(1).toString())};
            if (span.from < 0 || span.to < 0 || span.from == wholeDay)
                return badHours();
            hours.days.at(day).append(span);
        }
    }
    for (const QJsonValue &value : json.value("holidays"_L1).toArray()) {
        const Holiday holiday{QDate::fromString(value.toObject().value("date"_L1).toString(), Qt::ISODate),
                              value.toObject().value("name"_L1).toString()};
        if (!holiday.date.isValid())
            return badHours();
        hours.holidays.append(holiday);
    }
    hours.then = json.value("then"_L1).toString() == "goodbye"_L1 ? OpeningHours::Then::Goodbye
                                                                  : OpeningHours::Then::Voicemail;
    return hours;
}

QJsonObject toJson(const Menu &menu)
{
    QJsonArray choices;
    for (const MenuChoice &choice : menu.choices)
        choices.append(
            QJsonObject{{u"key"_s, choice.key}, {u"queue"_s, choice.queue}, {u"label"_s, choice.label}});
    return {{u"choices"_s, choices}};
}

std::expected<Menu, QString> menuFromJson(const QJsonObject &json)
{
    Menu menu;
    const QJsonArray choices = json.value("choices"_L1).toArray();
    if (choices.size() > mostChoices)
        return badMenu();
    for (const QJsonValue &value : choices) {
        const QJsonObject object = value.toObject();
        const MenuChoice choice{object.value("key"_L1).toString(),
                                object.value("queue"_L1).toString().trimmed(),
                                object.value("label"_L1).toString()};
        const bool isKey = choice.key.size() == 1 && choice.key.at(0) >= u'0' && choice.key.at(0) <= u'9';
        // speakable(): a queue's name stands in documents as texts do.
        if (!isKey || menu.choiceOf(choice.key) || choice.queue.isEmpty() ||
            choice.queue.size() > longestQueue || speakable(choice.queue) != choice.queue)
            return badMenu();
        menu.choices.append(choice);
    }
    return menu;
}

QJsonObject toJson(const Voices &voices)
{
    QJsonObject json;
    for (auto voice = voices.cbegin(); voice != voices.cend(); ++voice)
        if (*voice != Voice())
            json.insert(voice.key(),
                        QJsonObject{{u"voice"_s, voice->name}, {u"language"_s, voice->language}});
    return json;
}

std::expected<Voices, QString> voicesFromJson(const QJsonObject &json)
{
    Voices voices;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QJsonObject object = entry.value().toObject();
        const Voice voice{object.value("voice"_L1).toString(), object.value("language"_L1).toString()};
        for (const auto &problem : {problemOfVoice(voice.name), problemOfLanguage(voice.language)})
            if (problem)
                return std::unexpected(*problem);
        voices.insert(entry.key(), voice);
    }
    return voices;
}

} // namespace anteroom::calls
