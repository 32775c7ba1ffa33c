// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/values.h"

#include <array>
#include <utility>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

template <typename Value> using Word = std::pair<Value, QLatin1StringView>;

constexpr std::array doings{
    Word<calls::Doing>{calls::Doing::Nothing, "nothing"_L1},
    Word<calls::Doing>{calls::Doing::RingingPhone, "ringing_phone"_L1},
    Word<calls::Doing>{calls::Doing::MovingToStudio, "moving_to_studio"_L1},
    Word<calls::Doing>{calls::Doing::PuttingOnHold, "putting_on_hold"_L1},
    Word<calls::Doing>{calls::Doing::SendingToVoicemail, "sending_to_voicemail"_L1},
    Word<calls::Doing>{calls::Doing::Thanking, "thanking"_L1},
    Word<calls::Doing>{calls::Doing::HangingUp, "hanging_up"_L1},
};
constexpr std::array phoneStates{
    Word<calls::PhoneState>{calls::PhoneState::Down, "down"_L1},
    Word<calls::PhoneState>{calls::PhoneState::Ringing, "ringing"_L1},
    Word<calls::PhoneState>{calls::PhoneState::InStudio, "in_studio"_L1},
};
constexpr std::array treatments{
    Word<calls::Treatment>{calls::Treatment::Thank, "thank"_L1},
    Word<calls::Treatment>{calls::Treatment::Message, "message"_L1},
    Word<calls::Treatment>{calls::Treatment::Text, "text"_L1},
};
constexpr std::array treatedWords{
    Word<calls::Treated>{calls::Treated::Pending, "pending"_L1},
    Word<calls::Treated>{calls::Treated::InProgress, "in_progress"_L1},
    Word<calls::Treated>{calls::Treated::Done, "done"_L1},
    Word<calls::Treated>{calls::Treated::Failed, "failed"_L1},
    Word<calls::Treated>{calls::Treated::LeftAlone, "left_alone"_L1},
};
using Phase = calls::CloseOutStatus::Phase;
constexpr std::array phases{
    Word<Phase>{Phase::None, "none"_L1},         Word<Phase>{Phase::Running, "running"_L1},
    Word<Phase>{Phase::Stopping, "stopping"_L1}, Word<Phase>{Phase::Stopped, "stopped"_L1},
    Word<Phase>{Phase::Finished, "finished"_L1},
};
constexpr std::array askedStates{
    Word<calls::AskedState>{calls::AskedState::Asking, "asking"_L1},
    Word<calls::AskedState>{calls::AskedState::Asked, "asked"_L1},
    Word<calls::AskedState>{calls::AskedState::Answered, "answered"_L1},
    Word<calls::AskedState>{calls::AskedState::Later, "later"_L1},
    Word<calls::AskedState>{calls::AskedState::NotReached, "not_reached"_L1},
};
constexpr std::array answerStates{
    Word<calls::AnswerState>{calls::AnswerState::Sending, "sending"_L1},
    Word<calls::AnswerState>{calls::AnswerState::Sent, "sent"_L1},
    Word<calls::AnswerState>{calls::AnswerState::Failed, "failed"_L1},
};
constexpr std::array missedWhys{
    Word<calls::MissedWhy>{calls::MissedWhy::HungUp, "hung_up"_L1},
    Word<calls::MissedWhy>{calls::MissedWhy::TurnedAway, "turned_away"_L1},
    Word<calls::MissedWhy>{calls::MissedWhy::QueueFull, "queue_full"_L1},
    Word<calls::MissedWhy>{calls::MissedWhy::AfterHours, "after_hours"_L1},
};
constexpr std::array missedEnds{
    Word<calls::MissedEnd>{calls::MissedEnd::Open, "open"_L1},
    Word<calls::MissedEnd>{calls::MissedEnd::ByHand, "by_hand"_L1},
    Word<calls::MissedEnd>{calls::MissedEnd::CalledAgain, "called_again"_L1},
    Word<calls::MissedEnd>{calls::MissedEnd::CalledBack, "called_back"_L1},
};
constexpr std::array intentKinds{
    calls::IntentKind::RingPhone,       calls::IntentKind::MoveToStudio, calls::IntentKind::PutOnHold,
    calls::IntentKind::SendToVoicemail, calls::IntentKind::Thank,        calls::IntentKind::HangUp,
    calls::IntentKind::CancelLeg,       calls::IntentKind::SendText,     calls::IntentKind::CallOut,
    calls::IntentKind::PlayToMe,        calls::IntentKind::RenewWait,    calls::IntentKind::RenewWait,
    calls::IntentKind::AskPhone,        calls::IntentKind::CallHostBack,
};

template <typename Table, typename Value> QString wordOf(const Table &table, Value value)
{
    for (const auto &[each, word] : table) {
        if (each == value)
            return word;
    }
    return table.front().second;
}

template <typename Table> auto valueOf(const Table &table, const QString &word)
{
    for (const auto &[value, each] : table) {
        if (each == word)
            return value;
    }
    return table.front().first;
}

} // namespace

QVariant text(const QString &value)
{
    return value.isNull() ? QVariant(u""_s) : QVariant(value);
}

QVariant instant(const QDateTime &value)
{
    return value.isValid() ? QVariant(value.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime toInstant(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong()).toUTC();
}

QString word(calls::Doing doing)
{
    return wordOf(doings, doing);
}

QString word(calls::PhoneState state)
{
    return wordOf(phoneStates, state);
}

QString word(calls::Treatment treatment)
{
    return wordOf(treatments, treatment);
}

QString word(calls::Treated treated)
{
    return wordOf(treatedWords, treated);
}

QString word(calls::CloseOutStatus::Phase phase)
{
    return wordOf(phases, phase);
}

QString word(calls::AskedState state)
{
    return wordOf(askedStates, state);
}

calls::AskedState toAskedState(const QString &word)
{
    return valueOf(askedStates, word);
}

QString word(calls::AnswerState state)
{
    return wordOf(answerStates, state);
}

calls::AnswerState toAnswerState(const QString &word)
{
    return valueOf(answerStates, word);
}

QString word(calls::MissedWhy why)
{
    return wordOf(missedWhys, why);
}

QString word(calls::MissedEnd end)
{
    return wordOf(missedEnds, end);
}

calls::Doing toDoing(const QString &word)
{
    return valueOf(doings, word);
}

calls::PhoneState toPhoneState(const QString &word)
{
    return valueOf(phoneStates, word);
}

calls::Treatment toTreatment(const QString &word)
{
    return valueOf(treatments, word);
}

calls::Treated toTreated(const QString &word)
{
    return valueOf(treatedWords, word);
}

calls::CloseOutStatus::Phase toPhase(const QString &word)
{
    return valueOf(phases, word);
}

calls::IntentKind toIntentKind(const QString &word)
{
    for (const auto kind : intentKinds) {
        if (calls::toWord(kind) == word)
            return kind;
    }
    return intentKinds.front();
}

calls::MissedWhy toMissedWhy(const QString &word)
{
    return valueOf(missedWhys, word);
}

calls::MissedEnd toMissedEnd(const QString &word)
{
    return valueOf(missedEnds, word);
}

QString sidsToText(const QStringList &sids)
{
    return sids.join(u' ');
}

QStringList sidsFromText(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

QString linesToText(const QStringList &lines)
{
    return lines.join(u'\n');
}

QStringList linesFromText(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace anteroom::history
