// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/wav_peaks.h"

#include "helpers/wav_sample.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;
using anteroom::test::wavSample;

class TestWavPeaks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_file = m_folder.filePath(u"a.wav"_s); }

    void loudAndQuietAreToldApart()
    {
        write(wavSample({0, 16000, 0, 32000}));
        const QList<float> peaks = wavPeaks(m_file, 4);
        QCOMPARE(peaks.size(), 4);
        QCOMPARE(peaks.at(0), 0.0F);
        QVERIFY(qAbs(peaks.at(1) - 0.49F) < 0.01F);
        QCOMPARE(peaks.at(2), 0.0F);
        QVERIFY(peaks.at(3) > 0.97F);
        QVERIFY(!isSilent(m_file));
    }

    void silenceIsSilent()
    {
        write(wavSample({0, 200, 0}));
        QVERIFY(isSilent(m_file));
        QCOMPARE(wavPeaks(m_file, 3).size(), 3);
    }

    void otherChunksAreSkipped()
    {
        QByteArray wav = wavSample({32000, 32000});
        wav.insert(12, QByteArray("LIST\x03\0\0\0abc\0", 12));
        write(wav);
        QVERIFY(wavPeaks(m_file, 1).value(0) > 0.9F);
    }

    void aCutFileIsReadAsFarAsItGoes()
    {
        const QByteArray wav = wavSample({32000, 32000});
        write(wav.first(wav.size() / 2));
        QVERIFY(wavPeaks(m_file, 2).value(0) > 0.9F);
    }

    void whatIsNoSoundHasNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << "Not found, really not found at all"_ba;
        QTest::newRow("a head alone") << wavSample({1}).first(20);
        QByteArray endless = wavSample({1});
        endless.replace(16, 4, "\xff\xff\xff\xff");
        QTest::newRow("a chunk without end") << endless;
    }
    void whatIsNoSoundHasNone()
    {
        QFETCH(QByteArray, content);
        write(content);
        QVERIFY(wavPeaks(m_file, 10).isEmpty());
        QVERIFY(!isSilent(m_file));
    }

private:
    void write(const QByteArray &content)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestWavPeaks)
#include "test_wav_peaks.moc"
