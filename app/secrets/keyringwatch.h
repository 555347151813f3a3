// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hears of a keyring that was started anew or unlocked, so that nobody has to restart the program.
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

class QDBusServiceWatcher;

namespace Textdesk {

class KeyringWatch final : public QObject {
    Q_OBJECT
public:
    explicit KeyringWatch(QObject* parent = nullptr);

signals:
    // It can be read without a question to the person.
    void unlocked();

private slots:
    // D-Bus delivers to slots only.
    void collectionChanged();
    void propertiesChanged(
        const QString& interface, const QVariantMap& changed, const QStringList& invalidated);

private:
    void look();
    QDBusServiceWatcher* m_watcher{nullptr};
};

} // namespace Textdesk
