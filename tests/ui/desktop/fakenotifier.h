// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes down what the desktop would show; a test presses its buttons by emitting the signals.
#pragma once

#include "app/platform/notifier.h"

#include <QStringList>

namespace Textdesk::Testing {

class FakeNotifier final : public Notifier {
    Q_OBJECT
public:
    void show(const DesktopNotice& notice) override
    {
        m_last = notice;
        m_log.append(
            QStringLiteral("show %1 | %2 | %3").arg(notice.key, notice.title, notice.body));
    }
    void withdraw(const QString& key) override { m_log.append(QStringLiteral("withdraw ") + key); }

    [[nodiscard]] const DesktopNotice& last() const { return m_last; }
    // What was said since the last call.
    [[nodiscard]] QStringList take() { return std::exchange(m_log, {}); }

private:
    DesktopNotice m_last;
    QStringList m_log;
};

} // namespace Textdesk::Testing
