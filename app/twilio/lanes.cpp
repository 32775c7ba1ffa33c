// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/lanes.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <algorithm>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

Lanes::Lanes(QNetworkAccessManager &first, int count, QObject *owner)
{
    m_lanes.append({&first, 0, {}});
    while (m_lanes.size() < count) {
        auto *manager = new QNetworkAccessManager(owner);
        manager->setProxy(first.proxy());
        m_lanes.append({manager, 0, {}});
    }
}

int Lanes::inFlight() const
{
    int sum = 0;
    for (const Lane &lane : m_lanes)
        sum += lane.inFlight;
    return sum;
}

QNetworkAccessManager &Lanes::take(bool click, const QDateTime &now)
{
    const auto better = [click](const Lane &a, const Lane &b) {
        if (a.inFlight != b.inFlight)
            return a.inFlight < b.inFlight;
        return click ? a.used > b.used : a.used < b.used;
    };
    Lane &lane = *std::min_element(m_lanes.begin(), m_lanes.end(), better);
    ++lane.inFlight;
    lane.used = now;
    return *lane.manager;
}

void Lanes::release(const QNetworkAccessManager &manager)
{
    for (Lane &lane : m_lanes) {
        if (lane.manager == &manager)
            --lane.inFlight;
    }
}

void Lanes::warm(const QUrl &origin, const QDateTime &now, std::chrono::seconds rested)
{
    for (Lane &lane : m_lanes) {
        if (lane.inFlight > 0 || (lane.used.isValid() && lane.used.secsTo(now) < rested.count()))
            continue;
        lane.used = now;
        if (origin.scheme() == "https"_L1)
            lane.manager->connectToHostEncrypted(origin.host(), quint16(origin.port(443)));
        else
            lane.manager->connectToHost(origin.host(), quint16(origin.port(80)));
    }
}

} // namespace anteroom::twilio
