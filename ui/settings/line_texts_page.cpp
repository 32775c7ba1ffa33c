// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/line_texts_page.h"

#include "calls/desk_mirror.h"
#include "settings/keys.h"
#include "ui/widgets/kind.h"
#include "ui/words/plain_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace anteroom::ui {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 165; // five of them
constexpr int editorHeight = 62;

QString titleOf(const QString &key)
{
    static const QList<std::pair<QLatin1StringView, const char *>> titles{
        {keys::greeting.key, QT_TRANSLATE_NOOP("LineTextsPage", "Greeting")},
        {keys::recordingNotice.key, QT_TRANSLATE_NOOP("LineTextsPage", "Notice: recorded and aired")},
        {keys::consentText.key, QT_TRANSLATE_NOOP("LineTextsPage", "Do you agree?")},
        {keys::noConsentText.key, QT_TRANSLATE_NOOP("LineTextsPage", "Does not agree")},
        {keys::menuText.key, QT_TRANSLATE_NOOP("LineTextsPage", "Menu")},
        {keys::positionText.key, QT_TRANSLATE_NOOP("LineTextsPage", "Place in line")},
        {keys::waitedText.key, QT_TRANSLATE_NOOP("LineTextsPage", "Time waited")},
        {keys::averageText.key, QT_TRANSLATE_NOOP("LineTextsPage", "Average wait")},
        {keys::longWaitOffer.key, QT_TRANSLATE_NOOP("LineTextsPage", "Offer after a long wait")},
        {keys::willCallBack.key, QT_TRANSLATE_NOOP("LineTextsPage", "We call back")},
        {keys::cannotCallBack.key, QT_TRANSLATE_NOOP("LineTextsPage", "Can't call back")},
        {keys::waitOver.key, QT_TRANSLATE_NOOP("LineTextsPage", "Waited as long as allowed")},
        {keys::backInLine.key, QT_TRANSLATE_NOOP("LineTextsPage", "Back in line")},
        {keys::thanks.key, QT_TRANSLATE_NOOP("LineTextsPage", "Thanks at the end")},
        {keys::goodbye.key, QT_TRANSLATE_NOOP("LineTextsPage", "Goodbye")},
        {keys::voicemailGreeting.key, QT_TRANSLATE_NOOP("LineTextsPage", "Voicemail")},
        {keys::nextShow.key, QT_TRANSLATE_NOOP("LineTextsPage", "Message for the next show")},
        {keys::fullMessage.key, QT_TRANSLATE_NOOP("LineTextsPage", "Queue is full")},
        {keys::closedMessage.key, QT_TRANSLATE_NOOP("LineTextsPage", "Lines are closed")},
        {keys::outsideHours.key, QT_TRANSLATE_NOOP("LineTextsPage", "Outside the opening hours")},
        {keys::askSeat.key, QT_TRANSLATE_NOOP("LineTextsPage", "To me, when my phone rings")},
    };
    for (const auto &[name, title] : titles)
        if (key == name)
            return QCoreApplication::translate("LineTextsPage", title);
    return key;
}

/// Names that every account knows; any other can be typed.
const QStringList &voices()
{
    static const QStringList names{
        u"man"_s,         u"woman"_s,       u"Polly.Joanna"_s, u"Polly.Matthew"_s, u"Polly.Amy"_s,
        u"Polly.Brian"_s, u"Polly.Vicki"_s, u"Polly.Hans"_s,   u"Polly.Celine"_s,  u"Polly.Conchita"_s};
    return names;
}

const QStringList &languages()
{
    static const QStringList tags{u"en-US"_s, u"en-GB"_s, u"en-AU"_s, u"de-DE"_s, u"fr-FR"_s,
                                  u"es-ES"_s, u"es-MX"_s, u"it-IT"_s, u"nl-NL"_s, u"pt-BR"_s,
                                  u"pl-PL"_s, u"sv-SE"_s, u"da-DK"_s, u"nb-NO"_s, u"ja-JP"_s};
    return tags;
}

calls::SpokenText ownDefault(const calls::LineText &text)
{
    static const calls::LineManners manners = calls::LineManners::defaults();
    return manners.*text.text;
}

QString wordsOf(const settings::Settings &settings, const calls::LineText &text)
{
    return settings.value(settings::OwnTextSetting{text.key})
        .value_or(ownDefault(text).text)
        .replace(u"%1"_s, u"{caller}"_s);
}

} // namespace

LineTextsPage::LineTextsPage(settings::Settings &settings, calls::DeskMirror &mirror, QWidget *parent)
    : SettingsPage(tr("What callers hear"), settings, parent),
      m_mirror(mirror),
      m_list(new QListWidget),
      m_text(new QPlainTextEdit),
      m_placeholders(new QLabel),
      m_problem(new QLabel),
      m_preview(new QLabel),
      m_voice(new QComboBox),
      m_language(new QComboBox),
      m_play(new QPushButton(tr("&Call me and play it"))),
      m_reset(new QPushButton(tr("Use the program's own &words")))
{
    makeList();
    makeEditor();
    connect(m_list, &QListWidget::currentRowChanged, this, &LineTextsPage::choose);
    connect(&mirror, &calls::DeskMirror::seatChanged, this, &LineTextsPage::sayWhetherItCanBePlayed);
    m_list->setCurrentRow(0);
}

void LineTextsPage::makeList()
{
    auto *form =
        addSection(tr("Texts"), tr("Choose one to change it. What you type counts from the next caller "
                                   "on."));
    m_list->setObjectName("lineTexts");
    m_list->setAccessibleName(tr("Texts"));
    setKind(m_list, "topics");
    m_list->setFixedHeight(listHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const calls::LineText &text : calls::lineTexts()) {
        m_list->addItem(QString());
        m_list->item(m_list->count() - 1)->setData(Qt::UserRole, QString(text.key));
        nameRow(m_list->count() - 1);
    }
    form->addRow(m_list);
}

void LineTextsPage::nameRow(int row)
{
    const calls::LineText &text = calls::lineTexts().at(row);
    const QString words = oneLine(wordsOf(settings(), text)).simplified();
    m_list->item(row)->setText(titleOf(text.key) + u" · "_s + (words.isEmpty() ? tr("not said") : words));
}

void LineTextsPage::makeEditor()
{
    auto *form = addSection(tr("Words and voice"));
    m_text->setObjectName("lineText");
    m_text->setAccessibleName(tr("Words"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(editorHeight);
    form->addRow(m_text);
    for (QLabel *label : {m_placeholders, m_problem, m_preview}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setKind(m_placeholders, "dim");
    setKind(m_problem, "error");
    m_problem->setObjectName("lineTextProblem");
    m_preview->setObjectName("lineTextPreview");
    form->addRow(m_placeholders);
    form->addRow(m_problem);
    const auto fill = [](QComboBox *box, const QString &name, const QStringList &entries,
                         const QString &empty) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->addItems(entries);
        box->lineEdit()->setPlaceholderText(empty);
        box->setAccessibleName(name);
        box->setMinimumWidth(240);
    };
    fill(m_voice, tr("Voice"), voices(), tr("the phone company's"));
    fill(m_language, tr("Language"), languages(), tr("the voice's"));
    m_voice->setObjectName("lineTextVoice");
    m_language->setObjectName("lineTextLanguage");
    form->addRow(tr("&Voice"), m_voice);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("Will sound like"), m_preview);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_play->setObjectName("playLineText");
    m_reset->setObjectName("resetLineText");
    m_play->setAutoDefault(false);
    m_reset->setAutoDefault(false);
    buttons->addWidget(m_play);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    form->addRow(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LineTextsPage::keep);
    connect(m_voice, &QComboBox::currentTextChanged, this, &LineTextsPage::keep);
    connect(m_language, &QComboBox::currentTextChanged, this, &LineTextsPage::keep);
    connect(m_play, &QPushButton::clicked, this, &LineTextsPage::play);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        settings().set(settings::OwnTextSetting{chosen().key}, std::nullopt);
        nameRow(m_list->currentRow());
        choose(m_list->currentRow());
    });
}

const calls::LineText &LineTextsPage::chosen() const
{
    return calls::lineTexts().at(std::max(0, m_list->currentRow()));
}

calls::SpokenText LineTextsPage::shown() const
{
    return {m_text->toPlainText(), m_voice->currentText().trimmed(), m_language->currentText().trimmed()};
}

void LineTextsPage::choose(int row)
{
    if (row < 0)
        return;
    const QScopedValueRollback filling(m_filling, true);
    const calls::LineText &text = chosen();
    const auto all = calls::voicesFromJson(settings().value(keys::textVoices)).value_or(calls::Voices());
    const calls::Voice voice = all.value(QString(text.key), all.value(QString()));
    m_text->setPlainText(wordsOf(settings(), text));
    m_voice->setCurrentText(voice.name);
    m_language->setCurrentText(voice.language);
    QStringList names;
    for (const QString &name : text.placeholders)
        names << u'{' + name + u'}';
    m_placeholders->setText(
        tr("Filled in when it is said: %1. Times are in minutes.").arg(names.join(", "_L1)));
    preview();
}

void LineTextsPage::keep()
{
    preview();
    if (m_filling || !m_problem->text().isEmpty())
        return;
    const calls::LineText &text = chosen();
    const calls::SpokenText now = shown();
    const settings::OwnTextSetting key{text.key};
    if (now.text != wordsOf(settings(), text))
        settings().set(key, now.text == ownDefault(text).text ? std::nullopt : std::optional(now.text));
    auto all = calls::voicesFromJson(settings().value(keys::textVoices)).value_or(calls::Voices());
    const calls::Voice voice{now.voice, now.language};
    if (all.value(QString(text.key)) != voice) {
        all.insert(QString(text.key), voice);
        settings().set(keys::textVoices, calls::toJson(all));
    }
    nameRow(m_list->currentRow());
}

void LineTextsPage::preview()
{
    const calls::SpokenText now = shown();
    QString problem;
    for (const auto &found : {calls::problemOf(now.text, chosen().placeholders),
                              calls::problemOfVoice(now.voice), calls::problemOfLanguage(now.language)})
        if (found && problem.isEmpty())
            problem = tr("Not kept: %1").arg(*found);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const QString filled =
        calls::filled(now.text, calls::exampleFillings(settings().value(keys::showName))).simplified();
    m_preview->setText(filled.isEmpty() ? tr("Nothing is said.") : tr("“%1”").arg(filled));
    sayWhetherItCanBePlayed();
}

void LineTextsPage::sayWhetherItCanBePlayed()
{
    const bool hasPhone = !m_mirror.seat().phone.isEmpty();
    m_play->setEnabled(hasPhone && m_problem->text().isEmpty() && !shown().text.trimmed().isEmpty());
    m_play->setToolTip(hasPhone ? tr("Your phone rings, and this is read out to you.")
                                : tr("Set your phone first, in the window's status line."));
}

void LineTextsPage::play()
{
    calls::SpokenText text = shown();
    text.text = calls::filled(text.text, calls::exampleFillings(settings().value(keys::showName)));
    m_mirror.submit(calls::PlayToMe{text});
}

} // namespace anteroom::ui
