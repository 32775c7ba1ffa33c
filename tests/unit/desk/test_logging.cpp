// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/logging.h"

#include <QTest>

using namespace Qt::StringLiterals;
using anteroom::desk::fitForLog;

class TestLogging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shortensNumbersWhereverTheyStand()
    {
        const QString line = fitForLog(u"call +14155550177 to=%2B442071838750 done"_s, {});
        QVERIFY(!line.contains(u"4155550177"_s));
        QVERIFY(!line.contains(u"2071838750"_s));
        QVERIFY(line.endsWith(u" done"_s));
    }
    void blotsOutSecrets()
    {
        QCOMPARE(fitForLog(u"token s3cret, again s3cret"_s, {"s3cret"}), u"token •••, again •••"_s);
    }
    void staysOneLine() { QVERIFY(!fitForLog(u"name\nwith a forged line"_s, {}).contains(u'\n')); }
    void leavesTheRestAlone()
    {
        const QString line = u"CA0123456789abcdef waited 72 s, 1+1=2"_s;
        QCOMPARE(fitForLog(line, {}), line);
    }
};

QTEST_GUILESS_MAIN(TestLogging)
#include "test_logging.moc"
