// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "http/server.h"
#include "simulator/call.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QHash>
#include <QObject>

#include <chrono>

/// A phone company whose time stands still until a test lets it pass, and a web server that plays our side of
/// it.
class Stage : public QObject
{
public:
    struct Asked
    {
        QByteArray path;
        anteroom::http::Form form; ///< of the body, or of the query of a GET
        anteroom::http::Request request;
    };

    Stage();

    anteroom::simulator::World world;
    QList<Asked> asked; ///< every request that our side got, in order

    QString url(const QString &path) const;
    /// What that path answers from now on; verbs only, the Response around them is added.
    void answer(const QByteArray &path, const QByteArray &verbs);
    void answerRaw(const QByteArray &path, const anteroom::http::Response &response);
    void close() { m_server.close(); } ///< our side is gone: connections are refused

    /// Lets everything finish that needs no time on the simulator's clock.
    void settle();
    void pass(std::chrono::milliseconds time);
    /// A call to our first number, whose voice URL is /voice; its SID.
    QString dial(const QString &from = QStringLiteral("+12025550123"));
    /// Our first number, to be changed.
    void pointNumber(const QString &voiceUrl, const QString &fallback = {},
                     const QString &statusCallback = {});

    QList<Asked> on(const QByteArray &path) const;
    QByteArray last(const QByteArray &path, const QByteArray &parameter) const; ///< of the last request there
    QStringList verbs(const QString &callSid) const;
    QString status(const QString &callSid) const;
    QString place(const QString &callSid) const;
    QList<int> errors() const;                                       ///< codes in the error log
    anteroom::simulator::Call child(const QString &parentSid) const; ///< the newest leg of that parent

private:
    QHash<QByteArray, anteroom::http::Response> m_answers;
    anteroom::http::Server m_server;
};
