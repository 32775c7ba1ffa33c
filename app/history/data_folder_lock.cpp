// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/data_folder_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>

namespace anteroom::history {

using namespace Qt::StringLiterals;

std::expected<DataFolderLock, QString> DataFolderLock::take(const QString &folder)
{
    const QString shown = QDir::toNativeSeparators(folder);
    if (!QDir().mkpath(folder)) {
        return std::unexpected(
            QCoreApplication::translate("DataFolderLock",
                                        "The data folder %1 cannot be made. No caller is affected. See that "
                                        "the place can be written to, or choose another folder.")
                .arg(shown));
    }
    auto file = std::make_unique<QLockFile>(QDir(folder).filePath(u"desk.lock"_s));
    file->setStaleLockTime(0); // a show may last for days; age says nothing
    bool taken = file->tryLock(0);
    // The file names a process, and after kill -9 its number may belong to somebody else, in a container even
    // to us. The removal succeeds only where no living process holds the system's own lock on it.
    if (!taken && file->error() == QLockFile::LockFailedError && file->removeStaleLockFile())
        taken = file->tryLock(0);
    if (taken)
        return DataFolderLock(std::move(file));
    if (file->error() == QLockFile::LockFailedError) {
        return std::unexpected(
            QCoreApplication::translate("DataFolderLock",
                                        "Anteroom already runs on the data folder %1. Its callers are "
                                        "served there. Use that window, or choose another folder.")
                .arg(shown));
    }
    return std::unexpected(
        QCoreApplication::translate("DataFolderLock",
                                    "The data folder %1 cannot be written to. No caller is affected. "
                                    "See to its permissions, or choose another folder.")
            .arg(shown));
}

DataFolderLock::DataFolderLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file))
{
}
DataFolderLock::DataFolderLock(DataFolderLock &&) noexcept = default;
DataFolderLock &DataFolderLock::operator=(DataFolderLock &&) noexcept = default;
DataFolderLock::~DataFolderLock() = default;

} // namespace anteroom::history
