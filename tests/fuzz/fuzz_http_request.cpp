// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace anteroom::http;

namespace {

constexpr qsizetype headerBytes = 512;
constexpr qsizetype bodyBytes = 256;

struct Outcome
{
    QList<Request> requests;
    int status = 0;
    bool waits = false; ///< for the rest of a request
};

/// Offers the bytes in pieces of this size, as a connection would.
Outcome readIn(QByteArrayView bytes, qsizetype piece)
{
    RequestReader reader(headerBytes, bodyBytes);
    Outcome outcome;
    QByteArray pending;
    while (!bytes.isEmpty() && outcome.status == 0) {
        const qsizetype size = std::min(piece, bytes.size());
        pending.append(bytes.first(size));
        bytes = bytes.sliced(size);
        for (bool moved = true; moved && outcome.status == 0;) {
            const auto before = reader.state();
            const qsizetype taken = reader.read(pending);
            if (taken < 0 || taken > pending.size())
                std::abort();
            pending.remove(0, taken);
            moved = taken > 0 || reader.state() != before;
            if (reader.state() == RequestReader::State::Complete)
                outcome.requests.append(reader.take());
            else if (reader.state() == RequestReader::State::Failed)
                outcome.status = reader.status();
        }
        if (outcome.status == 0 && pending.size() > headerBytes)
            std::abort(); // it asks its caller to keep more than the limit
    }
    outcome.waits = reader.started();
    return outcome;
}

bool isClean(const Request &request)
{
    const auto hasBreak = [](const QByteArray &text) {
        return text.contains('\r') || text.contains('\n') || text.contains('\0');
    };
    return request.body.size() <= bodyBytes && !hasBreak(request.method) && !hasBreak(request.target) &&
           std::none_of(request.headers.cbegin(), request.headers.cend(), [&](const Header &header) {
               return hasBreak(header.first) || hasBreak(header.second);
           });
}

} // namespace

/// Whatever arrives, and in whatever pieces: the same requests, within the limits, and no line break inside a
/// field.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size - 1));
    const Outcome whole = readIn(bytes, bytes.size());
    const Outcome pieces = readIn(bytes, 1 + data[0] % 64);
    const qsizetype common = std::min(whole.requests.size(), pieces.requests.size());
    for (qsizetype i = 0; i < common; ++i) {
        const Request &a = whole.requests[i];
        const Request &b = pieces.requests[i];
        if (a.method != b.method || a.target != b.target || a.headers != b.headers || a.body != b.body)
            std::abort();
    }
    if (whole.requests.size() != pieces.requests.size())
        std::abort();
    // A broken line may be found out before its end or at it, depending on how it came.
    if ((whole.status != 0 && pieces.status == 0 && !pieces.waits) ||
        (pieces.status != 0 && whole.status == 0 && !whole.waits))
        std::abort();
    if (!std::all_of(whole.requests.cbegin(), whole.requests.cend(), isClean))
        std::abort();
    return 0;
}
