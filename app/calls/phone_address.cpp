// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/phone_address.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

struct PhoneAddress
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::PhoneAddress)
};

constexpr QLatin1StringView sipScheme = "sip:"_L1;
constexpr QLatin1StringView clientScheme = "client:"_L1;
constexpr qsizetype longestAddress = 255;

} // namespace

PhoneKind phoneKindOf(const QString &phone)
{
    if (phone.startsWith(sipScheme))
        return PhoneKind::Sip;
    return phone.startsWith(clientScheme) ? PhoneKind::Client : PhoneKind::Telephone;
}

bool isPhoneAddress(const QString &typed)
{
    return typed.contains(u':') || typed.contains(u'@');
}

std::expected<QString, QString> phoneAddress(const QString &typed)
{
    // A user, a host with or without a port, and what belongs to the way there (";transport=tls").
    static const QRegularExpression sip(
        u"\\A[A-Za-z0-9_.!~*'()&=+$,%-]+@([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"
        "|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(;[A-Za-z0-9_.=-]+)*\\z"_s);
    static const QRegularExpression client(u"\\A[A-Za-z0-9_.@+-]{1,100}\\z"_s);
    const QString text = typed.trimmed();
    if (text.startsWith(clientScheme, Qt::CaseInsensitive)) {
        const QString name = text.sliced(clientScheme.size());
        if (client.match(name).hasMatch())
            return clientScheme + name;
        return std::unexpected(
            PhoneAddress::tr("That is no name of an app. Write client: and the name with which the app "
                             "registers, without spaces, such as client:ana."));
    }
    const bool named = text.startsWith(sipScheme, Qt::CaseInsensitive);
    const QString address = named ? text.sliced(sipScheme.size()) : text;
    if (address.size() <= longestAddress && sip.match(address).hasMatch())
        return sipScheme + address;
    return std::unexpected(PhoneAddress::tr(
        "That is no SIP address. Write sip:, a name, @ and the phone system, without spaces, "
        "such as sip:ana@pbx.example.com."));
}

} // namespace anteroom::calls
