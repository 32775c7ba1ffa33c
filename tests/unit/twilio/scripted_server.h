// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>

class QTcpServer;
class QTcpSocket;

/// A phone company of a few lines: reads whole requests and does with each what the test says, cuts included.
class ScriptedServer : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QByteArray headers;
        QByteArray body;
        int connection = 0; ///< counted from 1

        QByteArray path() const;
        QByteArray
        header(const QByteArray &name) const; ///< however its name is written; empty if it is not there
        anteroom::http::Form query() const;
        anteroom::http::Form form() const;
    };
    enum class Then { Keep, Close, Abort, Hold };
    struct Reply
    {
        QByteArray raw;
        Then then = Then::Keep; ///< Hold: never answer
    };

    explicit ScriptedServer(QObject *parent = nullptr);

    QUrl origin() const;
    const QList<Request> &requests() const { return m_requests; }
    int connections() const { return m_connections; }
    void setHandler(std::function<Reply(const Request &)> handler) { m_handler = std::move(handler); }

    static Reply json(int status, const QByteArray &body, const QByteArray &moreHeaders = {});
    static Reply cut() { return {{}, Then::Close}; }
    static Reply reset() { return {{}, Then::Abort}; } ///< as a connection that breaks
    static Reply silence() { return {{}, Then::Hold}; }

Q_SIGNALS:
    void requested();

private:
    void onConnection();
    void onData(QTcpSocket *socket, int connection);

    QTcpServer *m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
    int m_connections = 0;
    std::function<Reply(const Request &)> m_handler;
};
