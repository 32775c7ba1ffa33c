// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/after_call_page.h"

#include "calls/apologies.h"
#include "calls/desk_mirror.h"
#include "calls/switchboard.h"
#include "settings/keys.h"
#include "ui/widgets/kind.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace keys = settings::keys;

namespace {
constexpr int wordsLabelWidth = 220; // as on every page
}

AfterCallPage::AfterCallPage(settings::Settings &settings, DeskMirror &mirror, QWidget *parent)
    : SettingsPage(tr("After the call"), settings, parent),
      m_mirror(mirror),
      m_usualApology(LineManners::defaults().apology)
{
    auto *texts =
        addSection(tr("Texts"), tr("Where this is off, nobody is sent a text, whatever else is set: "
                                   "no apology, a close-out by text is only spoken, and listed phones "
                                   "are asked by a short call."));
    addSwitch(texts, tr("This desk may send &texts"), keys::textsOn);
    auto *sorry = addSection(tr("Apology"),
                             tr("A text to whoever waited long and hung up, or met a full queue. Once per "
                                "number and day; never to withheld numbers or landlines."));
    addSwitch(sorry, tr("Send an &apology"), keys::apologise);
    addNumber(sorry, tr("To who waited &longer than"), keys::apologyAfter, tr("s"));
    m_apology = addWords(sorry, tr("The &words"), keys::apology, m_usualApology);
    m_preview = new QLabel;
    m_preview->setObjectName("apologyPreview");
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setAccessibleName(tr("The apology as a caller reads it"));
    sorry->addRow(tr("As a caller reads it"), m_preview);
    m_length = addExplanation(sorry, {});
    auto *end = addSection(tr("Closing out the queue"));
    addExplanation(end,
                   tr("What callers hear who may leave a message for the next show is among the texts of "
                      "What callers hear."));
    addSwitch(end, tr("&Delete the queue when a close-out has ended and it is empty"), keys::deleteQueue);
    addExplanation(end, tr("It comes back by itself with the first caller of the next show."));
    connect(&settings, &settings::Settings::changed, this, &AfterCallPage::showPreview);
    connect(&mirror, &DeskMirror::lineChanged, this, &AfterCallPage::showPreview);
    showPreview();
}

/// An empty field is the usual text, which shows through it.
QPlainTextEdit *AfterCallPage::addWords(QFormLayout *form, const QString &label,
                                        const settings::OwnTextSetting &setting, const QString &usual)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(setting.key);
    edit->setAccessibleName(QString(label).remove(u'&'));
    edit->setTabChangesFocus(true);
    edit->setPlaceholderText(usual);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 3 + 20);
    edit->setPlainText(settings().value(setting).value_or(QString()));
    form->addRow(label, edit);
    form->labelForField(edit)->setMinimumWidth(wordsLabelWidth);
    connect(edit, &QPlainTextEdit::textChanged, &settings(), [this, edit, setting] {
        const QString words = edit->toPlainText();
        settings().set(setting, words.trimmed().isEmpty() ? std::nullopt : std::optional(words));
    });
    connect(&settings(), &settings::Settings::changed, edit, [this, edit, setting](const QString &key) {
        const QString words = settings().value(setting).value_or(QString());
        if (key != setting.key || words == edit->toPlainText() || edit->hasFocus())
            return;
        const QSignalBlocker quiet(edit);
        edit->setPlainText(words);
    });
    return edit;
}

void AfterCallPage::showPreview()
{
    constexpr int oneText = 70; // letters beyond the telephone's own alphabet make a text this short
    Call call;
    call.caller.name = tr("Priya Raman");
    call.caller.number = u"+14085550142"_s;
    call.stateSince = QDateTime::currentDateTimeUtc();
    call.arrival = call.stateSince.addSecs(-4 * 60);
    const QString words =
        apologyFor(settings().value(keys::apology).value_or(m_usualApology), call, m_mirror.line());
    m_preview->setText(words);
    m_length->setText(tr("{name}, {show} and {minutes} are filled in. Letters: %1; more than %2 may be sent, "
                         "and billed, as several texts.")
                          .arg(words.size())
                          .arg(oneText));
}

} // namespace anteroom::ui
