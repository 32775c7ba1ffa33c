// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/json_rpc.h"

#include <QJsonDocument>
#include <QTest>

using namespace anteroom::seats;
using namespace Qt::StringLiterals;

class TestJsonRpc : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAsTheSpecificationSays_data();
    void answersAsTheSpecificationSays();
    void batchIsCarriedOutInOrder();
    void tooLargeABatchIsNotCarriedOut();
};

namespace {
/// "echo" gives its params back, "fail" an error; anything else is unknown.
RpcResult call(const QString &method, const QJsonObject &params)
{
    if (method == "echo"_L1)
        return params;
    if (method == "fail"_L1)
        return std::unexpected(RpcError{-32003, u"taken"_s, QJsonObject{{u"seat"_s, u"Sam"_s}}});
    return std::unexpected(RpcError{RpcError::unknownMethod, u"unknown"_s, {}});
}

/// The answer without its sentences.
QByteArray bare(const std::optional<QByteArray> &answer)
{
    if (!answer)
        return "nothing";
    const auto strip = [](QJsonObject object) {
        if (auto error = object.value("error"_L1).toObject(); !error.isEmpty()) {
            error.remove("message"_L1);
            object.insert("error"_L1, error);
        }
        return object;
    };
    const auto document = QJsonDocument::fromJson(*answer);
    if (document.isObject())
        return QJsonDocument(strip(document.object())).toJson(QJsonDocument::Compact);
    QJsonArray answers;
    for (const auto &each : document.array())
        answers.append(strip(each.toObject()));
    return QJsonDocument(answers).toJson(QJsonDocument::Compact);
}
} // namespace

void TestJsonRpc::answersAsTheSpecificationSays_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray invalid = R"({"error":{"code":-32600},"id":null,"jsonrpc":"2.0"})";
    const QByteArray invalid1 = R"({"error":{"code":-32600},"id":1,"jsonrpc":"2.0"})";
    QTest::newRow("result") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":{"a":[1]}})"_ba
                            << R"({"id":1,"jsonrpc":"2.0","result":{"a":[1]}})"_ba;
    QTest::newRow("text id") << R"({"jsonrpc":"2.0","id":"x","method":"echo"})"_ba
                             << R"({"id":"x","jsonrpc":"2.0","result":{}})"_ba;
    QTest::newRow("null params") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":null})"_ba
                                 << R"({"id":1,"jsonrpc":"2.0","result":{}})"_ba;
    QTest::newRow("null id") << R"({"jsonrpc":"2.0","id":null,"method":"echo"})"_ba
                             << R"({"id":null,"jsonrpc":"2.0","result":{}})"_ba;
    QTest::newRow("error with data")
        << R"({"jsonrpc":"2.0","id":1,"method":"fail"})"_ba
        << R"({"error":{"code":-32003,"data":{"seat":"Sam"}},"id":1,"jsonrpc":"2.0"})"_ba;
    QTest::newRow("unknown method") << R"({"jsonrpc":"2.0","id":1,"method":"foobar"})"_ba
                                    << R"({"error":{"code":-32601},"id":1,"jsonrpc":"2.0"})"_ba;
    QTest::newRow("notification") << R"({"jsonrpc":"2.0","method":"echo"})"_ba
                                  << "nothing"_ba;
    QTest::newRow("failing notification") << R"({"jsonrpc":"2.0","method":"foobar"})"_ba
                                          << "nothing"_ba;
    QTest::newRow("params by position") << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":[1]})"_ba
                                        << R"({"error":{"code":-32602},"id":1,"jsonrpc":"2.0"})"_ba;
    QTest::newRow("no JSON") << R"({"jsonrpc":"2.0","method":"foobar, "params":"bar","baz])"_ba
                             << R"({"error":{"code":-32700},"id":null,"jsonrpc":"2.0"})"_ba;
    QTest::newRow("nothing at all") << ""_ba
                                    << R"({"error":{"code":-32700},"id":null,"jsonrpc":"2.0"})"_ba;
    QTest::newRow("method is a number")
        << R"({"jsonrpc":"2.0","id":1,"method":1,"params":{}})"_ba << invalid1;
    QTest::newRow("params are a text")
        << R"({"jsonrpc":"2.0","id":1,"method":"echo","params":"bar"})"_ba << invalid1;
    QTest::newRow("id is an object") << R"({"jsonrpc":"2.0","id":{},"method":"echo"})"_ba << invalid;
    QTest::newRow("version 1") << R"({"id":1,"method":"echo"})"_ba << invalid1;
    QTest::newRow("empty batch") << "[]"_ba << invalid;
    QTest::newRow("rubbish batch") << "[1,2]"_ba << QByteArray('[' + invalid + ',' + invalid + ']');
    QTest::newRow("batch of notifications") << R"([{"jsonrpc":"2.0","method":"echo"}])"_ba
                                            << "nothing"_ba;
    QTest::newRow("mixed batch")
        << R"([{"jsonrpc":"2.0","id":1,"method":"echo"},{"jsonrpc":"2.0","method":"echo"},7])"_ba
        << QByteArray(R"([{"id":1,"jsonrpc":"2.0","result":{}},)" + invalid + ']');
    QTest::newRow("nested too deep") << QByteArray(5000, '[') + QByteArray(5000, ']')
                                     << R"({"error":{"code":-32700},"id":null,"jsonrpc":"2.0"})"_ba;
}

void TestJsonRpc::answersAsTheSpecificationSays()
{
    QFETCH(QByteArray, message);
    const auto answered = bare(answerMessage(message, call));
    QTEST(answered, "answer");
}

void TestJsonRpc::batchIsCarriedOutInOrder()
{
    QStringList order;
    const auto note = [&order](const QString &method, const QJsonObject &) -> RpcResult {
        order.append(method);
        return QJsonObject();
    };
    answerMessage(R"([{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","method":"b"},
                      {"jsonrpc":"2.0","id":2,"method":"c"}])",
                  note);
    QCOMPARE(order, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestJsonRpc::tooLargeABatchIsNotCarriedOut()
{
    QByteArray message = R"({"jsonrpc":"2.0","id":1,"method":"a"},)"_ba.repeated(101);
    message = '[' + message.chopped(1) + ']';
    int calls = 0;
    const auto answered = answerMessage(message, [&calls](const QString &, const QJsonObject &) -> RpcResult {
        ++calls;
        return QJsonObject();
    });
    QCOMPARE(calls, 0);
    QVERIFY(answered && answered->contains("-32600"));
}

QTEST_GUILESS_MAIN(TestJsonRpc)
#include "test_json_rpc.moc"
