// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom::settings;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void defaultsWithoutAFile();
    void everyKeyIsInTheTableOnce();
    void everyKindComesBack();
    void ownTextMayBeEmpty();
    void numbersAreBroughtIntoRange();
    void changesAreSignalledOnce();
    void writesByItselfAfterAChange();
    void brokenFileIsKept_data();
    void brokenFileIsKept();
    void unusableEntriesHaveDefaults();
    void unknownEntriesStay();
    void impossibleFolderIsSaid();
    void onlyTheOwnerMayRead();
    void pathsAreOurs();

private:
    void write(const QByteArray &content);
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"new/settings.json"_s);
}

void TestSettings::write(const QByteArray &content)
{
    QDir().mkpath(QFileInfo(m_file).path());
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TestSettings::defaultsWithoutAFile()
{
    Settings settings(m_file);
    QVERIFY(!settings.load());
    QCOMPARE(settings.value(keys::lineNumber), QString());
    QCOMPARE(settings.value(keys::listen), u"127.0.0.1:8737"_s);
    QCOMPARE(settings.value(keys::appearance), Appearance::System);
    QCOMPARE(settings.value(keys::soundOn), true);
    QCOMPARE(settings.value(keys::keepPhoneOn), false);
    QCOMPARE(settings.value(keys::waitLong), 120);
    QCOMPARE(settings.value(keys::waitTooLong), 300);
    QCOMPARE(settings.value(keys::ringSeconds), 20);
    QCOMPARE(settings.value(keys::closeOutParallel), 8);
    QVERIFY(!settings.value(keys::greeting));
    QVERIFY(settings.value(keys::windowGeometry).isEmpty());
    QVERIFY(!QFile::exists(m_file));
}

void TestSettings::everyKeyIsInTheTableOnce()
{
    QSet<QLatin1StringView> seen;
    for (const auto &any : keys::all) {
        const auto key = std::visit([](const auto &setting) { return setting.key; }, any);
        QVERIFY2(!key.isEmpty() && !seen.contains(key), key.data());
        seen.insert(key);
    }
}

void TestSettings::everyKindComesBack()
{
    const QByteArray bytes("\x00\xff\x7f{", 4);
    const QJsonObject object{{u"VoiceUrl"_s, u"https://example.com/voice"_s}};
    {
        Settings settings(m_file);
        settings.set(keys::showName, u"Nachtgespräch 🎙"_s);
        settings.set(keys::greeting, u"Hello"_s);
        settings.set(keys::waitLong, 90);
        settings.set(keys::soundOn, false);
        settings.set(keys::appearance, Appearance::Dark);
        settings.set(keys::windowGeometry, bytes);
        settings.set(keys::numberBefore, object);
    } // going away writes
    Settings settings(m_file);
    QVERIFY(!settings.load());
    QCOMPARE(settings.value(keys::showName), u"Nachtgespräch 🎙"_s);
    QCOMPARE(settings.value(keys::greeting), u"Hello"_s);
    QCOMPARE(settings.value(keys::waitLong), 90);
    QCOMPARE(settings.value(keys::soundOn), false);
    QCOMPARE(settings.value(keys::appearance), Appearance::Dark);
    QCOMPARE(settings.value(keys::windowGeometry), bytes);
    QCOMPARE(settings.value(keys::numberBefore), object);
}

void TestSettings::ownTextMayBeEmpty()
{
    Settings settings(m_file);
    settings.set(keys::greeting, QString());
    QVERIFY(settings.value(keys::greeting));
    QVERIFY(settings.save());
    Settings next(m_file);
    QVERIFY(!next.load());
    QCOMPARE(next.value(keys::greeting), QString(u""_s));
    next.set(keys::greeting, std::nullopt);
    QVERIFY(!next.value(keys::greeting));
    next.reset(keys::waitLong.key);
    QCOMPARE(next.value(keys::waitLong), keys::waitLong.fallback);
}

void TestSettings::numbersAreBroughtIntoRange()
{
    Settings settings(m_file);
    settings.set(keys::ringSeconds, 0);
    QCOMPARE(settings.value(keys::ringSeconds), keys::ringSeconds.least);
    settings.set(keys::ringSeconds, 10'000);
    QCOMPARE(settings.value(keys::ringSeconds), keys::ringSeconds.most);
}

void TestSettings::changesAreSignalledOnce()
{
    Settings settings(m_file);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(keys::showName, u"A"_s);
    settings.set(keys::showName, u"A"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), QString(keys::showName.key));
}

void TestSettings::writesByItselfAfterAChange()
{
    Settings settings(m_file);
    settings.set(keys::showName, u"A"_s);
    settings.set(keys::showName, u"B"_s);
    QTRY_VERIFY(QFile::exists(m_file));
    Settings next(m_file);
    QVERIFY(!next.load());
    QCOMPARE(next.value(keys::showName), u"B"_s);
}

void TestSettings::brokenFileIsKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << "{\"line.show\": \"Nig"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("not an object") << "[1, 2]"_ba;
    QTest::newRow("binary") << QByteArray("\x00\x01\xff", 3);
}

void TestSettings::brokenFileIsKept()
{
    QFETCH(QByteArray, content);
    write(content);
    Settings settings(m_file);
    const auto said = settings.load();
    QVERIFY(said);
    QCOMPARE(settings.value(keys::listen), u"127.0.0.1:8737"_s);
    settings.set(keys::showName, u"New"_s);
    QVERIFY(settings.save());
    const auto kept = QFileInfo(m_file).dir().entryInfoList({u"settings.broken-*.json"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY2(said->contains(kept.first().fileName()), qPrintable(*said));
    QFile file(kept.first().filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestSettings::unusableEntriesHaveDefaults()
{
    write(R"({"wait.long_seconds": "soon", "time.ring_seconds": 100000, "alerts.sound": 1, "line.show": 5,
              "window.appearance": "pink", "close_out.parallel": 1.5, "line.queue": "mine"})");
    Settings settings(m_file);
    const auto said = settings.load();
    QVERIFY(said);
    for (const auto key : {keys::waitLong.key, keys::ringSeconds.key, keys::soundOn.key, keys::showName.key,
                           keys::appearance.key, keys::closeOutParallel.key}) {
        QVERIFY2(said->contains(key), key.data());
    }
    QVERIFY(!said->contains(keys::queueName.key));
    QCOMPARE(settings.value(keys::waitLong), 120);
    QCOMPARE(settings.value(keys::ringSeconds), 20);
    QCOMPARE(settings.value(keys::closeOutParallel), 8);
    QCOMPARE(settings.value(keys::soundOn), true);
    QCOMPARE(settings.value(keys::queueName), u"mine"_s);
}

void TestSettings::unknownEntriesStay()
{
    write(R"({"future.thing": {"a": [1, 2]}, "line.show": "Old"})");
    Settings settings(m_file);
    QVERIFY(!settings.load());
    settings.set(keys::showName, u"New"_s);
    QVERIFY(settings.save());
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(object.value("future.thing"_L1).toObject().value("a"_L1).toArray().size(), 2);
    QCOMPARE(object.value("line.show"_L1).toString(), u"New"_s);
}

void TestSettings::impossibleFolderIsSaid()
{
    QFile inTheWay(m_folder->filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Settings settings(m_folder->filePath(u"file/settings.json"_s));
    QSignalSpy notSaved(&settings, &Settings::notSaved);
    settings.set(keys::showName, u"A"_s);
    QTRY_COMPARE(notSaved.size(), 1);
    const auto saved = settings.save();
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(u"cannot be saved"_s), qPrintable(saved.error()));
    QCOMPARE(settings.value(keys::showName), u"A"_s);
}

void TestSettings::onlyTheOwnerMayRead()
{
    Settings settings(m_file);
    settings.set(keys::myPhone, u"+14155550111"_s);
    QVERIFY(settings.save());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(m_file).permissions() & others, QFile::Permissions());
}

void TestSettings::pathsAreOurs()
{
    for (const auto &path : {dataFolder(), settingsFile(), logFolder()})
        QVERIFY2(path.contains(u"anteroom"_s, Qt::CaseInsensitive) && QDir::isAbsolutePath(path),
                 qPrintable(path));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
