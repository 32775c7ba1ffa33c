// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/recording_page.h"

#include "calls/line_manners.h"
#include "settings/keys.h"
#include "ui/settings/wording_editor.h"
#include "ui/widgets/kind.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace anteroom::ui {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;

RecordingPage::RecordingPage(settings::Settings &settings, const Theme &theme, QWidget *parent)
    : SettingsPage(tr("Recording"), settings, parent),
      m_problem(new QLabel),
      m_suggest(new QPushButton(tr("&Use these words")))
{
    auto *talks = addSection(tr("Talks"));
    addChoice(talks, tr("Talks are &recorded"), keys::recordTalks,
              {{u"off"_s, tr("never")},
               {u"on"_s, tr("each, from the moment the caller joins")},
               {u"key"_s, tr("when I press the key")}});
    addExplanation(talks, tr("Ctrl+R starts, pauses and goes on. The recordings lie in the folder of the "
                             "voicemail, named from the show and the caller, and are listed beside it."));
    addSwitch(talks, tr("Talks on this line go on &air"), keys::airs);
    makeNotice(theme);
    makeConsent(theme);
    connect(&settings, &settings::Settings::changed, this, &RecordingPage::refresh);
    refresh();
}

void RecordingPage::makeNotice(const Theme &theme)
{
    auto *form = addSection(tr("The notice"),
                            tr("Spoken to every caller after the greeting; to whoever has not heard it yet, "
                               "right before the talk. When it was heard, and in which words, is kept with "
                               "the call. Nobody is recorded without it."));
    addWords(form, keys::recordingNotice, calls::LineManners::defaults().notice, tr("Callers hear"), theme);
    m_problem->setObjectName("noticeProblem");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setKind(m_problem, "error");
    form->addRow(m_problem);
    m_suggest->setObjectName("suggestNotice");
    m_suggest->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_suggest);
    row->addStretch(1);
    form->addRow(row);
    connect(m_suggest, &QPushButton::clicked, this, [this] {
        this->settings().set(keys::recordingNotice,
                             tr("Please note that this call may be recorded and broadcast."));
    });
}

void RecordingPage::makeConsent(const Theme &theme)
{
    const auto usual = calls::LineManners::defaults();
    auto *form = addSection(tr("Consent"),
                            tr("Asked after the notice. Silence, or any other key, is no consent. Whoever "
                               "could not be asked, because no public address is set, is not recorded."));
    addSwitch(form, tr("Callers must press &1 to agree"), keys::askConsent);
    addWords(form, keys::consentText, usual.consentPrompt, tr("They are asked"), theme);
    m_consent << addChoice(
        form, tr("Who does &not agree"), keys::withoutConsent,
        {{u"wait"_s, tr("waits, and is not recorded")}, {u"thank"_s, tr("is thanked, and it ends")}});
    addWords(form, keys::noConsentText, usual.noConsent, tr("Then they hear"), theme);
}

void RecordingPage::addWords(QFormLayout *form, const settings::OwnTextSetting &setting, const QString &usual,
                             const QString &label, const Theme &theme)
{
    auto *editor = new WordingEditor(settings(), setting, usual, label, theme);
    const calls::LineText *text = calls::lineText(QString(setting.key));
    editor->setPreview([this, text](const QString &words) {
        if (const auto problem = calls::problemOf(words, text->placeholders))
            return *problem;
        const QString filled =
            calls::filled(words, calls::exampleFillings(settings().value(keys::showName))).simplified();
        return filled.isEmpty() ? tr("Nothing is said.") : tr("Will sound like: “%1”").arg(filled);
    });
    form->addRow(editor);
    if (setting.key != keys::recordingNotice.key)
        m_consent << editor;
}

void RecordingPage::refresh()
{
    const bool needed = settings().value(keys::recordTalks) != "off"_L1 || settings().value(keys::airs);
    const bool empty = settings().value(keys::recordingNotice).value_or(QString()).trimmed().isEmpty();
    m_problem->setVisible(needed && empty);
    m_suggest->setVisible(needed && empty);
    m_problem->setText(
        tr("The line cannot be opened while the notice is empty, and nobody is recorded. These "
           "words would do: “%1”")
            .arg(tr("Please note that this call may be recorded and broadcast.")));
    const bool asks = settings().value(keys::askConsent);
    for (QWidget *field : std::as_const(m_consent))
        field->setEnabled(asks);
}

} // namespace anteroom::ui
