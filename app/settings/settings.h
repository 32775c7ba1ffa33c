// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <expected>
#include <optional>

namespace anteroom::settings {

/// What the user has chosen, in one JSON file that is always replaced as a whole. Settings that are not in
/// the file have their defaults; entries that this version does not know stay in it. One thread; the file is
/// small.
class Settings : public QObject
{
    Q_OBJECT
public:
    explicit Settings(QString file, QObject *parent = nullptr);
    /// Writes what has not been written yet.
    ~Settings() override;

    /// Reads the file; without one everything has its default. A broken file is renamed and kept, everything
    /// has its default, and the answer is a sentence for the user; so it is when single entries cannot be
    /// used.
    std::optional<QString> load();
    /// Writes now instead of a moment after the last change. The error is a sentence.
    std::expected<void, QString> save();

    QString value(const TextSetting &setting) const;
    std::optional<QString> value(const OwnTextSetting &setting) const; ///< nothing: the program's own text
    int value(const NumberSetting &setting) const;
    bool value(const SwitchSetting &setting) const;
    Appearance value(const AppearanceSetting &setting) const;
    QByteArray value(const BytesSetting &setting) const;
    QJsonObject value(const ObjectSetting &setting) const;

    void set(const TextSetting &setting, const QString &value);
    void set(const OwnTextSetting &setting, const std::optional<QString> &value);
    void set(const NumberSetting &setting, int value); ///< brought into what is allowed
    void set(const SwitchSetting &setting, bool value);
    void set(const AppearanceSetting &setting, Appearance value);
    void set(const BytesSetting &setting, const QByteArray &value);
    void set(const ObjectSetting &setting, const QJsonObject &value);
    /// Back to the default.
    void reset(QLatin1StringView key);

Q_SIGNALS:
    void changed(const QString &key);
    void notSaved(const QString &sentence); ///< a later change tries again

private:
    void store(QLatin1StringView key, const QJsonValue &value);
    QString keepBroken();
    QString dropUnusable();

    const QString m_file;
    QJsonObject m_values;
    QTimer m_saveSoon;
    bool m_dirty = false;
};

} // namespace anteroom::settings
