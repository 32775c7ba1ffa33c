// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/reply_words_editor.h"

#include "calls/ask_plan.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/widgets/kind.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <array>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace keys = settings::keys;

namespace {
constexpr std::array meanings{AskWish::Take, AskWish::Voicemail, AskWish::Thank, AskWish::Later};
}

ReplyWordsEditor::ReplyWordsEditor(settings::Settings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_problem(new QLabel)
{
    const std::array labels{tr("&Take the call"), tr("Send to &voicemail"), tr("Thank and &hang up"),
                            tr("&Later: ask somebody else")};
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        auto *field = new QLineEdit;
        field->setObjectName(u"words."_s + toWord(meanings.at(i)));
        field->setAccessibleName(QString(labels.at(i)).remove(u'&'));
        form->addRow(labels.at(i), field);
        m_fields.append(field);
        connect(field, &QLineEdit::textEdited, this, &ReplyWordsEditor::check);
        connect(field, &QLineEdit::editingFinished, this, &ReplyWordsEditor::take); // half a word is none
    }
    m_problem->setObjectName("wordsProblem");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setKind(m_problem, "error");
    m_problem->hide();
    form->addRow(m_problem);
    connect(&m_settings, &settings::Settings::changed, this, [this](const QString &key) {
        if (key == keys::askWords.key && typed() != wordsFromJson(m_settings.value(keys::askWords)))
            show();
    });
    show();
}

QList<ReplyWord> ReplyWordsEditor::typed() const
{
    QList<ReplyWord> words;
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        for (const QString &part : m_fields.at(i)->text().split(u',', Qt::SkipEmptyParts))
            if (const QString word = part.simplified(); !word.isEmpty())
                words.append({word, meanings.at(std::size_t(i))});
    return words;
}

QString ReplyWordsEditor::problemWith(const QList<ReplyWord> &words) const
{
    QHash<QString, AskWish> known;
    for (const ReplyWord &each : words) {
        const QString plain = plainWord(each.word);
        if (!mayBeReplyWord(each.word))
            return tr("“%1” is taken by the phone network itself: it would block texts to that phone, or be "
                      "answered by the network. Choose another word.")
                .arg(each.word);
        if (const auto other = known.constFind(plain); other != known.cend() && *other != each.wish)
            return tr("“%1” cannot mean two things.").arg(each.word);
        known.insert(plain, each.wish);
    }
    if (offeredWord(AskWish::Take, words).isEmpty())
        return tr("Nobody could take a call: give at least one word for it.");
    return {};
}

bool ReplyWordsEditor::check()
{
    const QString problem = problemWith(typed());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    return problem.isEmpty();
}

void ReplyWordsEditor::take()
{
    if (!check())
        return; // what counted before still does
    const QList<ReplyWord> words = typed();
    m_settings.set(keys::askWords, words == defaultReplyWords() ? QJsonObject() : wordsToJson(words));
}

void ReplyWordsEditor::show()
{
    QList<ReplyWord> words = wordsFromJson(m_settings.value(keys::askWords));
    if (words.isEmpty())
        words = defaultReplyWords();
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        QStringList mine;
        for (const ReplyWord &each : std::as_const(words))
            if (each.wish == meanings.at(std::size_t(i)))
                mine.append(each.word);
        const QSignalBlocker quiet(m_fields.at(i));
        m_fields.at(i)->setText(mine.join(u", "_s));
    }
}

} // namespace anteroom::ui
