// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program can tell a person outside its window, whoever shows it.
#pragma once

#include <QObject>
#include <QString>

namespace Textdesk {

struct DesktopNotice final {
    QString key; // the subject: a second notice with the same key replaces the first
    QString title; // plain text
    QString body; // plain text; may be empty
    QString open; // label of the action that leads to the subject
    QString reply; // label of the reply action; empty: no reply from here
    QString replyHint; // stands in an empty reply field
};

class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void show(const DesktopNotice& notice) = 0;
    // Takes it from the screen; nothing happens if it is not there.
    virtual void withdraw(const QString& key) = 0;

signals:
    void openWanted(const QString& key);
    // The desktop has no reply field of its own.
    void replyWanted(const QString& key);
    void replied(const QString& key, const QString& text);
    // For the window that will be raised next (Wayland's xdg-activation).
    void activationToken(const QString& token);
    // Nobody could show it.
    void notShown(const Textdesk::DesktopNotice& notice);
};

} // namespace Textdesk
