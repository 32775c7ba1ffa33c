// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/web/overrides.h"

#include "http/form.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

void takeTime(const http::Form &form, QByteArrayView name, std::chrono::milliseconds &field)
{
    bool ok = false;
    const int value = form.value(name).toInt(&ok);
    if (ok && value >= 100 && value <= 15'000)
        field = std::chrono::milliseconds{value};
}

} // namespace

Overrides overridesOf(const QString &url)
{
    Overrides result;
    const qsizetype hash = url.indexOf(u'#');
    if (hash < 0)
        return result;
    const http::Form form = http::Form::decode(url.sliced(hash + 1).toUtf8());
    takeTime(form, "ct", result.connectTime);
    takeTime(form, "rt", result.readTime);
    takeTime(form, "tt", result.totalTime);
    bool ok = false;
    const int retries = form.value("rc").toInt(&ok);
    if (ok && retries >= 0 && retries <= 5)
        result.retries = retries;
    if (form.contains("rp")) {
        const QList<QByteArray> policies = form.value("rp").split(',');
        const bool all = policies.contains("all"_ba);
        result.retryConnect = all || policies.contains("ct"_ba);
        result.retryRead = all || policies.contains("rt"_ba);
        result.retry4xx = all || policies.contains("4xx"_ba);
        result.retry5xx = all || policies.contains("5xx"_ba);
    }
    return result;
}

QByteArray withoutFragment(const QString &url)
{
    const qsizetype hash = url.indexOf(u'#');
    return (hash < 0 ? url : url.first(hash)).toUtf8();
}

} // namespace anteroom::simulator
