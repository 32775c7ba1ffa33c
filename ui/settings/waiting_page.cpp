// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/waiting_page.h"

#include "calls/sound_file.h"
#include "settings/keys.h"
#include "ui/widgets/kind.h"
#include "ui/words/durations.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace anteroom::ui {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;

WaitingPage::WaitingPage(settings::Settings &settings, QWidget *parent)
    : SettingsPage(tr("Waiting"), settings, parent),
      m_file(new QLineEdit),
      m_browse(new QPushButton(tr("Choose a &file…"))),
      m_problem(new QLabel)
{
    makeMusic();
    makeTimes();
    showMusic();
}

void WaitingPage::makeMusic()
{
    auto *form = addSection(tr("Music"));
    m_kind = addChoice(form, tr("Callers &hear"), keys::musicKind,
                       {{u"company"_s, tr("the phone company's music")},
                        {u"file"_s, tr("a file of mine")},
                        {u"silence"_s, tr("silence")}});
    m_style = addChoice(form, tr("&Style"), keys::musicStyle,
                        {{u"classical"_s, tr("Classical")},
                         {u"ambient"_s, tr("Ambient")},
                         {u"electronica"_s, tr("Electronica")},
                         {u"guitars"_s, tr("Guitars")},
                         {u"rock"_s, tr("Rock")},
                         {u"soft-rock"_s, tr("Soft rock")}});
    m_file->setObjectName(keys::musicFile.key);
    m_file->setAccessibleName(tr("File"));
    m_file->setReadOnly(true);
    m_file->setPlaceholderText(tr("an MP3 or WAV file"));
    m_browse->setObjectName("chooseMusic");
    m_browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_file, 1);
    row->addWidget(m_browse);
    form->addRow(tr("File"), row);
    m_problem->setObjectName("musicProblem");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
    addExplanation(
        form, tr("A file of yours is heard while this program runs and can be reached from outside; at all "
                 "other times callers hear the phone company's music."));
    connect(m_browse, &QPushButton::clicked, this, &WaitingPage::chooseFile);
    connect(&settings(), &settings::Settings::changed, this, [this](const QString &key) {
        if (key == keys::musicKind.key || key == keys::musicFile.key)
            showMusic();
    });
}

void WaitingPage::makeTimes()
{
    auto *announce =
        addSection(tr("In between"), tr("The place in line, the time waited and the average are read out "
                                        "between two pieces of music; a piece is never cut. 0: never."));
    addNumber(announce, tr("&At least so far apart"), keys::announceEvery, tr("s"));
    auto *offer = addSection(tr("A long wait"),
                             tr("Then callers are offered to leave a message with 1, or to be called "
                                "back with 2; they keep their place in line. 0: never."));
    addNumber(offer, tr("&Offered after"), keys::offerAfter, tr("min"));
    auto *longest = addSection(tr("The longest wait"), tr("0: as long as they like."));
    addNumber(longest, tr("&Nobody waits longer than"), keys::longestWait, tr("min"));
    addChoice(longest, tr("And &then"), keys::afterLongestWait,
              {{u"voicemail"_s, tr("they may leave a message")},
               {u"thank"_s, tr("they are thanked, and it ends")}});
    auto *size = addSection(tr("How many"),
                            tr("Whoever calls a full queue hears so and may leave a message. Nobody who "
                               "waits already is turned away. 0: any number."));
    addNumber(size, tr("At &most so many wait"), keys::mostWaiting, {});
}

void WaitingPage::chooseFile()
{
    const QString old = settings().value(keys::musicFile);
    const QString path = QFileDialog::getOpenFileName(this, tr("Hold music"), QFileInfo(old).path(),
                                                      tr("Music (*.mp3 *.wav)"));
    if (!path.isEmpty())
        settings().set(keys::musicFile, path);
}

void WaitingPage::showMusic()
{
    const QString kind = settings().value(keys::musicKind);
    const bool ofMine = kind == "file"_L1;
    m_style->setEnabled(kind == "company"_L1);
    m_file->setEnabled(ofMine);
    m_browse->setEnabled(ofMine);
    const QString path = settings().value(keys::musicFile);
    m_file->setText(path);
    m_problem->setVisible(ofMine);
    if (!ofMine)
        return;
    if (path.isEmpty()) {
        setKind(m_problem, "dim");
        m_problem->setText(tr("No file is chosen yet; callers hear the phone company's music."));
    } else if (const auto sound = calls::readSoundFile(path)) {
        setKind(m_problem, "dim");
        m_problem->setText(tr("About %1 long.").arg(clockText(sound->seconds)));
    } else {
        setKind(m_problem, "error");
        m_problem->setText(sound.error());
    }
}

} // namespace anteroom::ui
