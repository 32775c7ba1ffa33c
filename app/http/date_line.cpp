// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/date_line.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace anteroom::http {

const QByteArray &DateLine::now()
{
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != m_second) {
        m_second = second;
        const QDateTime time = QDateTime::fromSecsSinceEpoch(second, QTimeZone::utc());
        m_line = "Date: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss").toLatin1() + " GMT\r\n";
    }
    return m_line;
}

} // namespace anteroom::http
