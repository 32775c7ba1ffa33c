// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/phone_numbers.h"

#include "calls/phone_address.h"

#include <QCoreApplication>

#ifdef ANTEROOM_PHONENUMBER
#include <phonenumbers/phonenumberutil.h>
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

bool isE164(QStringView number)
{
    return number.size() >= 8 && number.size() <= 16 && number.front() == u'+' &&
           std::ranges::all_of(number.sliced(1), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isNorthAmerican(const QString &number)
{
    return number.size() == 12 && number.startsWith("+1"_L1);
}

} // namespace

QString formattedNumber(const QString &number, const QString &homeNumber)
{
    if (!isE164(number))
        return number;
    // The commonest case by far, and loading the tables of all countries would cost the first window its
    // quick start.
    if (isNorthAmerican(number)) {
        const QString local = u"(%1) %2-%3"_s.arg(number.mid(2, 3), number.mid(5, 3), number.mid(8));
        return homeNumber.isEmpty() || isNorthAmerican(homeNumber) ? local : u"+1 "_s + local;
    }
#ifdef ANTEROOM_PHONENUMBER
    using namespace i18n::phonenumbers;
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber parsed;
    if (util.Parse(number.toStdString(), "ZZ", &parsed) == PhoneNumberUtil::NO_PARSING_ERROR) {
        PhoneNumber home;
        const bool atHome =
            isE164(homeNumber) &&
            util.Parse(homeNumber.toStdString(), "ZZ", &home) == PhoneNumberUtil::NO_PARSING_ERROR &&
            home.country_code() == parsed.country_code();
        std::string written;
        util.Format(parsed, atHome ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &written);
        return QString::fromStdString(written);
    }
#endif
    return number;
}

QString phoneWords(const QString &phone, const QString &homeNumber)
{
    const auto after = [&phone](QLatin1StringView scheme) { return phone.sliced(scheme.size()); };
    switch (calls::phoneKindOf(phone)) {
    case calls::PhoneKind::Sip:
        return QCoreApplication::translate("PhoneWords", "%1 (SIP)").arg(after("sip:"_L1));
    case calls::PhoneKind::Client:
        return QCoreApplication::translate("PhoneWords", "%1 (app)").arg(after("client:"_L1));
    case calls::PhoneKind::Telephone:
        break;
    }
    return formattedNumber(phone, homeNumber);
}

QString typedNumber(const QString &typed, const QString &homeNumber)
{
    QString digits;
    for (const QChar c : typed.trimmed()) {
        if ((c >= u'0' && c <= u'9') || (c == u'+' && digits.isEmpty()))
            digits += c;
        else if (!u" ()-./\u00a0"_s.contains(c))
            return {};
    }
    if (digits.startsWith("00"_L1))
        digits.replace(0, 2, u"+"_s);
    if (!digits.startsWith(u'+') && isNorthAmerican(homeNumber)) {
        if (digits.size() == 10)
            digits.prepend("+1"_L1);
        else if (digits.size() == 11 && digits.startsWith(u'1'))
            digits.prepend(u'+');
    }
#ifdef ANTEROOM_PHONENUMBER
    if (!digits.startsWith(u'+') && isE164(homeNumber)) {
        using namespace i18n::phonenumbers;
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        PhoneNumber home;
        PhoneNumber parsed;
        std::string region;
        if (util.Parse(homeNumber.toStdString(), "ZZ", &home) == PhoneNumberUtil::NO_PARSING_ERROR) {
            util.GetRegionCodeForNumber(home, &region);
            if (util.Parse(digits.toStdString(), region, &parsed) == PhoneNumberUtil::NO_PARSING_ERROR) {
                std::string written;
                util.Format(parsed, PhoneNumberUtil::E164, &written);
                digits = QString::fromStdString(written);
            }
        }
    }
#endif
    return isE164(digits) ? digits : QString();
}

} // namespace anteroom::ui
