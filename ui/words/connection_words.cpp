// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/connection_words.h"

#include "ui/words/durations.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

struct ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionWords)
};

} // namespace

QString hearingWords(const ConnectionStatus &status)
{
    switch (status.hearing) {
    case ConnectionStatus::Hearing::Webhooks: {
        const QString host = QUrl(status.publicUrl).host();
        return host.isEmpty() ? ConnectionWords::tr("Receiving calls")
                              : ConnectionWords::tr("Receiving calls at %1").arg(host);
    }
    case ConnectionStatus::Hearing::Polling:
        return ConnectionWords::tr("Receiving calls by asking every few seconds");
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
