// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/vocabulary.h"

#include <array>

namespace anteroom::twiml {

using namespace Qt::StringLiterals;

namespace {

using enum Kind;

constexpr int endless = 1'000'000;
constexpr int dayInSeconds = 86'400;

constexpr auto recordWords = "true false do-not-record record-from-answer record-from-answer-dual "
                             "record-from-ringing record-from-ringing-dual "
                             "record-from-start"_L1;
constexpr auto trimWords = "trim-silence do-not-trim"_L1;
constexpr auto recordingEvents = "in-progress completed absent"_L1;
constexpr auto callEvents = "initiated ringing answered completed"_L1;

constexpr std::array say{AttributeRule{"voice"_L1}, AttributeRule{"language"_L1},
                         AttributeRule{"loop"_L1, Number, 0, endless}};
constexpr std::array play{AttributeRule{"loop"_L1, Number, 0, endless}, AttributeRule{"digits"_L1}};
constexpr std::array pause{AttributeRule{"length"_L1, Number, 0, endless}};
constexpr std::array reject{AttributeRule{"reason"_L1, OneOf, 0, 0, "rejected busy"_L1}};
constexpr std::array redirect{AttributeRule{"method"_L1, Method}};
constexpr std::array message{AttributeRule{"to"_L1}, AttributeRule{"from"_L1},
                             AttributeRule{"action"_L1, Url}, AttributeRule{"method"_L1, Method},
                             AttributeRule{"statusCallback"_L1, Url}};

constexpr std::array enqueue{AttributeRule{"action"_L1, Url, 0, 0, {}, 14203},
                             AttributeRule{"method"_L1, Method, 0, 0, {}, 14201},
                             AttributeRule{"waitUrl"_L1, Url, 0, 0, {}, 14202},
                             AttributeRule{"waitUrlMethod"_L1, Method, 0, 0, {}, 14206},
                             AttributeRule{"workflowSid"_L1, Text, 0, 0, {}, 14220}};
constexpr std::array task{AttributeRule{"priority"_L1, Number, 0, endless},
                          AttributeRule{"timeout"_L1, Number, 1, 1'209'600}};

constexpr std::array dial{AttributeRule{"action"_L1, Url},
                          AttributeRule{"method"_L1, Method},
                          AttributeRule{"answerOnBridge"_L1, Boolean},
                          AttributeRule{"callerId"_L1, Text, 0, 0, {}, 13214},
                          AttributeRule{"timeout"_L1, Number, 5, 600},
                          AttributeRule{"timeLimit"_L1, Number, 1, dayInSeconds, {}, 13216},
                          AttributeRule{"hangupOnStar"_L1, Boolean},
                          AttributeRule{"ringTone"_L1},
                          AttributeRule{"record"_L1, OneOf, 0, 0, recordWords},
                          AttributeRule{"recordingStatusCallback"_L1, Url},
                          AttributeRule{"recordingStatusCallbackMethod"_L1, Method},
                          AttributeRule{"recordingStatusCallbackEvent"_L1, SomeOf, 0, 0, recordingEvents},
                          AttributeRule{"recordingTrack"_L1, OneOf, 0, 0, "inbound outbound both"_L1},
                          AttributeRule{"trim"_L1, OneOf, 0, 0, trimWords},
                          AttributeRule{"sequential"_L1, Boolean},
                          AttributeRule{"referUrl"_L1, Url},
                          AttributeRule{"referMethod"_L1, Method},
                          AttributeRule{"callReason"_L1},
                          AttributeRule{"events"_L1}};

constexpr std::array number{
    AttributeRule{"url"_L1, Url},
    AttributeRule{"method"_L1, Method},
    AttributeRule{"sendDigits"_L1},
    AttributeRule{"statusCallback"_L1, Url},
    AttributeRule{"statusCallbackMethod"_L1, Method},
    AttributeRule{"statusCallbackEvent"_L1, SomeOf, 0, 0, callEvents, 21626},
    AttributeRule{"machineDetection"_L1, OneOf, 0, 0, "Enable DetectMessageEnd"_L1},
    AttributeRule{"machineDetectionTimeout"_L1, Number, 3, 60, {}, 21234},
    AttributeRule{"machineDetectionSpeechThreshold"_L1, Number, 1000, 6000, {}, 21234},
    AttributeRule{"machineDetectionSpeechEndThreshold"_L1, Number, 500, 5000, {}, 21234},
    AttributeRule{"machineDetectionSilenceTimeout"_L1, Number, 2000, 10000, {}, 21234},
    AttributeRule{"amdStatusCallback"_L1, Url},
    AttributeRule{"amdStatusCallbackMethod"_L1, Method},
    AttributeRule{"byoc"_L1}};
constexpr std::array queue{AttributeRule{"url"_L1, Url, 0, 0, {}, 14211},
                           AttributeRule{"method"_L1, Method, 0, 0, {}, 14210},
                           AttributeRule{"reservationSid"_L1}, AttributeRule{"postWorkActivitySid"_L1}};
constexpr std::array conference{
    AttributeRule{"muted"_L1, Boolean},
    AttributeRule{"beep"_L1, OneOf, 0, 0, "true false onEnter onExit"_L1},
    AttributeRule{"startConferenceOnEnter"_L1, Boolean},
    AttributeRule{"endConferenceOnExit"_L1, Boolean},
    AttributeRule{"participantLabel"_L1, Text, 0, 128, {}, 16025},
    AttributeRule{"waitUrl"_L1, Url},
    AttributeRule{"waitMethod"_L1, Method},
    AttributeRule{"maxParticipants"_L1, Number, 2, 250},
    AttributeRule{"record"_L1, OneOf, 0, 0, recordWords},
    AttributeRule{"trim"_L1, OneOf, 0, 0, trimWords},
    AttributeRule{"region"_L1},
    AttributeRule{"jitterBufferSize"_L1, OneOf, 0, 0, "off small medium large"_L1},
    AttributeRule{"recordingStatusCallback"_L1, Url},
    AttributeRule{"recordingStatusCallbackMethod"_L1, Method},
    AttributeRule{"recordingStatusCallbackEvent"_L1, SomeOf, 0, 0, recordingEvents},
    AttributeRule{"coach"_L1, Text, 0, 0, {}, 13240},
    AttributeRule{"statusCallback"_L1, Url},
    AttributeRule{"statusCallbackMethod"_L1, Method},
    AttributeRule{"statusCallbackEvent"_L1, SomeOf, 0, 0,
                  "start end join leave mute hold modify speaker announcement"_L1}};
constexpr std::array client{AttributeRule{"url"_L1, Url}, AttributeRule{"method"_L1, Method},
                            AttributeRule{"statusCallback"_L1, Url},
                            AttributeRule{"statusCallbackMethod"_L1, Method},
                            AttributeRule{"statusCallbackEvent"_L1, SomeOf, 0, 0, callEvents, 21626}};
constexpr std::array sip{AttributeRule{"url"_L1, Url},
                         AttributeRule{"method"_L1, Method},
                         AttributeRule{"username"_L1},
                         AttributeRule{"password"_L1},
                         AttributeRule{"statusCallback"_L1, Url},
                         AttributeRule{"statusCallbackMethod"_L1, Method},
                         AttributeRule{"statusCallbackEvent"_L1, SomeOf, 0, 0, callEvents, 21626}};

constexpr std::array record{AttributeRule{"action"_L1, Url},
                            AttributeRule{"method"_L1, Method},
                            AttributeRule{"timeout"_L1, Number, 0, dayInSeconds},
                            AttributeRule{"finishOnKey"_L1},
                            AttributeRule{"maxLength"_L1, Number, 1, dayInSeconds},
                            AttributeRule{"playBeep"_L1, Boolean},
                            AttributeRule{"trim"_L1, OneOf, 0, 0, trimWords},
                            AttributeRule{"recordingStatusCallback"_L1, Url},
                            AttributeRule{"recordingStatusCallbackMethod"_L1, Method},
                            AttributeRule{"recordingStatusCallbackEvent"_L1, SomeOf, 0, 0, recordingEvents},
                            AttributeRule{"transcribe"_L1, Boolean},
                            AttributeRule{"transcribeCallback"_L1, Url}};
constexpr std::array gather{AttributeRule{"action"_L1, Url},
                            AttributeRule{"method"_L1, Method},
                            AttributeRule{"input"_L1, SomeOf, 0, 0, "dtmf speech"_L1},
                            AttributeRule{"numDigits"_L1, Number, 1, endless},
                            AttributeRule{"timeout"_L1, Number, 0, endless},
                            AttributeRule{"finishOnKey"_L1},
                            AttributeRule{"speechTimeout"_L1},
                            AttributeRule{"actionOnEmptyResult"_L1, Boolean},
                            AttributeRule{"language"_L1},
                            AttributeRule{"hints"_L1},
                            AttributeRule{"speechModel"_L1},
                            AttributeRule{"profanityFilter"_L1, Boolean},
                            AttributeRule{"bargeIn"_L1, Boolean},
                            AttributeRule{"partialResultCallback"_L1, Url},
                            AttributeRule{"partialResultCallbackMethod"_L1, Method}};

constexpr unsigned voice = bit(Place::Voice);
constexpr unsigned wait = bit(Place::WaitDocument);
constexpr unsigned roomWait = bit(Place::ConferenceWait);
constexpr unsigned queueWhisper = bit(Place::QueueWhisper);
constexpr unsigned numberWhisper = bit(Place::NumberWhisper);
constexpr unsigned messaging = bit(Place::Messaging);
constexpr unsigned anyCall = voice | wait | roomWait | queueWhisper | numberWhisper;

const std::array rules{
    ElementRule{"Say"_L1, anyCall, {}, say, Body::Required, maximumSayCharacters, 13520, 13520},
    ElementRule{"Play"_L1, anyCall, {}, play, Body::Optional},
    ElementRule{"Pause"_L1, anyCall, {}, pause},
    ElementRule{"Hangup"_L1, voice | wait | numberWhisper},
    ElementRule{"Reject"_L1, voice, {}, reject},
    ElementRule{"Redirect"_L1,
                voice | wait | roomWait | queueWhisper | messaging,
                {},
                redirect,
                Body::Required,
                0,
                11100},
    ElementRule{"Leave"_L1, wait},
    ElementRule{"Gather"_L1, voice | wait | numberWhisper, "Say Play Pause"_L1, gather},
    ElementRule{"Record"_L1, voice, {}, record},
    ElementRule{"Enqueue"_L1, voice, "Task TaskAttributes"_L1, enqueue, Body::Optional, 64, 14204, 14205},
    ElementRule{"Task"_L1, 0, {}, task, Body::Required, 0, 14221},
    ElementRule{"TaskAttributes"_L1, 0, {}, task, Body::Required, 0, 14221},
    ElementRule{"Dial"_L1, voice, "Number Queue Conference Client Sip"_L1, dial, Body::Optional},
    ElementRule{"Number"_L1, 0, {}, number, Body::Required},
    ElementRule{"Queue"_L1, 0, {}, queue, Body::Optional, 64, 14212, 14213},
    ElementRule{"Conference"_L1, 0, {}, conference, Body::Required},
    ElementRule{"Client"_L1, 0, {}, client, Body::Required},
    ElementRule{"Sip"_L1, 0, {}, sip, Body::Required},
    ElementRule{"Sms"_L1, voice, {}, message, Body::Required, 1600, 14103, 14103},
    ElementRule{"Message"_L1, messaging, "Body Media"_L1, message, Body::Optional, 1600, 14103, 14103},
    ElementRule{"Body"_L1, 0, {}, {}, Body::Required, 1600, 14103, 14103},
    ElementRule{"Media"_L1, 0, {}, {}, Body::Required},
};

} // namespace

const ElementRule *ruleOf(QStringView name)
{
    for (const ElementRule &rule : rules) {
        if (name == rule.name)
            return &rule;
    }
    return nullptr;
}

bool isOneOf(QStringView word, QLatin1StringView words)
{
    while (!words.isEmpty()) {
        const qsizetype space = words.indexOf(u' ');
        if (word == (space < 0 ? words : words.first(space)))
            return true;
        words = space < 0 ? QLatin1StringView() : words.sliced(space + 1);
    }
    return false;
}

} // namespace anteroom::twiml
