// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_question.h"

#include "desk/engine_options.h"
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/secret_store.h"
#include "settings/settings.h"

#include <QDir>

namespace anteroom::desk {

namespace keys = settings::keys;

QString numbersFile(const QString &dataDir)
{
    return QDir(dataDir).filePath(QStringLiteral("numbers.json"));
}

AccountQuestion accountQuestion(const Options &options, const settings::Settings &settings,
                                const settings::Secrets &secrets)
{
    const auto first = [&](const QString &given, const settings::TextSetting &kept) {
        return given.isEmpty() ? settings.value(kept) : given;
    };
    AccountQuestion question;
    question.account = {secrets.accountSid, secrets.authToken.toUtf8(), secrets.apiKey,
                        secrets.apiSecret.toUtf8()};
    question.places.restOrigin = QUrl(first(options.twilioUrl.toString(), keys::twilioUrl));
    question.places.publicUrl = QUrl(first(options.publicUrl.toString(), keys::publicUrl));
    question.desk.line = first(options.line, keys::lineNumber);
    question.desk.queue = first(options.queue, keys::queueName);
    question.desk.phone = first(options.seat.phone, keys::myPhone);
    question.desk.manners = mannersFrom(settings);
    question.desk.numbersFile =
        numbersFile(options.dataDir.isEmpty() ? settings::dataFolder() : options.dataDir);
    question.desk.callsAtOnce = settings.value(keys::callsAtOnce);
    return question;
}

} // namespace anteroom::desk
