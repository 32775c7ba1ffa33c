// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/webhook_receiver.h"

#include "twilio/origin.h"
#include "twilio/steps_to_twiml.h"

#include <QLoggingCategory>

#include <algorithm>
#include <optional>

Q_LOGGING_CATEGORY(lcWebhooks, "anteroom.twilio.webhooks")

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using http::Form;
using http::Request;
using http::Response;

namespace {

constexpr auto signatureHeader = "X-Twilio-Signature";
constexpr auto repeatHeader = "I-Twilio-Idempotency-Token";
constexpr qsizetype longestNonce = 128;

Response plain(int status)
{
    return {.status = status, .contentType = "text/plain; charset=utf-8", .body = {}};
}

/// Says what would be (RFC 9110, 15.5.6).
Response notAllowed(const QByteArray &methods)
{
    Response response = plain(405);
    response.headers.emplaceBack("Allow", methods);
    return response;
}

bool isForm(const Request &request)
{
    static constexpr QByteArrayView form = "application/x-www-form-urlencoded";
    const QByteArray type = request.header("Content-Type");
    return type.size() >= form.size() &&
           QByteArrayView(type).first(form.size()).compare(form, Qt::CaseInsensitive) == 0;
}

bool isHealth(QByteArrayView path)
{
    return path == "/health" || path == "/health/";
}

/// Proves that whoever asked reached this desk and not another page that answers everything: the nonce comes
/// back. Who signed the question hears whether the signature survived the way.
Response health(const Request &request, std::optional<bool> isGenuine)
{
    QByteArray nonce = Form::decode(request.query()).value("nonce").first(0);
    for (const char c : Form::decode(request.query()).value("nonce")) {
        if (nonce.size() < longestNonce &&
            (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'))
            nonce += c;
    }
    const QByteArray verdict = !isGenuine   ? QByteArray()
                               : *isGenuine ? QByteArrayLiteral(",\"signature\":\"right\"")
                                            : QByteArrayLiteral(",\"signature\":\"wrong\"");
    return {.status = 200,
            .contentType = "application/json",
            .body = "{\"status\":\"ok\",\"name\":\"anteroom\",\"nonce\":\"" + nonce + '"' + verdict + '}',
            .headers = {{"Cache-Control", "no-store"}}};
}

} // namespace

WebhookReceiver::WebhookReceiver(Account account, const QUrl &publicUrl, NewsDesk desk,
                                 calls::Journal &journal, calls::Clock &clock, QObject *parent)
    : QObject(parent),
      m_account(std::move(account)),
      m_accountSid(m_account.sid.toUtf8()),
      m_keys{m_account.authToken},
      m_desk(std::move(desk)),
      m_answers(journal, clock)
{
    setPublicUrl(publicUrl);
}

void WebhookReceiver::setPublicUrl(const QUrl &url)
{
    m_publicUrl = url;
    m_urls = CallbackUrls(url);
    m_written.clear();
    // As the phone company was told it, user:pass included; nothing is normalised.
    m_publicPath = url.path(QUrl::FullyEncoded).toUtf8();
    while (m_publicPath.endsWith('/'))
        m_publicPath.chop(1);
    m_publicOrigin = url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

void WebhookReceiver::setHoldMusic(const std::optional<calls::SoundFile> &music)
{
    m_music.serve(m_account, music);
    m_musicPath = music ? musicPath(m_account, *music) : QByteArray();
    m_written.clear();
}

/// A proxy may hand the path of the public address on, or take it away.
QByteArrayView WebhookReceiver::pathBelowPublic(QByteArrayView path) const
{
    if (!m_publicPath.isEmpty() && path.startsWith(m_publicPath) &&
        path.sliced(m_publicPath.size()).startsWith('/'))
        return path.sliced(m_publicPath.size());
    return path;
}

/// What was signed. A target in absolute form (RFC 9112, 3.2.2) counts without its scheme and authority,
/// which whoever sent it chose.
QByteArray WebhookReceiver::publicAddress(const Request &request, bool pathHandedOn) const
{
    const qsizetype mark = request.target.indexOf('?');
    QByteArray address = m_publicOrigin;
    address.reserve(m_publicOrigin.size() + m_publicPath.size() + request.target.size() + 1);
    if (!pathHandedOn)
        address += m_publicPath;
    address += request.pathView();
    if (mark >= 0)
        address += QByteArrayView(request.target).sliced(mark);
    return address;
}

bool WebhookReceiver::isGenuine(const Request &request, bool pathHandedOn, const Form &body) const
{
    if (m_publicUrl.isEmpty() || m_account.authToken.isEmpty())
        return false;
    twiml::SignedRequest covered;
    covered.url = publicAddress(request, pathHandedOn);
    covered.isPost = request.method == "POST";
    covered.body = request.body;
    covered.fields = body.views();
    covered.signature = request.header(signatureHeader);
    return twiml::isSignedBy(m_keys, covered);
}

void WebhookReceiver::handle(const Request &request, http::Responder responder)
{
    const QByteArrayView whole = request.pathView();
    // Our folder may have the name of the public path, so a path counts as it came where it leads somewhere.
    const bool pathHandedOn = !isHealth(whole) && !routeOf(whole);
    const QByteArrayView path = pathHandedOn ? pathBelowPublic(whole) : whole;
    if (isHealth(path)) {
        const bool asked = request.method == "GET" || request.method == "HEAD";
        if (!asked)
            return responder.respond(notAllowed("GET, HEAD"));
        std::optional<bool> genuine;
        if (!request.header(signatureHeader).isNull())
            genuine = isGenuine(request, pathHandedOn, {});
        return responder.respond(health(request, genuine));
    }
    if (const auto music = m_music.answer(request, path))
        return responder.respond(*music);
    const std::optional<Route> route = routeOf(path);
    if (!route)
        return responder.respond(plain(404));
    if (request.method != "GET" && request.method != "POST")
        return responder.respond(notAllowed("GET, POST"));

    const Form query = Form::decode(request.query());
    const Form body = request.method == "POST" && isForm(request) ? Form::decode(request.body) : Form();
    if (!isGenuine(request, pathHandedOn, body)) {
        qCWarning(lcWebhooks) << "Refused a request without a valid signature from"
                              << request.peer.toString();
        return responder.respond(plain(403));
    }
    const Webhook webhook{*route, query, request.method == "POST" ? body : query};
    if (webhook.parameters.view("AccountSid") != m_accountSid) {
        qCWarning(lcWebhooks) << "Refused a request for another account";
        return responder.respond(plain(403));
    }
    m_desk.heard();
    take(webhook, request, std::move(responder));
}

bool WebhookReceiver::isOldNews(const Webhook &webhook)
{
    if (webhook.route != Route::LegStatus && webhook.route != Route::CallStatus)
        return false;
    const QByteArray number = webhook.parameters.value("SequenceNumber");
    if (number.isEmpty())
        return false;
    bool isNumber = false;
    const int sequence = number.toInt(&isNumber);
    return m_memory.isOvertaken(webhook.parameters.value("CallSid"), isNumber ? sequence : -1);
}

void WebhookReceiver::take(const Webhook &webhook, const Request &request, http::Responder responder)
{
    const QByteArray token = request.header(repeatHeader);
    const QByteArray delivery = token.isEmpty() ? QByteArray() : request.target + '\n' + token;
    if (!delivery.isEmpty()) {
        if (const auto given = m_memory.given(delivery))
            return m_answers.give(std::move(responder), toResponse(webhook, given->body), given->mark);
    }
    DeliveryMemory::Given given;
    calls::Answer answer;
    if (!isOldNews(webhook)) {
        if (const auto event = toEvent(webhook))
            answer = m_desk.handle(*event);
    }
    given.mark = answer.mark;
    if (wantsDocument(webhook.route))
        given.body = documentOf(answer.steps, webhook);
    if (!delivery.isEmpty())
        m_memory.remember(delivery, given);
    m_answers.give(std::move(responder), toResponse(webhook, given.body), given.mark);
}

QByteArray WebhookReceiver::documentOf(const calls::Steps &steps, const Webhook &webhook)
{
    const auto write = [&] {
        Rendering rendering;
        rendering.urls = m_urls;
        rendering.musicUrl = m_urls.music(m_musicPath);
        rendering.isLeg = webhook.route == Route::Leg;
        if (rendering.isLeg)
            rendering.intent = webhook.own.text("intent");
        return twiml::write(toDocument(steps, rendering));
    };
    // The addresses in a leg's document name the leg's intent, so no two are alike.
    return webhook.route == Route::Leg ? write() : m_written.of(steps, write);
}

Response WebhookReceiver::toResponse(const Webhook &webhook, const QByteArray &document) const
{
    if (!wantsDocument(webhook.route))
        return {.status = 204}; // with a body it would have to be XML (15003)
    return {.status = 200, .contentType = QByteArrayLiteral("text/xml; charset=utf-8"), .body = document};
}

} // namespace anteroom::twilio
