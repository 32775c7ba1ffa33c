// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/document.h"
#include "twiml/vocabulary.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace anteroom::twiml {

using namespace Qt::StringLiterals;

namespace {

constexpr int schemaWarning = 12200;
constexpr int dialInWhisper = 13201;
constexpr int badTask = 14221;
constexpr int badMessage = 14103;
constexpr int tooManyMessages = 14109;
constexpr int mostMessages = 10;
constexpr int mostNumbersAtOnce = 10;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::twiml)
};

bool isHttpUrl(QStringView url)
{
    // No scheme means relative; anything after a colon in the path or query is no scheme.
    const qsizetype colon = url.indexOf(u':');
    const qsizetype end = std::min({url.indexOf(u'/') < 0 ? url.size() : url.indexOf(u'/'),
                                    url.indexOf(u'?') < 0 ? url.size() : url.indexOf(u'?')});
    for (const QChar c : url) {
        if (c.isSpace() || c.unicode() < 0x20)
            return false;
    }
    if (colon < 0 || colon > end)
        return true;
    const QStringView scheme = url.first(colon);
    return (scheme.compare("http"_L1, Qt::CaseInsensitive) == 0 ||
            scheme.compare("https"_L1, Qt::CaseInsensitive) == 0) &&
           url.sliced(colon).startsWith("://"_L1) && url.size() > colon + 3;
}

bool fits(const AttributeRule &rule, const QString &value)
{
    switch (rule.kind) {
    case Kind::Text:
        return rule.maximum == 0 || value.size() <= rule.maximum;
    case Kind::Url:
        return isHttpUrl(value);
    case Kind::Method:
        return value == "GET"_L1 || value == "POST"_L1;
    case Kind::Boolean:
        return value == "true"_L1 || value == "false"_L1;
    case Kind::Number: {
        bool isNumber = false;
        const int n = value.toInt(&isNumber);
        return isNumber && n >= rule.minimum && n <= rule.maximum;
    }
    case Kind::OneOf:
        return isOneOf(value, rule.words);
    case Kind::SomeOf: {
        const QStringList words = value.split(u' ', Qt::SkipEmptyParts);
        return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return isOneOf(word, rule.words);
        });
    }
    }
    return false;
}

class Checker
{
public:
    explicit Checker(Place place) : m_place(place) {}

    QList<Finding> findings(const Document &document)
    {
        int messages = 0;
        for (qsizetype i = 0; i < document.size(); ++i) {
            const Element &verb = document.at(i);
            checkVerb(verb);
            if (verb.name == "Reject"_L1 && i > 0)
                add(schemaWarning,
                    Words::tr("Reject works only as the first verb; here the call has been answered."));
            if (verb.name == "Dial"_L1 && i > 0 && verb.attribute(u"answerOnBridge") == "true"_L1)
                add(schemaWarning, Words::tr("Dial with answerOnBridge works only as the first verb."));
            messages += verb.name == "Message"_L1 ? 1 : 0;
        }
        if (messages > mostMessages)
            add(tooManyMessages, Words::tr("A text is answered by at most %1 texts.").arg(mostMessages));
        return std::move(m_findings);
    }

private:
    void add(int code, const QString &sentence) { m_findings.append({code, sentence}); }

    void checkVerb(const Element &verb)
    {
        const ElementRule *rule = ruleOf(verb.name);
        if (!rule || (rule->places & bit(m_place)) == 0) {
            const bool dial = m_place == Place::NumberWhisper && verb.name == "Dial"_L1;
            add(dial ? dialInWhisper : schemaWarning,
                Words::tr("\"%1\" is not allowed here.").arg(verb.name));
            return;
        }
        checkElement(verb, *rule);
    }

    void checkElement(const Element &element, const ElementRule &rule)
    {
        checkAttributes(element, rule);
        checkBody(element, rule);
        for (const Element &noun : element.children) {
            const ElementRule *nounRule = ruleOf(noun.name);
            if (!nounRule || !isOneOf(noun.name, rule.nouns))
                add(schemaWarning,
                    Words::tr("\"%1\" is not allowed inside \"%2\".").arg(noun.name, element.name));
            else
                checkElement(noun, *nounRule);
        }
        checkSpecial(element);
    }

    void checkAttributes(const Element &element, const ElementRule &rule)
    {
        for (const auto &[name, value] : element.attributes) {
            const auto known = std::find_if(rule.attributes.begin(), rule.attributes.end(),
                                            [&name](const AttributeRule &a) { return name == a.name; });
            if (known == rule.attributes.end())
                add(schemaWarning, Words::tr("\"%1\" has no attribute \"%2\".").arg(element.name, name));
            else if (!fits(*known, value))
                add(known->code,
                    Words::tr("\"%1\" is no valid %2 of \"%3\".").arg(value, name, element.name));
        }
    }

    void checkBody(const Element &element, const ElementRule &rule)
    {
        const QString body = element.text.trimmed();
        if (rule.body == Body::None && !body.isEmpty())
            add(schemaWarning, Words::tr("\"%1\" takes no text.").arg(element.name));
        if (rule.body == Body::Required && body.isEmpty())
            add(rule.emptyCode, Words::tr("\"%1\" needs a text.").arg(element.name));
        if (rule.longestBody > 0 && body.size() > rule.longestBody)
            add(rule.longCode, Words::tr("The text of \"%1\" has %2 characters; %3 are allowed.")
                                   .arg(element.name)
                                   .arg(body.size())
                                   .arg(rule.longestBody));
        if (element.name == "Redirect"_L1 && !body.isEmpty() && !isHttpUrl(body))
            add(rule.emptyCode, Words::tr("\"%1\" is no address that can be asked.").arg(body));
    }

    /// What the table cannot say.
    void checkSpecial(const Element &element)
    {
        const QString body = element.text.trimmed();
        if (element.name == "Play"_L1) {
            if (body.isEmpty() && element.attribute(u"digits").isEmpty())
                add(schemaWarning, Words::tr("\"%1\" needs a text.").arg(element.name));
            else if (!isHttpUrl(body))
                add(11100, Words::tr("\"%1\" is no address that can be asked.").arg(body));
        } else if (element.name == "Enqueue"_L1) {
            checkEnqueue(element, body);
        } else if (element.name == "Dial"_L1) {
            checkDial(element, body);
        } else if (element.name == "Queue"_L1 && body.isEmpty() && !element.hasAttribute(u"reservationSid")) {
            add(14212, Words::tr("\"%1\" needs a text.").arg(element.name));
        } else if (element.name == "Task"_L1 || element.name == "TaskAttributes"_L1) {
            if (!QJsonDocument::fromJson(body.toUtf8()).isObject())
                add(badTask, Words::tr("The text of \"%1\" is no JSON object.").arg(element.name));
        } else if (element.name == "Message"_L1 && body.isEmpty() && element.children.isEmpty()) {
            add(badMessage, Words::tr("\"%1\" needs a text.").arg(element.name));
        }
    }

    void checkEnqueue(const Element &element, const QString &body)
    {
        const bool byWorkflow = element.hasAttribute(u"workflowSid");
        if (byWorkflow == !body.isEmpty())
            add(14204, Words::tr("Enqueue needs either the name of a queue or a workflow."));
        if (!byWorkflow && !element.children.isEmpty())
            add(schemaWarning, Words::tr("Only an Enqueue with a workflow takes a task."));
    }

    void checkDial(const Element &element, const QString &body)
    {
        if (body.isEmpty() == element.children.isEmpty())
            add(schemaWarning, Words::tr("Dial needs either a number or nouns that say whom to call."));
        const bool alone =
            std::any_of(element.children.begin(), element.children.end(), [](const Element &noun) {
                return noun.name == "Conference"_L1 || noun.name == "Queue"_L1;
            });
        if (alone && element.children.size() > 1)
            add(schemaWarning, Words::tr("Dial takes one conference or one queue, and nothing beside it."));
        if (element.children.size() > mostNumbersAtOnce)
            add(schemaWarning, Words::tr("Dial calls at most %1 people.").arg(mostNumbersAtOnce));
    }

    Place m_place;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> check(const Document &document, Place place)
{
    return Checker(place).findings(document);
}

bool mayStand(QStringView verb, Place place)
{
    const ElementRule *rule = ruleOf(verb);
    return rule && (rule->places & bit(place)) != 0;
}

} // namespace anteroom::twiml
