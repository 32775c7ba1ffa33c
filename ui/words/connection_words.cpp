// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/connection_words.h"

#include "ui/words/durations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

struct ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionWords)
};

/// "every 3 s"; empty as long as nothing has been asked.
QString pace(const ConnectionStatus &status)
{
    constexpr int second = 1000;
    const int seconds = std::max(1, (status.pollEveryMs + second / 2) / second);
    return ConnectionWords::tr("every %1 s").arg(seconds);
}

QString pollingWords(const ConnectionStatus &status)
{
    if (status.pollEveryMs <= 0)
        return ConnectionWords::tr("Receiving calls by asking every few seconds");
    if (status.way == ConnectionStatus::Way::Polling)
        return ConnectionWords::tr("Not reached from outside: polling %1").arg(pace(status));
    const QString host = QUrl(status.publicUrl).host();
    if (status.lastProbe.isValid())
        return ConnectionWords::tr("Reached at %1, no call there yet: polling %2").arg(host, pace(status));
    return ConnectionWords::tr("Nobody has come in at %1 yet: polling %2").arg(host, pace(status));
}

} // namespace

QString failedAddressWords(const ConnectionStatus &status)
{
    if (status.way != ConnectionStatus::Way::AddressFailed)
        return {};
    return ConnectionWords::tr("The public address failed at %1: callers are kept by the phone company, "
                               "everything still works, positions are not spoken")
        .arg(QLocale().toString(status.failedSince.toLocalTime().time(), QLocale::ShortFormat));
}

QString hearingWords(const ConnectionStatus &status)
{
    switch (status.hearing) {
    case ConnectionStatus::Hearing::Webhooks: {
        const QString host = QUrl(status.publicUrl).host();
        return host.isEmpty() ? ConnectionWords::tr("Receiving calls")
                              : ConnectionWords::tr("Receiving calls at %1").arg(host);
    }
    case ConnectionStatus::Hearing::Polling:
        return status.way == ConnectionStatus::Way::AddressFailed ? failedAddressWords(status)
                                                                  : pollingWords(status);
    case ConnectionStatus::Hearing::Stale:
        return ConnectionWords::tr("No news from the phone company");
    case ConnectionStatus::Hearing::Starting:
        break;
    }
    return ConnectionWords::tr("Connecting to the phone company…");
}

QString staleWords(const ConnectionStatus &status, const QDateTime &now)
{
    if (status.hearing != ConnectionStatus::Hearing::Stale)
        return {};
    const QDateTime last = std::max(status.lastPoll, status.lastWebhook);
    const QString since = last.isValid()
                              ? ConnectionWords::tr("There has been no news from the phone company for %1.")
                                    .arg(clockText(last.secsTo(now)))
                              : ConnectionWords::tr("There has been no news from the phone company yet.");
    return ConnectionWords::
        tr("What you see may be out of date. %1 Callers are still being looked after and hear music. Check "
           "the internet connection; the list comes back by itself.")
            .arg(since);
}

} // namespace anteroom::ui
