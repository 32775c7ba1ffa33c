// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <memory>

class QLockFile;

namespace anteroom::history {

/// Held while a desk runs on a data folder; freed by the system when the desk dies in whatever way.
class DataFolderLock
{
public:
    /// Makes the folder if need be. The error is a sentence: somebody else holds it, or it cannot be written
    /// to.
    static std::expected<DataFolderLock, QString> take(const QString &folder);
    DataFolderLock(DataFolderLock &&) noexcept;
    DataFolderLock &operator=(DataFolderLock &&) noexcept;
    ~DataFolderLock();

private:
    explicit DataFolderLock(std::unique_ptr<QLockFile> file);
    std::unique_ptr<QLockFile> m_file;
};

} // namespace anteroom::history
