// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/document.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace anteroom;

/// Whatever is read can be checked anywhere, written, and read again as the same document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document = twiml::read(QByteArrayView(data, qsizetype(size)));
    if (!document)
        return 0;
    for (const auto place : {twiml::Place::Voice, twiml::Place::WaitDocument, twiml::Place::Messaging})
        twiml::check(*document, place);
    const QByteArray written = twiml::write(*document);
    if (written.size() > twiml::maximumDocumentBytes)
        return 0; // escaping may make it longer than what is read
    const auto again = twiml::read(written);
    if (!again || twiml::write(*again) != written)
        std::abort();
    return 0;
}
