// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/once_body.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace anteroom::http {

OnceBody::OnceBody(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_body.size() - m_taken;
}

bool OnceBody::atEnd() const
{
    return bytesAvailable() == 0;
}

bool OnceBody::reset()
{
    return m_taken == 0;
}

qint64 OnceBody::readData(char *data, qint64 maximum)
{
    const qint64 size = std::min(maximum, bytesAvailable());
    std::memcpy(data, m_body.constData() + m_taken, std::size_t(size));
    m_taken += size;
    return size;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace anteroom::http
