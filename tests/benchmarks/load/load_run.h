// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace anteroom::benchmarks {

struct LoadResult
{
    int answered =
        0; ///< measured answers with status 200 and a TwiML body, or none at all for a status callback
    int refused = 0; ///< measured answers of any other kind
    std::chrono::nanoseconds wall{0};
    std::vector<std::chrono::nanoseconds> latencies; ///< of the measured requests, sorted

    std::chrono::nanoseconds percentile(double share) const; ///< share from 0 to 1
};

/// Sends every request to 127.0.0.1:`port` over `connections` keep-alive connections, each with one request
/// under way at a time; the first `warmUp` of them are not measured. `perSecond` 0 sends as fast as answers
/// come; otherwise requests leave evenly, and a latency counts from the moment a request was due, so that a
/// server that stalls cannot hide it. The error is a sentence.
std::expected<LoadResult, QString> runLoad(std::uint16_t port, int connections,
                                           const std::vector<std::string> &requests, int warmUp,
                                           int perSecond);

} // namespace anteroom::benchmarks
