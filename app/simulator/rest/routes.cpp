// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/routes.h"

namespace anteroom::simulator::rest {

std::optional<QByteArrayList> match(QByteArrayView pattern, const QByteArrayList &segments)
{
    const QByteArrayList expected = QByteArray::fromRawData(pattern.data(), pattern.size()).split('/');
    if (expected.size() != segments.size())
        return std::nullopt;
    QByteArrayList captures;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected.at(i).startsWith('{'))
            captures.append(segments.at(i));
        else if (expected.at(i) != segments.at(i))
            return std::nullopt;
    }
    return captures;
}

QByteArrayList segmentsOf(QByteArrayView path)
{
    QByteArrayList segments = path.toByteArray().split('/');
    if (!segments.isEmpty() && segments.first().isEmpty())
        segments.removeFirst();
    for (QByteArray &segment : segments)
        segment = QByteArray::fromPercentEncoding(segment);
    return segments;
}

} // namespace anteroom::simulator::rest
