// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/engine_options.h"

#include "calls/line_json.h"
#include "calls/phone_address.h"
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/secret_store.h"
#include "settings/settings.h"
#include "twilio/line_check.h"

#include <QCoreApplication>
#include <QDir>

namespace anteroom::desk {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;

namespace {

struct EngineWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::desk::EngineOptions)
};

QString firstOf(const QString &given, const QString &kept)
{
    return given.isEmpty() ? kept : given;
}

/// An address as the phone company takes it; one that it would refuse is none.
QString usablePhone(const QString &phone)
{
    return calls::isPhoneAddress(phone) ? calls::phoneAddress(phone).value_or(QString()) : phone;
}

/// Takes what is sound; what is not is left at its default and said.
template <typename Value> Value soundOr(std::expected<Value, QString> read, QStringList &problems)
{
    if (read)
        return *std::move(read);
    problems.append(read.error());
    return {};
}

void takeTexts(calls::LineManners &manners, const settings::Settings &settings, QStringList &problems)
{
    const auto voices = soundOr(calls::voicesFromJson(settings.value(keys::textVoices)), problems);
    const QString show = settings.value(keys::showName);
    for (const calls::LineText &text : calls::lineTexts()) {
        calls::SpokenText &spoken = manners.*text.text;
        if (const auto own = settings.value(settings::OwnTextSetting{text.key})) {
            spoken.text = calls::speakable(*own);
            // "%1" is how the caller's name used to be written.
            if (text.text == &calls::LineManners::askSeat)
                spoken.text.replace(QStringLiteral("%1"), QStringLiteral("{caller}"));
            else if (const auto problem = calls::problemOf(*own, text.placeholders))
                problems.append(*problem);
        }
        spoken.text = calls::speakable(calls::filled(spoken.text, {{QStringLiteral("show"), show}}));
        const calls::Voice voice = voices.value(QString(text.key), voices.value(QString()));
        spoken.voice = voice.name;
        spoken.language = voice.language;
    }
}

void takeWaiting(calls::LineManners &manners, const settings::Settings &settings)
{
    using Kind = calls::WaitMusic::Kind;
    const QString kind = settings.value(keys::musicKind);
    manners.music.kind = kind == "silence"_L1 ? Kind::Silence
                         : kind == "file"_L1  ? Kind::File
                                              : Kind::PhoneCompany;
    manners.music.style = settings.value(keys::musicStyle);
    manners.music.file = settings.value(keys::musicFile);
    manners.announceSeconds = settings.value(keys::announceEvery);
    manners.offerAfterMinutes = settings.value(keys::offerAfter);
    manners.longestWaitMinutes = settings.value(keys::longestWait);
    manners.afterLongestWait = settings.value(keys::afterLongestWait) == "thank"_L1
                                   ? calls::AfterLongestWait::Thank
                                   : calls::AfterLongestWait::Voicemail;
    manners.mostWaiting = settings.value(keys::mostWaiting);
}

void takeAfterwards(calls::LineManners &manners, const settings::Settings &settings)
{
    if (const auto own = settings.value(keys::apology))
        manners.apology = *own;
    manners.apologise = settings.value(keys::apologise);
    manners.apologyAfterSeconds = settings.value(keys::apologyAfter);
    manners.textsOn = settings.value(keys::textsOn);
    manners.deleteQueue = settings.value(keys::deleteQueue);
}

void takeRecording(calls::LineManners &manners, const settings::Settings &settings)
{
    const QString mode = settings.value(keys::recordTalks);
    manners.recordTalks = mode == "on"_L1    ? calls::RecordTalks::On
                          : mode == "key"_L1 ? calls::RecordTalks::ByKey
                                             : calls::RecordTalks::Off;
    manners.airs = settings.value(keys::airs);
    manners.askConsent = settings.value(keys::askConsent);
    manners.withoutConsent = settings.value(keys::withoutConsent) == "thank"_L1
                                 ? calls::WithoutConsent::Release
                                 : calls::WithoutConsent::Wait;
}

calls::LineManners readManners(const settings::Settings &settings, QStringList &problems)
{
    auto manners = calls::LineManners::defaults();
    takeTexts(manners, settings, problems);
    takeWaiting(manners, settings);
    manners.hours = soundOr(calls::hoursFromJson(settings.value(keys::openingHours)), problems);
    manners.menu = soundOr(calls::menuFromJson(settings.value(keys::menu)), problems);
    takeAfterwards(manners, settings);
    takeRecording(manners, settings);
    manners.ringSeconds = settings.value(keys::ringSeconds);
    manners.longestMessageSeconds = settings.value(keys::longestMessage);
    manners.hostedMusicMinutes = settings.value(keys::hostedMusic);
    problems.append(twilio::problemsOf(manners));
    return manners;
}

} // namespace

QString seatsFile(const QString &dataDir)
{
    return QDir(dataDir).filePath(QStringLiteral("seats.json"));
}

MessageKeeping messageKeepingFrom(const settings::Settings &settings, const QString &dataDir)
{
    const QString own = settings.value(keys::voicemailFolder);
    return {own.isEmpty() ? QDir(dataDir).filePath(QStringLiteral("voicemail")) : own,
            settings.value(keys::voicemailKeepDays)};
}

calls::LineManners mannersFrom(const settings::Settings &settings)
{
    QStringList ignored;
    return readManners(settings, ignored);
}

QStringList mannersProblems(const settings::Settings &settings)
{
    QStringList problems;
    readManners(settings, problems);
    return problems;
}

calls::AskPlan askPlanFrom(const settings::Settings &settings)
{
    auto plan = calls::AskPlan::defaults();
    plan.phones = calls::phonesFromJson(settings.value(keys::askPhones));
    plan.alsoWithDesk = settings.value(keys::askAlsoWithDesk);
    plan.allAtOnce = settings.value(keys::askAllAtOnce);
    plan.secondsForEach = settings.value(keys::askSeconds);
    plan.then =
        settings.value(keys::askThenVoicemail) ? calls::AskEnd::Voicemail : calls::AskEnd::KeepWaiting;
    // A question of no words cannot be sent, nor answered.
    for (auto [text, key] : {std::pair(&plan.text, keys::askText), std::pair(&plan.spoken, keys::askSpoken)})
        if (const QString own = settings.value(key).value_or(QString()); !own.trimmed().isEmpty())
            *text = own;
    if (const auto own = calls::wordsFromJson(settings.value(keys::askWords)); !own.isEmpty())
        plan.words = own;
    return plan;
}

calls::HostPlan hostPlanFrom(const settings::Settings &settings, const QString &line)
{
    calls::HostPlan plan;
    plan.number = calls::plainNumber(settings.value(keys::hostNumber));
    if (plan.number == calls::plainNumber(line))
        plan.number.clear();
    plan.people = calls::hostsFromJson(settings.value(keys::hostPeople));
    plan.afterTalk = calls::afterTalkFromWord(settings.value(keys::hostAfterTalk));
    plan.trustsProvenPhones = settings.value(keys::hostTrustsProven);
    return plan;
}

std::expected<EngineOptions, QString>
engineOptions(const Options &options, const settings::Settings &settings, const settings::Secrets &secrets)
{
    EngineOptions engine;
    if (secrets.accountSid.isEmpty() || (secrets.authToken.isEmpty() && secrets.apiSecret.isEmpty()))
        return std::unexpected(
            EngineWords::tr("No account with the phone company is known, so nothing can be asked of it. Set "
                            "TWILIO_ACCOUNT_SID and "
                            "TWILIO_AUTH_TOKEN in the environment, or try a rehearsal: anteroom --rehearse"));
    engine.account = {secrets.accountSid, secrets.authToken.toUtf8(), secrets.apiKey,
                      secrets.apiSecret.toUtf8()};
    engine.places.restOrigin =
        options.twilioUrl.isEmpty() ? QUrl(settings.value(keys::twilioUrl)) : options.twilioUrl;
    engine.places.publicUrl =
        options.publicUrl.isEmpty() ? QUrl(settings.value(keys::publicUrl)) : options.publicUrl;
    if (!engine.places.publicUrl.isEmpty() && secrets.authToken.isEmpty())
        return std::unexpected(EngineWords::tr(
            "A public address needs the account's auth token: an API key cannot check who sends a webhook. "
            "Set "
            "TWILIO_AUTH_TOKEN as well, or leave --public-url away; then the queue is polled."));

    const auto kept = readEndpoint(settings.value(keys::listen));
    engine.listen =
        options.listen.value_or(kept.value_or(Endpoint{QHostAddress(QHostAddress::LocalHost), 8737}));
    engine.seatListen =
        options.seatListen ? options.seatListen : readEndpoint(settings.value(keys::seatListen));
    engine.dataDir = firstOf(options.dataDir, settings::dataFolder());

    engine.line.number = firstOf(options.line, settings.value(keys::lineNumber));
    engine.line.queue = firstOf(options.queue, settings.value(keys::queueName));
    engine.line.showName = settings.value(keys::showName);
    if (engine.line.number.isEmpty())
        return std::unexpected(EngineWords::tr(
            "Which number do callers dial? Say it with --line, for example --line +14155550100."));
    engine.manners = readManners(settings, engine.problems);
    engine.asking = askPlanFrom(settings);
    engine.hosts = hostPlanFrom(settings, engine.line.number);
    if (!options.hostNumber.isEmpty())
        engine.hosts.number = options.hostNumber;
    if (engine.hosts.number == engine.line.number)
        return std::unexpected(EngineWords::tr("--host-number must be another number than the one callers "
                                               "dial: whoever calls it is asked for a PIN."));
    engine.closeOutParallel = settings.value(keys::closeOutParallel);
    engine.messages = messageKeepingFrom(settings, engine.dataDir);
    engine.seat = {settings.value(keys::seatName), calls::Role::Host,
                   usablePhone(firstOf(options.seat.phone, settings.value(keys::myPhone)))};
    engine.connectNumber = options.connectNumber;
    return engine;
}

} // namespace anteroom::desk
