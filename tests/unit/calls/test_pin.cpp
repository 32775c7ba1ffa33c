// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_plan.h"
#include "calls/pin.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

class TestPin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Vectors made with another implementation (Python's hashlib).
    void derivesAsOthersDo_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("RFC 7914") << "passwd"_ba
                                  << "salt"_ba << 1
                                  << "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"_ba;
        QTest::newRow("many rounds") << "482913"_ba << QByteArray::fromHex("00112233445566778899aabbccddeeff")
                                     << 20000
                                     << "3657130b4eb4b03135b2ce707055575f4dc96ebb44a41dacd338d85330403b25"_ba;
        QTest::newRow("two rounds") << "000000"_ba
                                    << "NaCl"_ba << 2
                                    << "cb67d51b271d9cff77eae81e235d3627a9d7bf3e57902868ae4176411d0c13b6"_ba;
    }
    void derivesAsOthersDo()
    {
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, salt);
        QFETCH(int, rounds);
        QFETCH(QByteArray, hex);
        QCOMPARE(pbkdf2(password, salt, rounds).toHex(), hex);
    }

    void keepsNoPin()
    {
        const QString kept = hashedPin(u"482913"_s);
        QVERIFY(!kept.contains("482913"_L1));
        QVERIFY(kept != hashedPin(u"482913"_s)); // salted
        QVERIFY(isPinOf(u"482913"_s, kept));
        QVERIFY(!isPinOf(u"482914"_s, kept));
    }

    void knowsWhatIsNoPin_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<QString>("kept");
        const QString kept = hashedPin(u"482913"_s);
        QTest::newRow("too short") << u"48291"_s << kept;
        QTest::newRow("too long") << u"4829130"_s << kept;
        QTest::newRow("other digits") << u"٤٨٢٩١٣"_s << kept;
        QTest::newRow("nothing kept") << u"482913"_s << QString();
        QTest::newRow("damaged") << u"482913"_s << u"pbkdf2-sha256$20000$zz$"_s;
        QTest::newRow("another way") << u"482913"_s << u"plain$1$00$482913"_s;
        QTest::newRow("endless") << u"482913"_s << u"pbkdf2-sha256$2000000000$00$00"_s;
    }
    void knowsWhatIsNoPin()
    {
        QFETCH(QString, pin);
        QFETCH(QString, kept);
        QVERIFY(!isPinOf(pin, kept));
    }

    void easyOnesAreKnown()
    {
        for (const QString &pin : {u"111111"_s, u"123456"_s, u"654321"_s, u"000000"_s})
            QVERIFY2(isEasyPin(pin), qPrintable(pin));
        for (const QString &pin : {u"112111"_s, u"123457"_s, u"482913"_s})
            QVERIFY2(!isEasyPin(pin), qPrintable(pin));
    }

    void aTypedNumberFindsItsOwner()
    {
        HostPlan plan;
        plan.people = {{u"Ann"_s, u"+14155550111"_s, {}}, {u"Uwe"_s, u"+493055550111"_s, {}}};
        const auto nameOf = [&](const QString &typed) {
            const Host *host = plan.typed(typed);
            return host ? host->name : QString();
        };
        QCOMPARE(nameOf(u"4155550111"_s), u"Ann"_s);
        QCOMPARE(nameOf(u"14155550111"_s), u"Ann"_s);
        QCOMPARE(nameOf(u"00493055550111"_s), u"Uwe"_s);
        QCOMPARE(nameOf(u"03055550111"_s), u"Uwe"_s);
        QCOMPARE(nameOf(u"5550111"_s), QString()); // of two people
        QCOMPARE(nameOf(u"0111"_s), QString());
        QCOMPARE(nameOf(QString()), QString());
        QCOMPARE(hostsFromJson(hostsToJson(plan.people)), plan.people);
    }
};

QTEST_MAIN(TestPin)
#include "test_pin.moc"
