// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/served_music.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace anteroom::twilio {

namespace {

QByteArray digest(const calls::SoundFile &music)
{
    return QCryptographicHash::hash(music.bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

QByteArray musicPath(const Account &account, const calls::SoundFile &music)
{
    constexpr qsizetype enough = 40; // characters of hex: 160 bits
    const QByteArray name = QMessageAuthenticationCode::hash("hold music " + digest(music), account.authToken,
                                                             QCryptographicHash::Sha256)
                                .toHex()
                                .first(enough);
    return "/music/" + name + '.' + music.extension;
}

void ServedMusic::serve(const Account &account, const std::optional<calls::SoundFile> &music)
{
    m_path = music ? musicPath(account, *music) : QByteArray();
    m_asset =
        music ? http::Asset{music->bytes, music->type, '"' + digest(*music).first(32) + '"'} : http::Asset{};
}

std::optional<http::Response> ServedMusic::answer(const http::Request &request, QByteArrayView path) const
{
    if (m_path.isEmpty() || path != m_path)
        return std::nullopt;
    return http::answerWith(m_asset, request);
}

} // namespace anteroom::twilio
