// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Makes message ids like the real service's: 24 hex digits whose first 8 are the second of creation
// (zoomconnect.md 1.5), or decimal numbers as its older versions did.
#pragma once

#include <QString>

namespace Textdesk {

class PracticeIds final {
public:
    PracticeIds();

    [[nodiscard]] QString next(qint64 nowMs, bool numeric);
    // Keeps decimal ids above this one, which an earlier run handed out.
    void notice(const QString& id);

private:
    QString m_machine; // 10 hex digits, different each start
    quint32 m_counter;
    qint64 m_lastNumber{4635029}; // the vendor manual's example
};

} // namespace Textdesk
