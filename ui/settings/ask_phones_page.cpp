// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ask_phones_page.h"

#include "calls/ask_words.h"
#include "calls/desk_mirror.h"
#include "settings/keys.h"
#include "ui/settings/phone_list_editor.h"
#include "ui/settings/reply_words_editor.h"
#include "ui/settings/wording_editor.h"

#include <QCheckBox>
#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace keys = settings::keys;

namespace {

/// Somebody whom everybody recognises as an example.
calls::Caller someCaller()
{
    return {u"Priya Raman"_s, u"+14085550142"_s, u"San Jose"_s, u"CA"_s, u"US"_s};
}

} // namespace

AskPhonesPage::AskPhonesPage(settings::Settings &settings, const calls::DeskMirror &mirror,
                             const Theme &theme, QWidget *parent)
    : SettingsPage(tr("Ask phones"), settings, parent)
{
    addPhones(mirror, theme);
    addTimes();
    addQuestion(theme);
    addAnswers();
}

void AskPhonesPage::addPhones(const calls::DeskMirror &mirror, const Theme &theme)
{
    auto *form =
        addSection(tr("Ask these phones"),
                   tr("When somebody calls, these people are asked, from the top to the bottom, whether "
                      "they take the call. Whoever takes it is rung and presses 1; until then the caller "
                      "hears music. Only these phones may answer."));
    form->addRow(new PhoneListEditor(settings(), mirror, theme));
}

void AskPhonesPage::addTimes()
{
    auto *form = addSection(tr("When, and how long"));
    addSwitch(form, tr("Ask them also while somebody is at the desk"), keys::askAlsoWithDesk);
    addSwitch(form, tr("Ask everybody at once"), keys::askAllAtOnce);
    addNumber(form, tr("Ask the &next phone after"), keys::askSeconds, tr("s"));
    addSwitch(form, tr("Nobody has taken the call: let the caller leave a message"), keys::askThenVoicemail);
    addExplanation(form,
                   tr("Otherwise the caller goes on waiting in line. “Nobody at the desk” in the Line menu "
                      "silences this window: callers are then announced to these phones only."));
}

void AskPhonesPage::addQuestion(const Theme &theme)
{
    const auto preview = [this](int number, const QString &wording, bool spoken) {
        calls::AskPlan plan = calls::AskPlan::defaults();
        const auto words = calls::wordsFromJson(settings().value(keys::askWords));
        if (!words.isEmpty())
            plan.words = words;
        (spoken ? plan.spoken : plan.text) = wording;
        return spoken ? calls::spokenFor(someCaller(), plan) : calls::textFor(someCaller(), number, plan);
    };
    auto *form = addSection(
        tr("The question"),
        tr("{name}, {place} and {number} stand for the caller; {take}, {voicemail}, {thank} and {later} for "
           "what may be answered. While more than one caller waits, each text carries a short number."));
    auto *text =
        new WordingEditor(settings(), keys::askText, calls::AskPlan::defaults().text, tr("By text"), theme);
    text->setPreview([preview](const QString &wording) {
        return tr("%1\nWith more callers waiting: %2")
            .arg(preview(0, wording, false), preview(2, wording, false));
    });
    form->addRow(text);
    auto *spoken = new WordingEditor(settings(), keys::askSpoken, calls::AskPlan::defaults().spoken,
                                     tr("By a short call"), theme);
    spoken->setPreview([preview](const QString &wording) { return preview(0, wording, true); });
    form->addRow(spoken);
    addExplanation(form,
                   tr("In a short call 1 takes the caller, 2 sends them to voicemail, 3 thanks them, and "
                      "hanging up means later. A short call is made by itself to landlines, to phones that "
                      "the phone company sends no texts to, and where this desk may not send texts "
                      "(“After the call”)."));
    connect(&settings(), &settings::Settings::changed, this, [text](const QString &key) {
        if (key == keys::askWords.key)
            text->refresh();
    });
}

void AskPhonesPage::addAnswers()
{
    auto *form = addSection(tr("What answers mean"),
                            tr("Words that count, separated by commas; the first one is offered in the text. "
                               "Anything else changes nothing and is answered with help."));
    form->addRow(new ReplyWordsEditor(settings()));
}

} // namespace anteroom::ui
