// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/save_message.h"

#include "calls/talk_file.h"
#include "ui/words/call_words.h"
#include "ui/words/plain_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

struct SaveWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::ui::SaveMessage)
};

constexpr qsizetype longestName = 60;

/// The file that is there already goes only when the new one is whole.
bool copyOver(const QString &from, const QString &to)
{
    if (QFileInfo(from) == QFileInfo(to))
        return true;
    const QString part = to + u".part"_s;
    QFile::remove(part);
    if (!QFile::copy(from, part))
        return false;
    QFile::remove(to);
    return QFile::rename(part, to);
}

} // namespace

QString fileNameOf(const Message &message)
{
    if (message.talk)
        return talkFile(message);
    QString name = oneLine(nameOf(message.caller), longestName);
    for (QChar &c : name)
        if (u"<>:\"/\\|?*."_s.contains(c))
            c = u'-';
    return message.at.toLocalTime().toString(u"yyyy-MM-dd HH-mm"_s) + u' ' + name.trimmed() + u".wav"_s;
}

QFileDialog *askToSave(const Message &message, QWidget *parent,
                       std::function<void(const QString &sentence)> tell)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(parent, SaveWords::tr("Save the message"), folder,
                                   SaveWords::tr("Sound files (*.wav)"));
    dialog->setObjectName("saveMessageDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"wav"_s);
    dialog->selectFile(fileNameOf(message));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent,
        [from = message.audioFile, tell = std::move(tell)](const QString &to) {
            if (!copyOver(from, to))
                tell(SaveWords::tr("The message could not be saved as %1. It is still in the list; "
                                   "choose another folder.")
                         .arg(QDir::toNativeSeparators(to)));
        });
    dialog->open();
    return dialog;
}

} // namespace anteroom::ui
