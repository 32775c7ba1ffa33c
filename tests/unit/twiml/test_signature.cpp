// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/signature.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::twiml;

namespace {

struct Vector
{
    QByteArray token;
    FormFields fields; ///< what the request's views look at
    SignedRequest request;
    QList<QByteArray> alsoValid;
};

/// Kept apart from the receiver's decoder, so that a fault there cannot hide here.
FormFields decoded(const QByteArray &body)
{
    FormFields fields;
    for (const QByteArray &pair : body.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        QByteArray name = equals < 0 ? pair : pair.first(equals);
        QByteArray value = equals < 0 ? QByteArray() : pair.sliced(equals + 1);
        fields.append({QByteArray::fromPercentEncoding(name.replace('+', ' ')),
                       QByteArray::fromPercentEncoding(value.replace('+', ' '))});
    }
    return fields;
}

FormViews viewsOf(const FormFields &fields)
{
    return {fields.cbegin(), fields.cend()};
}

QHash<QString, Vector> vectors()
{
    QFile file(QStringLiteral(ANTEROOM_SOURCE_DIR "/tests/unit/twiml/signature_vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, Vector> result;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject o = value.toObject();
        const auto bytes = [&o](QLatin1StringView name) { return o.value(name).toString().toUtf8(); };
        Vector vector;
        vector.token = bytes("auth_token"_L1);
        vector.request.url = bytes("url"_L1);
        vector.request.isPost = bytes("method"_L1) == "POST";
        vector.request.body = bytes("raw_body"_L1);
        if (bytes("content_type"_L1).startsWith("application/x-www-form-urlencoded"))
            vector.fields = decoded(vector.request.body);
        vector.request.fields = viewsOf(vector.fields);
        vector.request.signature = bytes("signature"_L1);
        for (const QJsonValue &also : o.value("also_valid"_L1).toArray())
            vector.alsoValid.append(also.toString().toUtf8());
        result.insert(o.value("id"_L1).toString(), vector);
    }
    return result;
}

} // namespace

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryVector() { QCOMPARE(vectors().size(), 16); }

    void acceptsEveryVector_data()
    {
        QTest::addColumn<QString>("id");
        const auto all = vectors();
        for (auto it = all.begin(); it != all.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key();
    }
    void acceptsEveryVector()
    {
        QFETCH(QString, id);
        Vector vector = vectors().value(id);
        QVERIFY(isSignedBy({vector.token}, vector.request));
        QCOMPARE(sign(vector.token, vector.request.url, vector.request.isPost ? vector.fields : FormFields()),
                 vector.request.signature);
        for (const QByteArray &also : vector.alsoValid) {
            vector.request.signature = also;
            QVERIFY(isSignedBy({vector.token}, vector.request));
        }
    }

    /// Whatever byte of a signed request changes, it is refused.
    void refusesEveryChange_data() { acceptsEveryVector_data(); }
    void refusesEveryChange()
    {
        QFETCH(QString, id);
        const Vector vector = vectors().value(id);
        const qsizetype pathAt = vector.request.url.indexOf('/', 8);
        for (qsizetype i = pathAt + 1; i < vector.request.url.size(); ++i) {
            SignedRequest changed = vector.request;
            changed.url[i] = changed.url.at(i) == 'x' ? 'y' : 'x';
            QVERIFY2(!isSignedBy({vector.token}, changed), changed.url.constData());
        }
        for (qsizetype i = 0; i < vector.request.fields.size(); ++i) {
            SignedRequest changed = vector.request;
            const QByteArray longer = changed.fields.at(i).second.toByteArray() + 'x';
            changed.fields[i].second = longer;
            QVERIFY(!isSignedBy({vector.token}, changed));
        }
        if (vector.request.fields.isEmpty() && !vector.request.body.isEmpty()) {
            SignedRequest changed = vector.request;
            changed.body[2] = changed.body.at(2) == 'x' ? 'y' : 'x';
            QVERIFY(!isSignedBy({vector.token}, changed));
        }
        for (qsizetype i = 0; i < vector.request.signature.size(); ++i) {
            SignedRequest changed = vector.request;
            changed.signature[i] = changed.signature.at(i) == 'A' ? 'B' : 'A';
            QVERIFY(!isSignedBy({vector.token}, changed));
        }
    }

    void refusesWhatIsMissing()
    {
        Vector vector = vectors().value(u"V2"_s);
        QVERIFY(!isSignedBy({}, vector.request));
        QVERIFY(!isSignedBy({"wrong"_ba}, vector.request));
        QVERIFY(!isSignedBy({vector.token.chopped(1)}, vector.request));

        SignedRequest fewer = vector.request;
        fewer.fields.removeLast();
        QVERIFY(!isSignedBy({vector.token}, fewer));
        SignedRequest more = vector.request;
        more.fields.emplaceBack("Digits", "1");
        QVERIFY(!isSignedBy({vector.token}, more));
        SignedRequest none = vector.request;
        none.fields.clear();
        QVERIFY(!isSignedBy({vector.token}, none));

        vector.request.signature.clear();
        QVERIFY(!isSignedBy({vector.token}, vector.request));
        vector.request.signature = "x"_ba;
        QVERIFY(!isSignedBy({vector.token}, vector.request));
    }

    /// An unset token is no key that a stranger could sign with.
    void neverUsesAnEmptyToken()
    {
        const Vector vector = vectors().value(u"V2"_s);
        SignedRequest request = vector.request;
        request.signature = sign("", request.url, vector.fields);
        QVERIFY(!isSignedBy({QByteArray()}, request));
    }

    void signsAgainAndAgainAndSoDoesACopy()
    {
        const Vector vector = vectors().value(u"V2"_s);
        const SigningKey key(vector.token);
        const SigningKey copy = key;
        const QByteArray first = key.sign("https://desk.example.com", "?a=b");
        QCOMPARE(first, sign(vector.token, "https://desk.example.com?a=b", {}));
        QVERIFY(key.sign("https://desk.example.com", {}) != first);
        for (const SigningKey &either : {key, copy, SigningKey(copy)})
            QCOMPARE(either.sign("https://desk.example.com", "?a=b"), first);
    }

    void acceptsTheSecondTokenDuringAChange()
    {
        const Vector vector = vectors().value(u"V2"_s);
        QVERIFY(isSignedBy({"old"_ba, vector.token}, vector.request));
        QVERIFY(isSignedBy({vector.token, "new"_ba}, vector.request));
    }

    void acceptsThePortBothWays_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<QByteArray>("signedUrl");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("default added") << "https://a.example/v?x=1"_ba
                                       << "https://a.example:443/v?x=1"_ba << true;
        QTest::newRow("default dropped") << "https://a.example:443/v"_ba
                                         << "https://a.example/v"_ba << true;
        QTest::newRow("plain default added") << "http://a.example/v"_ba
                                             << "http://a.example:80/v"_ba << true;
        QTest::newRow("other dropped") << "https://a.example:8443/v"_ba
                                       << "https://a.example/v"_ba << true;
        QTest::newRow("other invented") << "https://a.example/v"_ba
                                        << "https://a.example:8443/v"_ba << false;
        QTest::newRow("port of the other scheme") << "https://a.example/v"_ba
                                                  << "https://a.example:80/v"_ba << false;
        QTest::newRow("IPv6") << "http://[::1]:8080/v"_ba
                              << "http://[::1]/v"_ba << true;
        QTest::newRow("IPv6 default") << "http://[::1]/v"_ba
                                      << "http://[::1]:80/v"_ba << true;
        QTest::newRow("credentials dropped") << "https://u:p@a.example/v"_ba
                                             << "https://a.example/v"_ba << true;
        QTest::newRow("credentials dropped, port added") << "https://u:p@a.example/v"_ba
                                                         << "https://a.example:443/v"_ba << true;
        QTest::newRow("space as plus") << "https://a.example/v?q=a%20b'"_ba
                                       << "https://a.example/v?q=a+b%27"_ba << true;
        QTest::newRow("host in capitals") << "https://A.Example/v"_ba
                                          << "https://a.example/v"_ba << true;
        QTest::newRow("slash added") << "https://a.example/v"_ba
                                     << "https://a.example/v/"_ba << false;
        QTest::newRow("slash added, WebSocket") << "wss://a.example/v"_ba
                                                << "wss://a.example/v/"_ba << true;
        QTest::newRow("other scheme") << "https://a.example/v"_ba
                                      << "http://a.example/v"_ba << false;
        QTest::newRow("other host") << "https://a.example/v"_ba
                                    << "https://b.example/v"_ba << false;
        QTest::newRow("at sign in a query") << "https://a.example/v?u=b@c"_ba
                                            << "https://a.example:443/v?u=b@c"_ba << true;
    }
    void acceptsThePortBothWays()
    {
        QFETCH(QByteArray, received);
        QFETCH(QByteArray, signedUrl);
        QFETCH(bool, accepted);
        SignedRequest request;
        request.url = received;
        request.signature = sign("token", signedUrl, {});
        QCOMPARE(isSignedBy({"token"_ba}, request), accepted);
    }

    /// The signature of a bare address must not lend itself to a body that it does not cover.
    void refusesABodyThatNothingCovers()
    {
        SignedRequest request;
        request.url = "https://a.example/v"_ba;
        request.signature = sign("token", request.url, {});
        QVERIFY(isSignedBy({"token"_ba}, request));
        request.isPost = true;
        QVERIFY(isSignedBy({"token"_ba}, request));
        request.body = "{\"CallSid\":\"CA1\"}"_ba;
        QVERIFY(!isSignedBy({"token"_ba}, request));
        request.isPost = false;
        QVERIFY(!isSignedBy({"token"_ba}, request));
    }

    void survivesOddAddresses()
    {
        for (const QByteArray &url : {""_ba, "?"_ba, "://"_ba, "https://"_ba, "https://?"_ba, "https://@:"_ba,
                                      "[::"_ba, "https://a?bodySHA256"_ba, "https://a?&&=&bodySHA256="_ba}) {
            SignedRequest request;
            request.url = url;
            request.signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8="_ba;
            QVERIFY(!isSignedBy({"token"_ba}, request));
        }
    }
};

QTEST_GUILESS_MAIN(TestSignature)
#include "test_signature.moc"
