// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/formats.h"

#include "simulator/rest/parameters.h"
#include "simulator/world.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

QString accountUri(const World &world, const QString &rest)
{
    return u"/%1/Accounts/%2/%3"_s.arg(QLatin1StringView(apiVersion), world.account().sid, rest);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString formattedNumber(const QString &number)
{
    if (!isE164(number) || !number.startsWith(u"+1") || number.size() != 12)
        return number;
    return u"(%1) %2-%3"_s.arg(number.sliced(2, 3), number.sliced(5, 3), number.sliced(8));
}

QJsonObject subresources(const QString &base, std::initializer_list<std::pair<QString, QString>> names)
{
    QJsonObject object;
    for (const auto &[name, resource] : names)
        object.insert(name, base + u'/' + resource + ".json"_L1);
    return object;
}

} // namespace anteroom::simulator::rest
