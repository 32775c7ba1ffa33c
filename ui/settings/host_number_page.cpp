// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/host_number_page.h"

#include "calls/desk_mirror.h"
#include "calls/host_plan.h"
#include "settings/keys.h"
#include "ui/settings/host_list_editor.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace keys = settings::keys;

namespace {
constexpr int hostLabelWidth = 220; // as on every page
}

HostNumberPage::HostNumberPage(settings::Settings &settings, const DeskMirror &mirror, const Theme &theme,
                               QWidget *parent)
    : SettingsPage(tr("Host's number"), settings, parent), m_mirror(mirror)
{
    addNumberField();
    addPeople(theme);
    addKeys();
}

QString HostNumberPage::homeNumber() const
{
    const QString line = m_mirror.line().number;
    return line.isEmpty() ? settings().value(keys::lineNumber) : line;
}

void HostNumberPage::addNumberField()
{
    auto *form = addSection(tr("A number of its own"),
                            tr("Hosts dial it and run the show from any phone, while the desk runs somewhere "
                               "else. It must be another number of your account than the one callers dial, "
                               "and the desk needs its public address. Leave it empty to have none."));
    const QString kept = settings().value(keys::hostNumber);
    m_number = new QLineEdit(kept.isEmpty() ? QString() : formattedNumber(kept, homeNumber()));
    m_number->setObjectName(keys::hostNumber.key);
    m_number->setAccessibleName(tr("The hosts' number"));
    m_number->setPlaceholderText(tr("None"));
    form->addRow(tr("The hosts' &number"), m_number);
    form->labelForField(m_number)->setMinimumWidth(hostLabelWidth);
    m_problem = new QLabel;
    m_problem->setObjectName("hostNumberProblem");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setKind(m_problem, "error");
    m_problem->hide();
    form->addRow(m_problem);
    connect(m_number, &QLineEdit::editingFinished, this, &HostNumberPage::keepNumber);
}

void HostNumberPage::keepNumber()
{
    const QString text = m_number->text().trimmed();
    const QString number = typedNumber(text, homeNumber());
    QString problem;
    if (!text.isEmpty() && number.isEmpty())
        problem =
            tr("That is not a telephone number. Write it with its country code, such as +1 415 555 0177.");
    else if (!number.isEmpty() && number == homeNumber())
        problem =
            tr("This is the number that callers dial; they would be asked for a PIN. Choose another one.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        settings().set(keys::hostNumber, number);
}

void HostNumberPage::addPeople(const Theme &theme)
{
    auto *form =
        addSection(tr("Who is let in"),
                   tr("By a PIN of six digits, or on the listed phone, which the desk calls back: the number "
                      "that a call shows is easily forged. From a phone that is not listed they type their "
                      "own number first, and need the PIN. Five wrong PINs lock the person and the phone for "
                      "15 minutes; five calls back that nobody answers with 1 are enough for an hour."));
    form->addRow(new HostListEditor(settings(), m_mirror, theme));
    addSwitch(form, tr("Listening and the next caller need no PIN from a &proven number"),
              keys::hostTrustsProven);
    addExplanation(form, tr("Proven is the number of a listed phone whose network vouches for it, as many in "
                            "the United States and Canada do (full attestation)."));
}

void HostNumberPage::addKeys()
{
    auto *form = addSection(tr("What the keys do"));
    auto *after = new ChoiceBox;
    after->setObjectName(keys::hostAfterTalk.key);
    after->setAccessibleName(tr("With star, the caller"));
    after->addItem(tr("is thanked and hung up on"), toWord(AfterTalk::Thank));
    after->addItem(tr("goes back in line"), toWord(AfterTalk::BackInLine));
    after->addItem(tr("goes to voicemail"), toWord(AfterTalk::Voicemail));
    after->setCurrentIndex(after->findData(toWord(afterTalkFromWord(settings().value(keys::hostAfterTalk)))));
    form->addRow(tr("With *, the &caller"), after);
    form->labelForField(after)->setMinimumWidth(hostLabelWidth);
    connect(after, &ChoiceBox::activated, &settings(),
            [this, after] { settings().set(keys::hostAfterTalk, after->currentData().toString()); });
    const QList<std::pair<QString, QString>> meanings{
        {u"*"_s,
         tr("In a talk: on to the next caller, after two seconds in which 2, 3 or 0 may still be pressed")},
        {u"1"_s, tr("The next caller")},
        {u"2"_s, tr("The caller goes back in line")},
        {u"3"_s, tr("The caller goes to voicemail")},
        {u"8"_s, tr("Close out the queue; asks again first")},
        {u"9"_s, tr("Open or close the line")},
        {u"0"_s, tr("Who waits, once more")}};
    for (const auto &[key, meaning] : meanings) {
        auto *name = new QLabel(key);
        name->setTextFormat(Qt::PlainText);
        name->setMinimumWidth(hostLabelWidth);
        auto *words = new QLabel(meaning);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        setKind(words, "dim");
        form->addRow(name, words);
    }
}

} // namespace anteroom::ui
