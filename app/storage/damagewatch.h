// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Damage is met by whichever thread reads or writes the wrong page; whoever looks after the profile
// hears of the first one at once.
#pragma once

#include <QObject>
#include <QString>

namespace Textdesk {

class DamageWatch final : public QObject {
    Q_OBJECT
public:
    // file is named as for Connection::open. Damage that was met since the file was opened is told,
    // too.
    explicit DamageWatch(QString file, QObject* parent = nullptr);
    ~DamageWatch() override;

    // From any thread: a statement met a page that is no page of a database.
    static void tell(const QString& file);
    // The file is opened anew: what was met before may have been mended.
    static void beginAnew(const QString& file);

signals:
    // Once, on the thread of this object, from the event loop.
    void found();

private:
    void note();

    QString m_file;
    bool m_told{false};
};

} // namespace Textdesk
