// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/direct_socket.h"

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace anteroom::http {

qsizetype sendNow(qintptr socketDescriptor, QByteArrayView bytes)
{
#if defined(Q_OS_WIN)
    const auto sent =
        ::send(static_cast<SOCKET>(socketDescriptor), bytes.data(), static_cast<int>(bytes.size()), 0);
#else
#if defined(MSG_NOSIGNAL)
    constexpr int flags = MSG_NOSIGNAL;
#else
    constexpr int flags = 0; // Qt ignores SIGPIPE as soon as it has a socket
#endif
    const auto sent = ::send(static_cast<int>(socketDescriptor), bytes.data(),
                             static_cast<std::size_t>(bytes.size()), flags);
#endif
    return std::max<qsizetype>(sent, 0); // an error shows again, and is handled, at QTcpSocket's next try
}

void closeSendingSide(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socketDescriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(socketDescriptor), SHUT_WR);
#endif
}

} // namespace anteroom::http
