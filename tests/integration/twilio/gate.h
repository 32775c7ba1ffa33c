// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace anteroom::test {

/// A tunnel: its address stays, and leads to a port of this machine, or nowhere.
class Gate final : public QObject
{
public:
    Gate()
    {
        if (!m_server.listen(QHostAddress::LocalHost, 0))
            qFatal("No port is free");
        m_port = m_server.serverPort();
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *outside = m_server.nextPendingConnection())
                join(outside);
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    void leadTo(quint16 port) { m_target = port; }
    void close()
    {
        m_server.close();
        for (QTcpSocket *open : m_server.findChildren<QTcpSocket *>())
            open->abort();
    }
    void open()
    {
        if (!m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("The port is taken");
    }

private:
    void join(QTcpSocket *outside)
    {
        auto *inside = new QTcpSocket(outside);
        const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
            connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
            connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
        };
        pass(outside, inside);
        pass(inside, outside);
        connect(outside, &QTcpSocket::disconnected, outside, &QObject::deleteLater);
        inside->connectToHost(QHostAddress::LocalHost, m_target);
        inside->write(outside->readAll());
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    quint16 m_target = 0;
};

} // namespace anteroom::test
