// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <array>
#include <variant>

/// The one table of settings. Names in the file are never changed, or people lose what they have set.
namespace anteroom::settings::keys {

using namespace Qt::StringLiterals;

// The line
constexpr TextSetting lineNumber{"line.number"_L1}; ///< callers dial it, E.164
constexpr TextSetting queueName{"line.queue"_L1, "anteroom"_L1};
constexpr TextSetting showName{"line.show"_L1};
constexpr ObjectSetting numberBefore{
    "line.before_connecting"_L1}; ///< what the number's fields held before we pointed it here

constexpr NumberSetting callsAtOnce{"account.calls_at_once"_L1, 0, 0,
                                    10'000};          ///< found out when one more was refused; 0: never
constexpr ObjectSetting setupDraft{"setup.draft"_L1}; ///< how far the set-up has come; no secrets

// This seat
constexpr TextSetting seatName{"seat.name"_L1, "Host"_L1};
constexpr TextSetting myPhone{"seat.phone"_L1}; ///< E.164, "sip:user@host" or "client:name"
constexpr SwitchSetting keepPhoneOn{"seat.keep_phone_on"_L1, false};

// Addresses
constexpr TextSetting listen{"network.listen"_L1, "127.0.0.1:8737"_L1};
constexpr TextSetting seatListen{"network.seat_listen"_L1}; ///< empty: /seat shares `listen`
constexpr TextSetting publicUrl{"network.public_url"_L1};   ///< empty: polling alone
constexpr TextSetting twilioUrl{"network.twilio_url"_L1};   ///< empty: the phone company's own

// Looks and sounds
constexpr AppearanceSetting appearance{"window.appearance"_L1};
constexpr BytesSetting windowGeometry{"window.geometry"_L1};
constexpr BytesSetting windowLayout{"window.layout"_L1};
constexpr SwitchSetting soundOn{"alerts.sound"_L1, true};
constexpr SwitchSetting notificationsOn{"alerts.notifications"_L1, true};
constexpr NumberSetting waitLong{"wait.long_seconds"_L1, 120, 1, 86'400};
constexpr NumberSetting waitTooLong{"wait.too_long_seconds"_L1, 300, 1, 86'400};

// Voicemail
constexpr TextSetting voicemailFolder{"voicemail.folder"_L1}; ///< empty: in the data folder
constexpr NumberSetting voicemailKeepDays{"voicemail.keep_days"_L1, 0, 0, 3'650}; ///< 0: for ever

// What callers hear, and how long things take
constexpr OwnTextSetting greeting{"text.greeting"_L1};
constexpr OwnTextSetting backInLine{"text.back_in_line"_L1};
constexpr OwnTextSetting thanks{"text.thanks"_L1};
constexpr OwnTextSetting voicemailGreeting{"text.voicemail_greeting"_L1};
constexpr OwnTextSetting closedMessage{"text.closed"_L1};
constexpr OwnTextSetting fullMessage{"text.full"_L1};
constexpr OwnTextSetting goodbye{"text.goodbye"_L1};
constexpr OwnTextSetting askSeat{"text.ask_seat"_L1};
constexpr OwnTextSetting closeOutText{"text.close_out"_L1};
constexpr OwnTextSetting recordingNotice{"text.recording_notice"_L1};
constexpr OwnTextSetting menuText{"text.menu"_L1};
constexpr OwnTextSetting positionText{"text.position"_L1};
constexpr OwnTextSetting waitedText{"text.waited"_L1};
constexpr OwnTextSetting averageText{"text.average"_L1};
constexpr OwnTextSetting longWaitOffer{"text.long_wait_offer"_L1};
constexpr OwnTextSetting willCallBack{"text.will_call_back"_L1};
constexpr OwnTextSetting cannotCallBack{"text.cannot_call_back"_L1};
constexpr OwnTextSetting waitOver{"text.wait_over"_L1};
constexpr OwnTextSetting outsideHours{"text.outside_hours"_L1};
constexpr OwnTextSetting consentText{"text.consent"_L1};
constexpr OwnTextSetting noConsentText{"text.no_consent"_L1};
constexpr ObjectSetting textVoices{"text.voices"_L1};           ///< who reads which text, by its key
constexpr TextSetting musicKind{"wait.music"_L1, "company"_L1}; ///< company, file or silence
constexpr TextSetting musicStyle{"wait.music_style"_L1, "classical"_L1};
constexpr TextSetting musicFile{"wait.music_file"_L1};
constexpr NumberSetting announceEvery{"wait.announce_every_seconds"_L1, 0, 0,
                                      3'600};                                    ///< 0: nothing is announced
constexpr NumberSetting offerAfter{"wait.offer_after_minutes"_L1, 0, 0, 600};    ///< 0: never
constexpr NumberSetting longestWait{"wait.longest_minutes"_L1, 0, 0, 1'440};     ///< 0: as long as they like
constexpr TextSetting afterLongestWait{"wait.after_longest"_L1, "voicemail"_L1}; ///< voicemail or thank
constexpr NumberSetting mostWaiting{"line.most_waiting"_L1, 0, 0, 4'900};        ///< 0: any number
constexpr ObjectSetting openingHours{"line.opening_hours"_L1};
constexpr ObjectSetting menu{"line.menu"_L1};
constexpr TextSetting recordTalks{"recording.talks"_L1, "off"_L1}; ///< off, on or key
constexpr SwitchSetting airs{"recording.airs"_L1, false};
constexpr SwitchSetting askConsent{"recording.ask_consent"_L1, false};
constexpr TextSetting withoutConsent{"recording.without_consent"_L1, "wait"_L1}; ///< wait or thank
constexpr NumberSetting ringSeconds{"time.ring_seconds"_L1, 20, 5, 60};
constexpr NumberSetting longestMessage{"time.longest_message_seconds"_L1, 180, 10, 3'600};
constexpr NumberSetting hostedMusic{"time.hosted_music_minutes"_L1, 10, 1, 60};
constexpr OwnTextSetting nextShow{"text.next_show"_L1}; ///< close out: asks for a message for the next show
constexpr OwnTextSetting apology{"text.apology"_L1};
constexpr SwitchSetting apologise{"apology.on"_L1, false};
constexpr NumberSetting apologyAfter{"apology.after_seconds"_L1, 30, 1, 86'400};
constexpr SwitchSetting textsOn{"texts.on"_L1, true}; ///< off: nobody is sent a text
constexpr SwitchSetting deleteQueue{"close_out.delete_queue"_L1, false};
constexpr NumberSetting closeOutParallel{"close_out.parallel"_L1, 8, 1, 64};

// Whom to ask about callers (calls::AskPlan)
constexpr ObjectSetting askPhones{"ask.phones"_L1};
constexpr ObjectSetting askWords{"ask.words"_L1};
constexpr SwitchSetting askAlsoWithDesk{"ask.also_with_desk"_L1, true};
constexpr SwitchSetting askAllAtOnce{"ask.all_at_once"_L1, false};
constexpr NumberSetting askSeconds{"ask.seconds"_L1, 45, 10, 600};
constexpr SwitchSetting askThenVoicemail{"ask.then_voicemail"_L1, true};
constexpr OwnTextSetting askText{"ask.text"_L1};
constexpr OwnTextSetting askSpoken{"ask.spoken"_L1};

// The hosts' own number (calls::HostPlan)
constexpr TextSetting hostNumber{"host.number"_L1}; ///< E.164; empty: there is none
constexpr ObjectSetting hostPeople{"host.people"_L1};
constexpr TextSetting hostAfterTalk{"host.after_talk"_L1, "thank"_L1};
constexpr SwitchSetting hostTrustsProven{"host.trusts_proven_phones"_L1, false};

using Any = std::variant<TextSetting, OwnTextSetting, NumberSetting, SwitchSetting, AppearanceSetting,
                         BytesSetting, ObjectSetting>;
constexpr std::array<Any, 80> all{lineNumber,       queueName,
                                  showName,         numberBefore,
                                  seatName,         myPhone,
                                  keepPhoneOn,      listen,
                                  seatListen,       publicUrl,
                                  twilioUrl,        appearance,
                                  windowGeometry,   windowLayout,
                                  soundOn,          notificationsOn,
                                  waitLong,         waitTooLong,
                                  greeting,         backInLine,
                                  thanks,           voicemailGreeting,
                                  closedMessage,    fullMessage,
                                  goodbye,          askSeat,
                                  closeOutText,     ringSeconds,
                                  longestMessage,   hostedMusic,
                                  closeOutParallel, recordingNotice,
                                  menuText,         positionText,
                                  waitedText,       averageText,
                                  longWaitOffer,    willCallBack,
                                  cannotCallBack,   waitOver,
                                  outsideHours,     textVoices,
                                  musicKind,        musicStyle,
                                  musicFile,        announceEvery,
                                  offerAfter,       longestWait,
                                  afterLongestWait, mostWaiting,
                                  openingHours,     menu,
                                  nextShow,         apology,
                                  apologise,        apologyAfter,
                                  textsOn,          deleteQueue,
                                  voicemailFolder,  voicemailKeepDays,
                                  askPhones,        askWords,
                                  askAlsoWithDesk,  askAllAtOnce,
                                  askSeconds,       askThenVoicemail,
                                  askText,          askSpoken,
                                  hostNumber,       hostPeople,
                                  hostAfterTalk,    hostTrustsProven,
                                  recordTalks,      airs,
                                  askConsent,       withoutConsent,
                                  consentText,      noConsentText,
                                  callsAtOnce,      setupDraft};

} // namespace anteroom::settings::keys
