// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/sound_file.h"
#include "http/asset.h"
#include "twilio/account.h"

#include <QByteArrayView>

#include <optional>

namespace anteroom::twilio {

/// The user's hold music under an address that nobody can guess: it depends on what is in the file and on the
/// account's token. So it stays the same for the same piece, also after a restart, and another piece has
/// another one, which keeps the phone company from playing an old copy.
QByteArray musicPath(const Account &account, const calls::SoundFile &music);

/// The one file that is served, and nothing else.
class ServedMusic
{
public:
    void serve(const Account &account, const std::optional<calls::SoundFile> &music);
    /// Nothing when it is not this that was asked for.
    std::optional<http::Response> answer(const http::Request &request, QByteArrayView path) const;

private:
    QByteArray m_path;
    http::Asset m_asset;
};

} // namespace anteroom::twilio
