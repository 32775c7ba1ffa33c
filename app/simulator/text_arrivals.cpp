// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/text_arrivals.h"

#include "simulator/calls.h"
#include "simulator/messages.h"
#include "simulator/world.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

constexpr auto untilFirst = 6s;
constexpr double aMinute = 60'000.;

// Of those who wait, and of those who listen.
constexpr std::array whileWaiting{
    "I'm on hold, but my lunch break ends at one. Can you take me before?",
    "It's me on line, the one with the landlord story",
    "Will wait as long as it takes 😄",
    "My battery is at 4 %, please call me back if I drop off",
};
constexpr std::array listening{
    "Great show today 👏",
    "Who sang that last song?",
    "Ask him about the bus lanes!",
    "I disagree with the last caller. We tried that in 2014 and it cost twice as much as they said it would.",
    "Is the number for the food bank on your website?",
    "Can you repeat the name of the book?",
    "First time listener, greetings from the night shift 🌙",
    "<b>TURN IT UP</b>",
    "برنامج رائع، شكراً لكم",
    "How do I get on tomorrow?",
    "Long story short: my neighbour planted a fig tree on the wrong side of the fence in 1998, nobody "
    "minded, then "
    "the house was sold, and now there are three lawyers, two surveyors and one very good fig jam involved. "
    "Happy to "
    "tell it on air if you have five minutes.",
    "Traffic on 280 is at a standstill, you may want to warn people",
};

} // namespace

TextArrivals::TextArrivals(World &world, const QString &number, quint32 seed, QObject *parent)
    : QObject(parent), m_world(world), m_number(number), m_people(seed), m_random(seed + 1)
{
}

void TextArrivals::begin(double perMinute)
{
    m_stream = std::make_unique<QObject>();
    m_perMinute = perMinute;
    if (m_perMinute > 0.)
        m_world.clock().after(untilFirst, m_stream.get(), [this] {
            send();
            wait();
        });
}

void TextArrivals::wait()
{
    const double spread = 0.5 + double(m_random() % 1000U) / 1000.; // as callers come
    const auto gap = std::chrono::milliseconds{qint64(aMinute / m_perMinute * spread)};
    m_world.clock().after(std::max(gap, 10ms), m_stream.get(), [this] {
        send();
        wait();
    });
}

void TextArrivals::send()
{
    QString from;
    const char *body = nullptr;
    if (m_sent++ % 3 == 1) { // one in three waits in the queue
        QStringList waiting;
        for (const Call &call : m_world.calls().list())
            if (call.to == m_number && call.from.startsWith("+1"_L1) &&
                m_world.calls().whereabouts(call.sid).place == "queue"_L1)
                waiting.append(call.from);
        if (!waiting.isEmpty()) {
            from = waiting.at(qsizetype(m_random() % quint32(waiting.size())));
            body = whileWaiting.at(m_random() % whileWaiting.size());
        }
    }
    while (!from.startsWith("+1"_L1)) // not withheld
        from = m_people.next(m_number).from;
    if (!body)
        body = listening.at(m_random() % listening.size());
    // Refused only where the number takes no texts.
    static_cast<void>(m_world.messages().receive(from, m_number, QString::fromUtf8(body)));
}

} // namespace anteroom::simulator
