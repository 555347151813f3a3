// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C, a closed terminal and a service manager's stop, told from the event loop, so that what
// is under way can end in order.
#pragma once

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace Textdesk {

// One in a program, on the thread of its event loop. What comes before the loop runs is told then.
class QuitSignals final : public QObject {
    Q_OBJECT
public:
    // Twice at the most: the third one ends the process where it stands.
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override;

signals:
    void asked();

private:
    void hear();

    std::unique_ptr<QSocketNotifier> m_notifier; // where signals are read from a socket
};

} // namespace Textdesk
