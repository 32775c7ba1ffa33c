// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rehearsal.h"

#include "simulator/arrivals.h"
#include "simulator/numbers.h"
#include "simulator/phone_company.h"
#include "simulator/phones.h"
#include "simulator/situation_player.h"
#include "simulator/text_arrivals.h"

#include <QCoreApplication>

namespace anteroom::desk {

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 othersFrom = 1000; ///< seeds of those who do not call by themselves
constexpr quint32 writersFrom = 2000;
constexpr double textsPerMinute = 0.8;
} // namespace

Rehearsal::Rehearsal(RehearsalOptions options, QObject *parent) : QObject(parent), m_options(options)
{
    m_thread.setObjectName(u"phone company"_s);
}

Rehearsal::~Rehearsal()
{
    m_thread.quit();
    m_thread.wait();
}

settings::Secrets Rehearsal::secrets() const
{
    return {u"AC"_s + QString(32, u'0'), u"rehearsal"_s, {}, {}};
}

QString Rehearsal::phone()
{
    return u"+14155550177"_s;
}

QStringList Rehearsal::colleagues()
{
    return {u"+14155550182"_s, u"+14155550184"_s};
}

void Rehearsal::start()
{
    simulator::WorldOptions world;
    world.accountSid = secrets().accountSid;
    world.authToken = secrets().authToken;
    world.seed = m_options.seed;
    m_inside.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_inside, [this, world, options = m_options] {
        m_company = new simulator::PhoneCompany(world);
        connect(&m_thread, &QThread::finished, m_company, &QObject::deleteLater);
        const auto listens = m_company->listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!listens) {
            Q_EMIT failed(listens.error());
            return;
        }
        auto &there = m_company->world();
        there.clock().setSpeed(options.speed);
        simulator::PhoneBehaviour willing;
        willing.afterSeconds = 3;
        willing.press = u"1"_s;
        for (const QString &number : QStringList{phone()} + colleagues())
            there.phones().set(number, willing);
        const QString line = there.numbers().all().first().number;
        m_arrivals = new simulator::Arrivals(there, line, options.seed, m_company);
        m_texts = new simulator::TextArrivals(there, line, options.seed + writersFrom, m_company);
        m_situations = new simulator::SituationPlayer(there, options.seed + othersFrom, m_company);
        connect(m_situations, &simulator::SituationPlayer::ended, m_company,
                [this] { Q_EMIT situationEnded(m_playing); });
        Q_EMIT started(m_company->origin(), line);
    });
}

void Rehearsal::letPeopleCall()
{
    QMetaObject::invokeMethod(m_company, [this, options = m_options] {
        m_arrivals->begin(options.callers, options.arrivalsPerMinute);
        if (options.callers > 0 || options.arrivalsPerMinute > 0) // an empty show stays empty
            m_texts->begin(textsPerMinute);
    });
}

int Rehearsal::play(const simulator::Situation &situation, const simulator::SituationPlace &place)
{
    const int number = ++m_played;
    QMetaObject::invokeMethod(m_company, [this, situation, place, number] {
        m_situations->end(); // under its own number
        m_playing = number;
        m_situations->begin(situation, place);
    });
    return number;
}

void Rehearsal::endSituation()
{
    QMetaObject::invokeMethod(m_company, [this] { m_situations->end(); });
}

} // namespace anteroom::desk
