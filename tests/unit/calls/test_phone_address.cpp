// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/phone_address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

class TestPhoneAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void becomesWhatThePhoneCompanyTakes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("phone");
        QTest::newRow("sip") << u"sip:ana@pbx.example.com"_s << u"sip:ana@pbx.example.com"_s;
        QTest::newRow("pasted") << u"  SIP:Ana.Lee@PBX.example.com "_s << u"sip:Ana.Lee@PBX.example.com"_s;
        QTest::newRow("without its kind") << u"200@pbx.example.com"_s << u"sip:200@pbx.example.com"_s;
        QTest::newRow("port and transport")
            << u"sip:200@10.0.0.5:5061;transport=tls"_s << u"sip:200@10.0.0.5:5061;transport=tls"_s;
        QTest::newRow("number as user")
            << u"sip:+14155550177@pbx.example.com"_s << u"sip:+14155550177@pbx.example.com"_s;
        QTest::newRow("app") << u"client:ana"_s << u"client:ana"_s;
        QTest::newRow("app, in capitals") << u"Client:Ana_Lee"_s << u"client:Ana_Lee"_s;
        QTest::newRow("app with an address as its name")
            << u"client:ana@example.com"_s << u"client:ana@example.com"_s;
    }
    void becomesWhatThePhoneCompanyTakes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, phone);
        QVERIFY(isPhoneAddress(typed));
        QCOMPARE(phoneAddress(typed).value_or(u"refused"_s), phone);
    }

    void orASentenceSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString &typed :
             {u"sip:"_s, u"sip:ana"_s, u"sip:ana@"_s, u"sip:@pbx.example.com"_s,
              u"sip:a na@pbx.example.com"_s, u"sip:ana@pbx example"_s, u"sip:ana@pbx.example.com\nX: y"_s,
              u"<sip:ana@pbx.example.com>"_s, u"sip:ana@pbx.example.com&To=+1900"_s,
              u"sips:ana@pbx.example.com"_s, u"tel:+14155550177"_s, u"https://example.com"_s, u"client:"_s,
              u"client:a b"_s, u"client:\"><Dial>"_s, u"sip:ana@"_s + QString(300, u'x'),
              u"client:"_s + QString(101, u'x')})
            QTest::newRow(qPrintable(typed.left(40))) << typed;
    }
    void orASentenceSaysWhatIsWrong()
    {
        QFETCH(QString, typed);
        QVERIFY(isPhoneAddress(typed));
        const auto phone = phoneAddress(typed);
        QVERIFY2(!phone, qPrintable(phone.value_or(QString())));
        QVERIFY(phone.error().contains("such as"_L1));
    }

    void aNumberIsNoAddress()
    {
        for (const QString &number : {u"+14155550177"_s, u"(415) 555-0177"_s, QString()}) {
            QVERIFY(!isPhoneAddress(number));
            QCOMPARE(phoneKindOf(number), PhoneKind::Telephone);
        }
        QCOMPARE(phoneKindOf(u"sip:ana@pbx.example.com"_s), PhoneKind::Sip);
        QCOMPARE(phoneKindOf(u"client:ana"_s), PhoneKind::Client);
    }
};

QTEST_GUILESS_MAIN(TestPhoneAddress)
#include "test_phone_address.moc"
