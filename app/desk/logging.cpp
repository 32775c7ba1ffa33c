// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/logging.h"

#include "calls/call.h"

#include <QDateTime>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>

namespace anteroom::desk {

using namespace Qt::StringLiterals;

namespace {

// The message handler is a plain function, so what it needs has to stand here.
QMutex secretsMutex;
QList<QByteArray> hiddenSecrets;

const char *word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QList<QByteArray> known;
    {
        const QMutexLocker lock(&secretsMutex);
        known = hiddenSecrets;
    }
    const QByteArray category = context.category && qstrcmp(context.category, "default") != 0
                                    ? QByteArray(context.category) + ": "
                                    : QByteArray();
    const QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' +
                            word(type) + ' ' + category + fitForLog(message, known).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

QString fitForLog(QString line, const QList<QByteArray> &secretsToHide)
{
    for (const auto &secret : secretsToHide) {
        if (!secret.isEmpty())
            line.replace(QString::fromUtf8(secret), u"•••"_s);
    }
    static const QRegularExpression number(u"(?:\\+|%2B)[1-9][0-9]{6,14}"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    qsizetype from = 0;
    for (auto match = number.match(line, from); match.hasMatch(); match = number.match(line, from)) {
        QString found = match.captured();
        found.replace("%2B"_L1, "+"_L1, Qt::CaseInsensitive);
        const QString fit = calls::shortened(found);
        line.replace(match.capturedStart(), match.capturedLength(), fit);
        from = match.capturedStart() + fit.size();
    }
    line.replace(u'\n', u' ');
    return line;
}

void keepOutOfLogs(const QByteArray &secret)
{
    const QMutexLocker lock(&secretsMutex);
    if (!secret.isEmpty() && !hiddenSecrets.contains(secret))
        hiddenSecrets.append(secret);
}

void startLogging()
{
    qInstallMessageHandler(writeLine);
}

} // namespace anteroom::desk
