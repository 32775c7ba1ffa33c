// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/seat_registry.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;

class TestSeatRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tokenIsShownOnceAndNotKept();
    void everyFieldIsKept();
    void namesAreUnique();
    void theDesksOwnNameIsRefused();
    void theDesksOwnNameAdmitsNobody();
    void whatIsNotInOrderIsSaid_data();
    void whatIsNotInOrderIsSaid();
    void removedSeatIsUnknown();
    void changesOfAnotherProgramAreNoticed();
    void brokenFileAdmitsNobody();
    void onlyTheOwnerMayRead();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSeatRegistry::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"seats.json"_s);
}

void TestSeatRegistry::theDesksOwnNameIsRefused()
{
    SeatRegistry registry(m_file, u"Host"_s);
    for (const auto &name : {u"Host"_s, u"HOST"_s, u"  host "_s}) {
        const auto token = registry.add({name, calls::Role::Viewer, {}});
        QVERIFY(!token);
        QVERIFY2(token.error().contains(u"own seat"_s), qPrintable(token.error()));
    }
    QVERIFY(!QFile::exists(m_file));
    QVERIFY(registry.add({u"Hosts"_s, calls::Role::Viewer, {}}));
}

/// Added by an older program, or before the desk's seat was given that name.
void TestSeatRegistry::theDesksOwnNameAdmitsNobody()
{
    SeatRegistry elsewhere(m_file);
    const auto ours = elsewhere.add({u"host"_s, calls::Role::Viewer, u"+14155550142"_s});
    const auto other = elsewhere.add({u"Sam"_s, calls::Role::Viewer, {}});
    QVERIFY(ours && other);
    SeatRegistry registry(m_file, u"Host"_s);
    QSignalSpy said(&registry, &SeatRegistry::ownNameFound);
    QVERIFY(registry.load());
    QVERIFY(registry.load());
    QCOMPARE(said.size(), 1);
    QVERIFY(!registry.find(ours->toLatin1()));
    QVERIFY(registry.find(other->toLatin1()));
    QCOMPARE(registry.seats().size(), 1);
    QVERIFY(elsewhere.remove(u"host"_s)); // it is still in the file, to be removed
    QVERIFY(registry.load());
    QCOMPARE(registry.seats().size(), 1);
}

void TestSeatRegistry::tokenIsShownOnceAndNotKept()
{
    SeatRegistry registry(m_file);
    QSet<QString> tokens;
    for (int i = 0; i < 20; ++i) {
        const auto token = registry.add({u"Seat %1"_s.arg(i), calls::Role::Viewer, {}});
        QVERIFY(token);
        QCOMPARE(QByteArray::fromBase64(token->toLatin1(), QByteArray::Base64UrlEncoding).size(), 32);
        tokens.insert(*token);
    }
    QCOMPARE(tokens.size(), 20);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto content = file.readAll();
    for (const auto &token : std::as_const(tokens)) {
        QVERIFY(!content.contains(token.toLatin1()));
        QVERIFY(registry.find(token.toLatin1()));
        QVERIFY(!registry.find(token.toLatin1().chopped(1)));
    }
    QVERIFY(!registry.find({}));
}

void TestSeatRegistry::everyFieldIsKept()
{
    QString token;
    const calls::Seat seat{u"Sam \"the\" Scréener"_s, calls::Role::Screener, u"+14155550142"_s};
    {
        SeatRegistry registry(m_file);
        token = registry.add(seat).value_or(QString());
    }
    SeatRegistry registry(m_file);
    QVERIFY(registry.load());
    QCOMPARE(registry.seats(), QList{seat});
    const auto found = registry.find(token.toLatin1());
    QVERIFY(found);
    QCOMPARE(found->seat, seat);
}

void TestSeatRegistry::namesAreUnique()
{
    SeatRegistry registry(m_file);
    QVERIFY(registry.add({u"Sam"_s, calls::Role::Viewer, {}}));
    const auto again = registry.add({u" sam "_s, calls::Role::Host, {}});
    QVERIFY(!again);
    QVERIFY2(again.error().contains(u"already"_s), qPrintable(again.error()));
    QCOMPARE(registry.seats().size(), 1);
    QCOMPARE(registry.seats().first().role, calls::Role::Viewer);
}

void TestSeatRegistry::whatIsNotInOrderIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::newRow("no name") << u" "_s << u""_s;
    QTest::newRow("long name") << u"x"_s.repeated(65) << u""_s;
    QTest::newRow("control character") << u"a\x1b[2Jb"_s << u""_s;
    QTest::newRow("address without host") << u"Sam"_s << u"sip:sam@"_s;
    QTest::newRow("number without country") << u"Sam"_s << u"4155550142"_s;
    QTest::newRow("number with blanks") << u"Sam"_s << u"+1 415 555 0142"_s;
    QTest::newRow("number with a tail") << u"Sam"_s << u"+14155550142\n"_s;
    QTest::newRow("too short") << u"Sam"_s << u"+1415"_s;
}

void TestSeatRegistry::whatIsNotInOrderIsSaid()
{
    QFETCH(QString, name);
    QFETCH(QString, phone);
    SeatRegistry registry(m_file);
    const auto added = registry.add({name, calls::Role::Host, phone});
    QVERIFY(!added);
    QVERIFY2(added.error().contains(u"Nothing has changed"_s), qPrintable(added.error()));
    QVERIFY(registry.seats().isEmpty());
    QVERIFY(!QFile::exists(m_file));
}

void TestSeatRegistry::removedSeatIsUnknown()
{
    SeatRegistry registry(m_file);
    const auto token = registry.add({u"Sam"_s, calls::Role::Viewer, {}}).value_or(QString());
    QVERIFY(registry.remove(u"SAM"_s));
    QVERIFY(!registry.find(token.toLatin1()));
    const auto again = registry.remove(u"Sam"_s);
    QVERIFY(!again);
    QVERIFY2(again.error().contains(u"no seat"_s), qPrintable(again.error()));
    const auto newToken = registry.add({u"Sam"_s, calls::Role::Viewer, {}}).value_or(QString());
    QVERIFY(newToken != token);
    QVERIFY(!registry.find(token.toLatin1()));
}

void TestSeatRegistry::changesOfAnotherProgramAreNoticed()
{
    SeatRegistry desk(m_file);
    QVERIFY(desk.load());
    desk.watch();
    QSignalSpy changed(&desk, &SeatRegistry::changed);
    SeatRegistry other(m_file);
    const auto token = other.add({u"Sam"_s, calls::Role::Viewer, {}}).value_or(QString());
    QTRY_VERIFY(desk.find(token.toLatin1()));
    QCOMPARE(changed.size(), 1);
    QVERIFY(other.add({u"Ana"_s, calls::Role::Viewer, {}}));
    QTRY_COMPARE(desk.seats().size(), 2);
    QVERIFY(other.remove(u"Sam"_s));
    QTRY_COMPARE(desk.seats().size(), 1);
    QVERIFY(!desk.find(token.toLatin1()));
    QVERIFY(QFile::remove(m_file));
    QTRY_VERIFY(desk.seats().isEmpty());
}

void TestSeatRegistry::brokenFileAdmitsNobody()
{
    SeatRegistry registry(m_file);
    registry.watch();
    const auto token = registry.add({u"Sam"_s, calls::Role::Viewer, {}}).value_or(QString());
    QVERIFY(registry.find(token.toLatin1()));
    QSignalSpy said(&registry, &SeatRegistry::unreadable);
    for (const auto &content : {"{\"seats\": [{\"name\": \"Sam\"}]}"_ba, "rubbish"_ba, "{}"_ba,
                                "{\"seats\": [{\"name\": \"Sam\", \"role\": \"boss\"}]}"_ba}) {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        QTRY_VERIFY(!registry.find(token.toLatin1()));
        QTRY_VERIFY(!said.isEmpty());
        QVERIFY(said.takeLast().constFirst().toString().contains(u"seats.json"_s));
        said.clear();
        const auto loaded = registry.load();
        QVERIFY(!loaded);
        QVERIFY(registry.seats().isEmpty());
        // Nothing is written over what somebody may want to repair.
        QVERIFY(!registry.add({u"Ana"_s, calls::Role::Viewer, {}}));
        QVERIFY(!registry.remove(u"Sam"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }
}

void TestSeatRegistry::onlyTheOwnerMayRead()
{
    SeatRegistry registry(m_file);
    QVERIFY(registry.add({u"Sam"_s, calls::Role::Viewer, {}}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(m_file).permissions() & others, QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestSeatRegistry)
#include "test_seat_registry.moc"
