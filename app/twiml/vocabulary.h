// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twiml/document.h"

#include <QLatin1StringView>

#include <span>

namespace anteroom::twiml {

// The verbs and nouns as a table, from facts 2.1 to 2.5. Private to this folder: others ask check().

enum class Kind {
    Text,
    Url,     ///< relative ones are resolved against the document
    Method,  ///< GET or POST
    Boolean, ///< true or false
    Number,  ///< minimum to maximum
    OneOf,   ///< one of `words`
    SomeOf   ///< one or more of `words`, separated by spaces
};

struct AttributeRule
{
    QLatin1StringView name;
    Kind kind = Kind::Text;
    int minimum = 0;
    int maximum = 0; ///< of a Number; of a Text its characters, 0 for any
    QLatin1StringView words = {};
    int code =
        12200; ///< what the phone company logs when the value is wrong; 12200 is its general schema warning
};

enum class Body { None, Optional, Required };

struct ElementRule
{
    QLatin1StringView name;
    unsigned places = 0;          ///< bits of Place where it may be a verb; 0 for a noun
    QLatin1StringView nouns = {}; ///< names allowed inside, separated by spaces
    std::span<const AttributeRule> attributes = {};
    Body body = Body::None;
    int longestBody = 0; ///< characters; 0 for any
    int emptyCode = 12200;
    int longCode = 12200;
};

constexpr unsigned bit(Place place)
{
    return 1U << unsigned(place);
}

const ElementRule *ruleOf(QStringView name);             ///< null for a name that is no verb or noun
bool isOneOf(QStringView word, QLatin1StringView words); ///< `words` are separated by spaces

} // namespace anteroom::twiml
