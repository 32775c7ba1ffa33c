// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/gather.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr auto reactionTime = 1000ms; ///< of a person who is asked for a key
constexpr auto betweenKeys = 250ms;
} // namespace

Gather::Gather(Run &where, const twiml::Element &what)
    : Activity(where, what),
      m_prompt(where, what.children, [this] { listen(); }),
      m_life(std::make_unique<QObject>())
{
}

void Gather::start()
{
    leg().setWhere({.place = u"gather"_s});
    clock().after(reactionTime, m_life.get(), [this] { press(); });
    m_prompt.start();
}

void Gather::press()
{
    QString &keys = leg().person().presses;
    if (keys.isEmpty())
        return;
    const QChar next = keys.front();
    keys.remove(0, 1);
    clock().after(betweenKeys, m_life.get(), [this] { press(); });
    key(next);
}

void Gather::listen()
{
    clock().cancel(m_silence);
    const int seconds = number(u"timeout", 5);
    m_silence = clock().after(std::chrono::seconds{seconds}, m_life.get(), [this] { submit(); });
}

void Gather::key(QChar digit)
{
    if (!m_life || attribute(u"input", u"dtmf"_s).contains("dtmf"_L1) == false)
        return;
    if (m_prompt.isPlaying() && !flag(u"bargeIn", true))
        return;
    m_prompt.stop();
    const QString finish = verb().hasAttribute(u"finishOnKey") ? attribute(u"finishOnKey") : u"#"_s;
    if (finish.contains(digit)) {
        submit();
        return;
    }
    m_digits += digit;
    const int wanted = number(u"numDigits", 0);
    if (wanted > 0 && m_digits.size() >= wanted)
        submit();
    else
        listen();
}

void Gather::submit()
{
    m_life.reset();
    m_prompt.stop();
    if (m_digits.isEmpty() && !flag(u"actionOnEmptyResult", false)) {
        run().next();
        return;
    }
    http::Form result;
    result.add("Digits"_ba, m_digits.toUtf8());

    const QString target = run().absolute(attribute(u"action").trimmed());
    run().goTo({target, attribute(u"method", u"POST"_s)}, u"action"_s, result);
}

std::optional<Farewell> Gather::leave(Leaving)
{
    m_life.reset();
    m_prompt.stop();
    return std::nullopt;
}

} // namespace anteroom::simulator
