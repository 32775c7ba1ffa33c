// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/media.h"

#include "simulator/notifications.h"
#include "simulator/recordings.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

constexpr qint64 millisecondsPerWord = 380; ///< about 160 words a minute
constexpr qint64 bytesPerSecond = 16'000;   ///< of an MP3 at 128 kbit/s, and of 8 kHz 16 bit sound

std::chrono::milliseconds wavLength(const QByteArray &body)
{
    // "RIFF" size "WAVE", then chunks; the format's byte rate stands 8 bytes into "fmt ".
    qint64 rate = bytesPerSecond;
    qsizetype at = 12;
    while (at + 8 <= body.size()) {
        const QByteArray name = body.sliced(at, 4);
        const auto size = qint64(qFromLittleEndian<quint32>(body.constData() + at + 4));
        if (name == "fmt " && at + 20 <= body.size())
            rate = std::max<qint64>(1, qFromLittleEndian<quint32>(body.constData() + at + 16));
        if (name == "data")
            return std::chrono::milliseconds{std::min<qint64>(size, body.size() - at - 8) * 1000 / rate};
        at += qsizetype(8 + size + (size & 1));
    }
    return std::chrono::milliseconds{body.size() * 1000 / rate};
}

} // namespace

std::chrono::milliseconds Media::spoken(const QString &text)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    const auto words = text.split(spaces, Qt::SkipEmptyParts).size();
    return std::chrono::milliseconds{std::max<qint64>(500, words * millisecondsPerWord)};
}

std::optional<std::chrono::milliseconds> Media::known(const QString &url) const
{
    if (const auto found = m_lengths.constFind(url); found != m_lengths.constEnd())
        return *found;
    if (url.contains("com.twilio.music."_L1)) {
        // A piece of music between two and five minutes, always the same for one address.
        const size_t spread = qHash(url, 1) % 180U;
        return std::chrono::seconds{120 + qint64(spread)};
    }
    if (url.startsWith("https://api.twilio.com/"_L1) || url.startsWith("http://demo.twilio.com/"_L1))
        return 30s;
    if (url.startsWith(m_world.origin() + u'/')) {
        const qsizetype at = url.indexOf("/Recordings/"_L1);
        if (at >= 0) {
            if (const auto recording = m_world.recordings().get(url.sliced(at + 12, 34)))
                return std::chrono::seconds{std::max(0, recording->seconds)};
        }
    }
    return std::nullopt;
}

void Media::length(const QString &url, const QString &callSid, QObject *context,
                   std::function<void(std::chrono::milliseconds)> done)
{
    if (const auto length = known(url)) {
        done(*length);
        return;
    }
    m_world.webhooks().fetch(
        {.kind = u"media"_s, .callSid = callSid, .address = {url, u"GET"_s}}, context,
        [this, url, callSid, done = std::move(done)](const WebhookAnswer &answer) {
            const QByteArray type = answer.contentType.split(';').constFirst().trimmed().toLower();
            const bool isSound = type.startsWith("audio/") || type == "application/octet-stream";
            if (answer.errorCode != 0 || !isSound) {
                m_world.notifications().add(answer.errorCode != 0 ? answer.errorCode : 12300,
                                            answer.errorCode != 0 ? answer.problem
                                                                  : u"This is no sound file"_s,
                                            callSid, {url, u"GET"_s});
                done(-1ms);
                return;
            }
            const auto length = answer.body.startsWith("RIFF")
                                    ? wavLength(answer.body)
                                    : std::chrono::milliseconds{answer.body.size() * 1000 / bytesPerSecond};
            m_lengths.insert(url, length);
            done(length);
        });
}

} // namespace anteroom::simulator
