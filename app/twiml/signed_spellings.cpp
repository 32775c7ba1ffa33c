// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/signed_spellings.h"

namespace anteroom::twiml {

namespace {

/// A URL cut where its spellings differ; nothing is decoded.
struct Parts
{
    QByteArray scheme;      ///< with "://"
    QByteArray credentials; ///< with '@'; empty without
    QByteArray host;
    QByteArray port; ///< with ':'; empty without
    QByteArray path;
    QByteArray query; ///< with '?'; empty without
};

Parts split(const QByteArray &url)
{
    Parts parts;
    qsizetype rest = 0;
    if (const qsizetype slashes = url.indexOf("://"); slashes >= 0)
        rest = slashes + 3;
    parts.scheme = url.first(rest);
    qsizetype authorityEnd = rest;
    while (authorityEnd < url.size() && url.at(authorityEnd) != '/' && url.at(authorityEnd) != '?')
        ++authorityEnd;
    QByteArray authority = url.sliced(rest, authorityEnd - rest);
    if (const qsizetype at = authority.lastIndexOf('@'); at >= 0) {
        parts.credentials = authority.first(at + 1);
        authority = authority.sliced(at + 1);
    }
    // The colons inside a bracketed IPv6 address are no port.
    if (const qsizetype colon = authority.lastIndexOf(':'); colon > authority.lastIndexOf(']')) {
        parts.port = authority.sliced(colon);
        authority = authority.first(colon);
    }
    parts.host = authority;
    const QByteArray target = url.sliced(authorityEnd);
    const qsizetype question = target.indexOf('?');
    parts.path = question < 0 ? target : target.first(question);
    parts.query = question < 0 ? QByteArray() : target.sliced(question);
    return parts;
}

void addOnce(QList<QByteArray> &list, const QByteArray &spelling)
{
    if (!list.contains(spelling))
        list.append(spelling);
}

} // namespace

QList<QByteArray> signedSpellings(const QByteArray &url)
{
    const Parts parts = split(url);
    const QByteArray scheme = parts.scheme.toLower();
    const bool secure = scheme == "https://" || scheme == "wss://";
    const bool webSocket = scheme == "wss://" || scheme == "ws://";
    const QByteArray defaultPort = secure ? ":443" : ":80";

    QList<QByteArray> queries{parts.query};
    QByteArray apostrophe = parts.query;
    addOnce(queries, apostrophe.replace('\'', "%27"));
    QByteArray asForm = apostrophe;
    addOnce(queries, asForm.replace("%20", "+"));

    QList<QByteArray> paths{parts.path};
    if (webSocket && !parts.path.endsWith('/'))
        paths.append(parts.path + '/');

    QList<QByteArray> result;
    for (const QByteArray &host : {parts.host, parts.host.toLower()}) {
        for (const QByteArray &path : paths) {
            for (const QByteArray &query : queries) {
                for (const QByteArray &credentials : {parts.credentials, QByteArray()}) {
                    for (const QByteArray &port : {parts.port, QByteArray(), defaultPort})
                        addOnce(result, parts.scheme + credentials + host + port + path + query);
                }
            }
        }
    }
    return result;
}

QByteArray rawQueryValue(const QByteArray &url, QByteArrayView name)
{
    const qsizetype question = url.indexOf('?');
    if (question < 0)
        return {};
    qsizetype from = question + 1;
    while (from <= url.size()) {
        qsizetype to = url.indexOf('&', from);
        if (to < 0)
            to = url.size();
        const QByteArrayView pair = QByteArrayView(url).sliced(from, to - from);
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0 && pair.first(equals) == name)
            return pair.sliced(equals + 1).toByteArray();
        from = to + 1;
    }
    return {};
}

} // namespace anteroom::twiml
