// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/proxies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using anteroom::desk::Proxies;

class TestProxies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("http_proxy", "http://proxy.example:3128");
        qputenv("https_proxy", "http://proxy.example:3128");
        qunsetenv("no_proxy");
    }
    void requestsThatLeaveTheMachineTakeTheSystemsProxy()
    {
        const auto proxies =
            Proxies().queryProxy(QNetworkProxyQuery(QUrl(u"https://api.twilio.com/2010-04-01"_s)));
        QVERIFY(!proxies.isEmpty());
        QCOMPARE(proxies.first().hostName(), u"proxy.example"_s);
    }
    void loopbackTakesNone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("IPv4") << u"http://127.0.0.1:8737/health"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8737/health"_s;
        QTest::newRow("name") << u"http://localhost:8737/health"_s;
    }
    void loopbackTakesNone()
    {
        QFETCH(QString, url);
        QCOMPARE(Proxies().queryProxy(QNetworkProxyQuery(QUrl(url))).first().type(), QNetworkProxy::NoProxy);
    }
    void listeningTakesNone()
    {
        const QNetworkProxyQuery query(quint16(8737), {}, QNetworkProxyQuery::TcpServer);
        QCOMPARE(Proxies().queryProxy(query).first().type(), QNetworkProxy::NoProxy);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "test_proxies.moc"
