// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "carrier_desk.h"
#include "twilio/hosted_documents.h"
#include "twilio/number_book.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;
using namespace carriers;

class TestNumberPointing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndPutsBack()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["voice_application_sid"] = "AP1";
        const auto before = desk.number;
        desk.playNumber();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QVERIFY(*connected->result);
        QCOMPARE(desk.number.value("voice_url"), "https://desk.example.com/twilio/voice"_ba);
        QCOMPARE(desk.number.value("voice_method"), "POST"_ba);
        QCOMPARE(desk.number.value("status_callback"), "https://desk.example.com/twilio/call-status"_ba);
        QCOMPARE(desk.number.value("voice_application_sid"), ""_ba);
        QVERIFY(isHosted(QString::fromUtf8(desk.number.value("voice_fallback_url"))));

        const auto closed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Closed));
        QTRY_VERIFY(closed->result);
        QVERIFY(isHosted(QString::fromUtf8(desk.number.value("voice_url"))));
        QCOMPARE(desk.number.value("voice_method"), "GET"_ba);

        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QVERIFY(*released->result);
        QCOMPARE(desk.number, before);
        QVERIFY(!NumberBook(desk.file()).find(line)->has_value());
    }

    void theHostsNumberNeverHasAQueue()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["sms_url"] = "https://old.example/s";
        const auto before = desk.number;
        desk.playNumber();
        desk.carrier->setHostNumber(line);
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QVERIFY(*connected->result);
        QCOMPARE(desk.number.value("voice_url"), "https://desk.example.com/twilio/voice"_ba);
        const QString nobody = hostedAt(hostedNoDesk());
        QCOMPARE(QString::fromUtf8(desk.number.value("voice_fallback_url")), nobody);
        QCOMPARE(desk.number.value("sms_url"), "https://old.example/s"_ba);
        const auto away = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Away));
        QTRY_VERIFY(away->result);
        QCOMPARE(QString::fromUtf8(desk.number.value("voice_url")), nobody);
        QVERIFY(!nobody.contains("Enqueue"_L1));
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number, before);
    }

    void takesTheTextsAndGivesThemBack()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["sms_url"] = "https://old.example/s";
        desk.number["sms_method"] = "GET";
        desk.number["sms_fallback_url"] = "";
        desk.number["sms_fallback_method"] = "POST";
        const auto before = desk.number;
        desk.playNumber();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QCOMPARE(desk.number.value("sms_url"), "https://desk.example.com/twilio/text"_ba);
        QCOMPARE(desk.number.value("sms_method"), "POST"_ba);
        QVERIFY(isHosted(QString::fromUtf8(desk.number.value("sms_fallback_url"))));
        const auto closed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Closed));
        QTRY_VERIFY(closed->result);
        QCOMPARE(desk.number.value("sms_url"),
                 "https://desk.example.com/twilio/text"_ba); // who waits may be answered
        const auto away = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Away));
        QTRY_VERIFY(away->result);
        QVERIFY(isHosted(QString::fromUtf8(desk.number.value("sms_url"))));
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number, before);
    }

    void leavesTextsThatSomebodyPointedElsewhere()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["sms_url"] = "";
        desk.playNumber();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        desk.number["sms_url"] = "https://somebody.example/new";
        const auto pointed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Desk));
        QTRY_VERIFY(pointed->result);
        QCOMPARE(desk.number.value("sms_url"), "https://somebody.example/new"_ba);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number.value("sms_url"), "https://somebody.example/new"_ba);
    }

    void saysThatATwimlAppTakesTheTexts()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["sms_url"] = "";
        desk.number["sms_application_sid"] = "AP2";
        desk.playNumber();
        QString remark;
        QObject::connect(desk.carrier.get(), &TwilioCarrier::remarked, desk.carrier.get(),
                         [&](const QString &sentence) { remark = sentence; });
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QVERIFY(*connected->result);
        QVERIFY2(remark.contains("AP2"_L1), qPrintable(remark));
        QCOMPARE(desk.number.value("sms_application_sid"), "AP2"_ba); // not ours to take
    }

    void putsBackOnlyItsOwnValues()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.playNumber();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        desk.number["voice_url"] = "https://somebody.example/new";
        const auto pointed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Away));
        QTRY_VERIFY(pointed->result);
        QVERIFY(*pointed->result);
        QCOMPARE(desk.number.value("voice_url"), "https://somebody.example/new"_ba);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number.value("voice_url"), "https://somebody.example/new"_ba);
        QCOMPARE(desk.number.value("voice_method"), "POST"_ba); // belongs to the new address
        QCOMPARE(desk.number.value("voice_fallback_url"), ""_ba);
        QCOMPARE(desk.number.value("status_callback"), ""_ba);
    }

    void keepsWhatWasThereAcrossReconnects()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        const auto before = desk.number;
        desk.playNumber();
        for (const auto &url : {u"https://one.example.com"_s, u"https://two.example.com"_s}) {
            desk.carrier->setPublicUrl(QUrl(url));
            const auto connected = desk.run(desk.carrier->connectNumber(line));
            QTRY_VERIFY(connected->result);
            QVERIFY(*connected->result);
        }
        QCOMPARE(desk.number.value("voice_url"), "https://two.example.com/twilio/voice"_ba);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        QCOMPARE(desk.number, before);
    }

    void leavesForeignNumbersAlone()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.playNumber();
        const auto pointed = desk.run(desk.carrier->pointLine(line, calls::LineTarget::Closed));
        QTRY_VERIFY(pointed->result);
        QVERIFY(*pointed->result);
        const auto released = desk.run(desk.carrier->releaseNumber(line));
        QTRY_VERIFY(released->result);
        for (const Server::Request &request : desk.server.requests())
            QCOMPARE(request.method, "GET"_ba);
    }

    void refusesANumberItCannotHave()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.number["trunk_sid"] = "TK1";
        desk.playNumber();
        const auto onTrunk = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(onTrunk->result);
        QCOMPARE(onTrunk->result->error().trouble, CarrierTrouble::Refused);
        const auto unknown = desk.run(desk.carrier->connectNumber(u"+14155550199"_s));
        QTRY_VERIFY(unknown->result);
        QCOMPARE(unknown->result->error().trouble, CarrierTrouble::Gone);
        QVERIFY(unknown->result->error().sentence.contains("+14155550199"_L1));
    }

    /// What cannot be written down is not changed.
    void changesNothingWithoutSaving()
    {
        CarrierDesk desk(QUrl(u"https://desk.example.com"_s));
        desk.playNumber();
        QFile damaged(desk.file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{broken");
        damaged.close();
        const auto connected = desk.run(desk.carrier->connectNumber(line));
        QTRY_VERIFY(connected->result);
        QVERIFY(!*connected->result);
        QCOMPARE(desk.number.value("voice_url"), "https://old.example/v"_ba);
    }
};

QTEST_GUILESS_MAIN(TestNumberPointing)
#include "test_number_pointing.moc"
