// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;
using anteroom::http::Form;

QByteArray ScriptedServer::Request::path() const
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? target : target.first(question);
}

QByteArray ScriptedServer::Request::header(const QByteArray &name) const
{
    for (const QByteArray &line : headers.split('\n'))
        if (const qsizetype colon = line.indexOf(':'); line.first(qMax(colon, 0)).toLower() == name.toLower())
            return line.sliced(colon + 1).trimmed();
    return {};
}

Form ScriptedServer::Request::query() const
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? Form() : Form::decode(QByteArrayView(target).sliced(question + 1));
}

Form ScriptedServer::Request::form() const
{
    return Form::decode(body);
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent),
      m_server(new QTcpServer(this)),
      m_handler([](const Request &) { return json(200, "{}"); })
{
    connect(m_server, &QTcpServer::newConnection, this, &ScriptedServer::onConnection);
    m_server->listen(QHostAddress::LocalHost);
}

QUrl ScriptedServer::origin() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()));
}

ScriptedServer::Reply ScriptedServer::json(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return {"HTTP/1.1 " + QByteArray::number(status) +
            " Said\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n" + moreHeaders + "\r\n" + body};
}

void ScriptedServer::onConnection()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const int connection = ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, connection] { onData(socket, connection); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::onData(QTcpSocket *socket, int connection)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    while (true) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        request.connection = connection;
        request.headers = buffer.first(end);
        const QList<QByteArray> words = request.headers.first(request.headers.indexOf('\r')).split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        qsizetype length = 0;
        for (const QByteArray &line : request.headers.split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                length = line.sliced(15).trimmed().toLongLong();
        }
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.sliced(end + 4, length);
        buffer = buffer.sliced(end + 4 + length);
        m_requests.append(request);
        const Reply reply = m_handler(request);
        socket->write(reply.raw);
        Q_EMIT requested();
        if (reply.then == Then::Close) {
            socket->disconnectFromHost();
            return;
        }
        if (reply.then == Then::Abort) {
            socket->abort();
            return;
        }
    }
}
