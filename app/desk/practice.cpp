// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/practice.h"

#include "desk/desk.h"
#include "desk/rehearsal.h"

#include <algorithm>

namespace anteroom::desk {

using namespace std::chrono_literals;

Practice::Practice(Desk &desk, QList<PracticeSituation> situations, QObject *parent)
    : QObject(parent), m_desk(desk), m_situations(std::move(situations))
{
    m_deskAway.setSingleShot(true);
    connect(&m_deskAway, &QTimer::timeout, &m_desk, &Desk::comeBack);
    connect(&m_desk, &Desk::gone, this, [this] {
        if (!m_running)
            return;
        playAtCompany(); // whoever calls now finds nobody at home
        m_deskAway.start(m_cutShort ? 0s : m_running->deskAway);
    });
    connect(&m_desk, &Desk::back, this, [this] {
        if (m_running && m_running->deskAway > 0s)
            over();
    });
    connect(m_desk.rehearsal(), &Rehearsal::situationEnded, this, [this](int number) {
        if (m_running && m_running->deskAway == 0s && number == m_atCompany)
            over();
    });
}

void Practice::play(const QString &id, const QString &seatPhone)
{
    const auto found = std::ranges::find(m_situations, id, &PracticeSituation::id);
    if (found == m_situations.end())
        return;
    const Wish wish{*found, seatPhone};
    if (!m_running)
        return begin(wish);
    m_next = wish;
    end();
}

void Practice::begin(const Wish &wish)
{
    m_running = wish.situation;
    m_seatPhone = wish.seatPhone;
    m_cutShort = false;
    if (m_running->asksColleagues)
        m_desk.askInstead(Rehearsal::colleagues());
    if (m_running->deskAway > 0s)
        m_desk.vanish();
    else
        playAtCompany();
    Q_EMIT begun(m_running->id);
}

void Practice::playAtCompany()
{
    m_atCompany = m_desk.rehearsal()->play(
        m_running->company, {m_desk.lineNumber(), m_desk.queueName(), m_seatPhone, Rehearsal::colleagues()});
}

void Practice::end()
{
    if (!m_running)
        return;
    if (m_running->deskAway == 0s) {
        m_desk.rehearsal()->endSituation();
        return;
    }
    m_cutShort = true;
    if (m_deskAway.isActive())
        m_deskAway.start(0s);
}

void Practice::over()
{
    const QString id = m_running->id;
    if (m_running->asksColleagues)
        m_desk.askInstead({});
    m_running.reset();
    m_desk.rehearsal()->endSituation(); // what a killed desk has left running there
    Q_EMIT ended(id);
    if (const auto next = std::exchange(m_next, {}))
        begin(*next);
}

} // namespace anteroom::desk
