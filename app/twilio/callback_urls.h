// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace anteroom::twilio {

/// What the phone company asks of us, by path. Our own words travel in the query, in lower case; the phone
/// company's own parameters are in PascalCase, so that the two never meet.
enum class Route {
    Voice,      ///< a call rings on the line
    Call,       ///< a caller's step has ended: ?cue=, of a studio also &intent=
    CallStatus, ///< a caller's call is over
    Leg,        ///< a seat's phone was answered, or its step has ended: ?intent=&cue=
    LegStatus,  ///< ?intent=
    Recording,  ///< of a talk: ?talk= and its call
    Studio,     ///< ?room=
    Text        ///< somebody texts the line
};

/// The addresses we give to the phone company, all below one public address.
class CallbackUrls
{
public:
    CallbackUrls() = default;
    explicit CallbackUrls(const QUrl &publicUrl);

    bool canBeAsked() const { return !m_base.isEmpty(); }
    QString voice() const { return url(Route::Voice); }
    QString call(const QString &cue, const QString &intent = {}) const;
    QString callStatus() const { return url(Route::CallStatus); }
    QString leg(const QString &intent, const QString &cue = {}) const;
    QString legStatus(const QString &intent) const;
    QString music(const QByteArray &path) const; ///< from the leading '/'
    QString recording() const { return url(Route::Recording); }
    QString talk(const QString &callSid) const;
    QString studio(const QString &room) const;
    QString text() const { return url(Route::Text); }

    bool isOurs(const QString &address) const; ///< whether an address found somewhere is one of these

private:
    QString url(Route route, const QByteArray &query = {}) const;

    QByteArray m_base; ///< without a slash at its end
};

QByteArrayView pathOf(Route route); ///< from the leading '/'

} // namespace anteroom::twilio
