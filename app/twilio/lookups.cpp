// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/lookups.h"

#include "twilio/json_fields.h"

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using calls::LineKind;

LineKind lineKindFromWord(const QString &type)
{
    if (type == "mobile"_L1)
        return LineKind::Mobile;
    if (type == "landline"_L1)
        return LineKind::Landline;
    if (type == "voip"_L1 || type == "fixedVoip"_L1 || type == "nonFixedVoip"_L1)
        return LineKind::Voip;
    return LineKind::Unknown;
}

calls::CarrierTask<LineKind> Lookups::lineKind(QString number)
{
    RestRequest request{.product = Product::Lookups,
                        .path = "/v2/PhoneNumbers/" + http::percentEncode(number.toUtf8())};
    request.fields.add("Fields", "line_type_intelligence");
    const auto answer = co_await m_client->send(request);
    if (!answer)
        co_return std::unexpected(answer.error());
    const QJsonObject line = answer->json.value("line_type_intelligence"_L1).toObject();
    co_return lineKindFromWord(textField(line, "type"_L1));
}

} // namespace anteroom::twilio
