// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/pin.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <array>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

constexpr auto way = "pbkdf2-sha256"_L1;
constexpr int roundsNow = 20'000;
constexpr int mostRounds = 1'000'000; // a damaged file must not stop the desk
constexpr qsizetype parts = 4;

QByteArray newSalt()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)};
}

/// Takes as long wherever the first difference is.
bool isSame(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= one.at(i) ^ other.at(i);
    return difference == 0;
}

} // namespace

bool isPin(const QString &text)
{
    return text.size() == pinDigits &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isEasyPin(const QString &pin)
{
    const auto stepsBy = [&pin](int step) {
        for (qsizetype i = 1; i < pin.size(); ++i)
            if (pin.at(i).unicode() - pin.at(i - 1).unicode() != step)
                return false;
        return true;
    };
    return stepsBy(0) || stepsBy(1) || stepsBy(-1);
}

QByteArray pbkdf2(const QByteArray &password, const QByteArray &salt, int rounds)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, password);
    const auto next = [&code](const QByteArray &data) {
        code.reset();
        code.addData(data);
        return code.result();
    };
    QByteArray block = next(salt + QByteArray("\0\0\0\1", 4));
    QByteArray sum = block;
    for (int round = 1; round < rounds; ++round) {
        block = next(block);
        for (qsizetype i = 0; i < sum.size(); ++i)
            sum[i] = char(sum.at(i) ^ block.at(i));
    }
    return sum;
}

QString hashedPin(const QString &pin)
{
    const QByteArray salt = newSalt();
    return u"%1$%2$%3$%4"_s.arg(way, QString::number(roundsNow), QString::fromLatin1(salt.toHex()),
                                QString::fromLatin1(pbkdf2(pin.toLatin1(), salt, roundsNow).toHex()));
}

bool isPinOf(const QString &pin, const QString &hashed)
{
    const QStringList kept = hashed.split(u'$');
    if (!isPin(pin) || kept.size() != parts || kept.at(0) != way)
        return false;
    const int rounds = kept.at(1).toInt();
    const QByteArray salt = QByteArray::fromHex(kept.at(2).toLatin1());
    const QByteArray hash = QByteArray::fromHex(kept.at(3).toLatin1());
    if (rounds < 1 || rounds > mostRounds || hash.isEmpty())
        return false;
    return isSame(pbkdf2(pin.toLatin1(), salt, rounds), hash);
}

} // namespace anteroom::calls
