// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/rest/answer.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace anteroom::simulator::rest {

/// Reads the parameters of one request, each with its rule, and remembers the first that is broken: a handler
/// reads all it knows and then asks refusal() once. A missing parameter is no refusal; a missing one is
/// std::nullopt.
class Parameters
{
public:
    explicit Parameters(const http::Form &form) : m_form(form) {}

    bool has(QByteArrayView name) const { return m_form.contains(name); }
    std::optional<QString> text(QByteArrayView name) const;
    /// A whole number within limits; else `code`.
    std::optional<int> integer(QByteArrayView name, int least, int most, int code = 20422);
    /// true or false, in any case.
    std::optional<bool> boolean(QByteArrayView name);
    /// GET or POST.
    std::optional<QByteArray> method(QByteArrayView name);
    /// An absolute http or https address with a host the phone company would call; an empty text clears
    /// (facts 1.2).
    std::optional<QString> url(QByteArrayView name, int code);
    std::optional<QString> oneOf(QByteArrayView name, const QStringList &values, int code = 20422);
    QStringList list(QByteArrayView name) const; ///< a parameter repeated once per value

    void refuse(const ApiError &error); ///< keeps the first
    const std::optional<ApiError> &refusal() const { return m_refusal; }

private:
    const http::Form &m_form;
    std::optional<ApiError> m_refusal;
};

/// +, then 7 to 15 digits, the first not 0.
bool isE164(QStringView number);
/// Something a call can be placed to or from: E.164, client:name or sip:user@host.
bool isEndpoint(QStringView text);

} // namespace anteroom::simulator::rest
