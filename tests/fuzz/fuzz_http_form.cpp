// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using anteroom::http::Form;

/// Any text decodes, never to more than it was, and what we encode decodes to the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView encoded(data, static_cast<qsizetype>(size));
    const Form form = Form::decode(encoded);
    qsizetype bytes = 0;
    for (const auto &[name, value] : form.fields())
        bytes += name.size() + value.size();
    if (bytes > encoded.size())
        std::abort();
    if (Form::decode(form.encode()).fields() != form.fields())
        std::abort();
    return 0;
}
