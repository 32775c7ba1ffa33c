// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/ask_plan.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

QString toWord(AskBy by)
{
    switch (by) {
    case AskBy::Text:
        return u"text"_s;
    case AskBy::Call:
        return u"call"_s;
    case AskBy::Automatic:
        break;
    }
    return u"automatic"_s;
}

AskBy askByFromWord(const QString &word)
{
    if (word == "text"_L1)
        return AskBy::Text;
    return word == "call"_L1 ? AskBy::Call : AskBy::Automatic;
}

AskPlan AskPlan::defaults()
{
    const auto say = [](const char *text) {
        return QCoreApplication::translate("anteroom::calls::AskPlan", text);
    };
    AskPlan plan;
    plan.text = say(QT_TRANSLATE_NOOP(
        "anteroom::calls::AskPlan",
        "You have a call from {name}, {place}. Reply {take}, {voicemail}, {thank} or {later}."));
    plan.spoken =
        say(QT_TRANSLATE_NOOP("anteroom::calls::AskPlan",
                              "You have a call from {name}, {place}. Press 1 to take the call, 2 to send it "
                              "to voicemail, 3 to thank the caller. Hang up, and they keep waiting."));
    plan.words = defaultReplyWords();
    return plan;
}

const AskPhone *AskPlan::phone(const QString &number) const
{
    const QString plain = plainNumber(number);
    const auto found =
        std::ranges::find_if(phones, [&](const AskPhone &each) { return plainNumber(each.number) == plain; });
    return plain.isEmpty() || found == phones.end() ? nullptr : &*found;
}

QString plainNumber(const QString &number)
{
    QString plain;
    for (const QChar c : number)
        if ((c >= u'0' && c <= u'9') || (c == u'+' && plain.isEmpty()))
            plain += c;
    return plain;
}

QJsonObject phonesToJson(const QList<AskPhone> &phones)
{
    QJsonArray list;
    for (const AskPhone &phone : phones)
        list.append(
            QJsonObject{{u"name"_s, phone.name}, {u"number"_s, phone.number}, {u"by"_s, toWord(phone.by)}});
    return {{u"phones"_s, list}};
}

QList<AskPhone> phonesFromJson(const QJsonObject &json)
{
    QList<AskPhone> phones;
    for (const QJsonArray list = json.value("phones"_L1).toArray(); const QJsonValue &each : list) {
        const QJsonObject one = each.toObject();
        const AskPhone phone{one.value("name"_L1).toString(), plainNumber(one.value("number"_L1).toString()),
                             askByFromWord(one.value("by"_L1).toString())};
        if (!phone.number.isEmpty())
            phones.append(phone);
    }
    return phones;
}

QJsonObject wordsToJson(const QList<ReplyWord> &words)
{
    QJsonArray list;
    for (const ReplyWord &word : words)
        list.append(QJsonObject{{u"word"_s, word.word}, {u"does"_s, toWord(word.wish)}});
    return {{u"words"_s, list}};
}

QList<ReplyWord> wordsFromJson(const QJsonObject &json)
{
    QList<ReplyWord> words;
    for (const QJsonArray list = json.value("words"_L1).toArray(); const QJsonValue &each : list) {
        const QJsonObject one = each.toObject();
        const QString word = one.value("word"_L1).toString();
        if (const auto wish = askWishFromWord(one.value("does"_L1).toString()); wish && mayBeReplyWord(word))
            words.append({word, *wish});
    }
    return words;
}

} // namespace anteroom::calls
