// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom::http {

/// The line "Date: …\r\n" of answers, written anew only when a second has passed.
class DateLine
{
public:
    const QByteArray &now();

private:
    qint64 m_second = -1;
    QByteArray m_line;
};

} // namespace anteroom::http
