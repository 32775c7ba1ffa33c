// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/line_json.h"
#include "calls/sound_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace {

QDateTime berlin(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone("Europe/Berlin")).toUTC();
}

QByteArray wav(int seconds)
{
    constexpr int rate = 8000;
    QByteArray bytes = QByteArray::fromHex("524946460000000057415645"   // RIFF....WAVE
                                           "666d7420100000000100010040" // fmt, PCM, mono, 8000 Hz
                                           "1f0000401f000001000800");
    bytes += "data";
    const quint32 size = rate * seconds;
    for (int i = 0; i < 4; ++i)
        bytes += char((size >> (8 * i)) & 0xff);
    return bytes + QByteArray(int(size), '\x80');
}

} // namespace

class TestLineManners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hours_data()
    {
        QTest::addColumn<QDateTime>("moment");
        QTest::addColumn<bool>("open");
        QTest::newRow("a working day") << berlin(2026, 3, 16, 9, 0) << true;
        QTest::newRow("a minute before") << berlin(2026, 3, 16, 8, 59) << false;
        QTest::newRow("the last minute") << berlin(2026, 3, 16, 16, 59) << true;
        QTest::newRow("at the end") << berlin(2026, 3, 16, 17, 0) << false;
        QTest::newRow("17:59 is closed as well") << berlin(2026, 3, 16, 17, 59) << false;
        QTest::newRow("by the wall clock also in summer") << berlin(2026, 7, 1, 9, 0) << true;
        QTest::newRow("a holiday") << berlin(2026, 12, 25, 12, 0) << false;
        QTest::newRow("Saturday night") << berlin(2026, 3, 14, 23, 0) << true;
        QTest::newRow("into Sunday morning") << berlin(2026, 3, 15, 1, 59) << true;
        QTest::newRow("but not for ever") << berlin(2026, 3, 15, 2, 0) << false;
    }
    void hours()
    {
        QFETCH(QDateTime, moment);
        QFETCH(bool, open);
        OpeningHours hours = OpeningHours::weekdaysNineToFive();
        hours.timeZone = "Europe/Berlin";
        hours.days.at(5) = {{22 * 60, 2 * 60}};
        hours.holidays = {{QDate(2026, 12, 25), u"Christmas"_s}};
        QVERIFY(hours.isOpenAt(moment)); // switched off: always
        hours.on = true;
        QCOMPARE(hours.isOpenAt(moment), open);
        const auto again = hoursFromJson(toJson(hours));
        QVERIFY(again);
        QCOMPARE(*again, hours);
    }

    void brokenSettingsAreSaidAndNotTaken()
    {
        QVERIFY(hoursFromJson({}));
        QVERIFY(!hoursFromJson({})->on);
        QVERIFY(!hoursFromJson({{u"on"_s, true}}));
        OpeningHours hours;
        hours.timeZone = "Mars/Olympus";
        QVERIFY(!hoursFromJson(toJson(hours)));
        Menu menu{{{u"1"_s, u"support"_s}, {u"1"_s, u"sales"_s}}};
        QVERIFY(!menuFromJson(toJson(menu)));
        menu = {{{u"1"_s, QString(65, u'q')}}};
        QVERIFY(!menuFromJson(toJson(menu)));
        menu = {{{u"1"_s, u"support"_s, u"Support"_s}, {u"0"_s, u"rest"_s}}};
        QCOMPARE(*menuFromJson(toJson(menu)), menu);
        const Voices voices{{QString(), {u"Polly.Amy"_s, u"en-GB"_s}}};
        QCOMPARE(*voicesFromJson(toJson(voices)), voices);
        QVERIFY(!voicesFromJson(toJson(Voices{{u"text.greeting"_s, {u"\"><Hangup/>"_s, {}}}})));
    }

    void textsAreCheckedBeforeTheyAreSpoken()
    {
        const QStringList place{u"position"_s};
        QVERIFY(!problemOf(u"Number {position}, \"quoted\" & <fine> 👋"_s, place));
        QVERIFY(problemOf(u"Number {postion}"_s, place)->contains(u"{postion}"_s));
        QVERIFY(problemOf(QString(5000, u'x'), place));
        QVERIFY(problemOf(QString(400, u'&'), place)); // is written as &amp;
        QVERIFY(problemOf(u"a\u0007b"_s, place));
        QVERIFY(weightOf(speakable(QString(1000, u'<'))) <= longestText);
        QCOMPARE(speakable(u"a\u0007b\n"_s), u"ab"_s);
        QCOMPARE(speakable(QString(QChar(0xd83d))), QString()); // half an emoji
        QCOMPARE(speakable(u"one "_s.repeated(600)).right(3), u"one"_s);
    }

    void musicIsKnownByWhatIsInIt()
    {
        const auto sound = toSoundFile(wav(7));
        QVERIFY(sound);
        QCOMPARE(sound->type, "audio/wav");
        QCOMPARE(sound->seconds, 7);
        // 128 kbit/s, behind a tag of 10 + 20 bytes
        QByteArray mp3 = QByteArray("ID3\x03\0\0\0\0\0\x14", 10) + QByteArray(20, '\0');
        mp3 += QByteArray::fromHex("fffb9064") + QByteArray(16'000 * 5 - 4, '\x55');
        QCOMPARE(toSoundFile(mp3)->type, "audio/mpeg");
        QCOMPARE(toSoundFile(mp3)->seconds, 5);
        QVERIFY(!toSoundFile("<html>"));
        QVERIFY(!toSoundFile({}));
        QVERIFY(!readSoundFile(u"/nowhere/music.mp3"_s));
        QTemporaryDir folder;
        QFile huge(folder.filePath(u"huge.wav"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(largestSoundFile + 1));
        QVERIFY(!readSoundFile(huge.fileName()));
    }
};

QTEST_GUILESS_MAIN(TestLineManners)
#include "test_line_manners.moc"
