// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A secret on the clipboard, for ten seconds and no longer.
#pragma once

#include "app/base/clock.h"
#include "app/base/secrettext.h"

#include <QObject>

#include <memory>

namespace Textdesk {

class SecretClipboard final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds keptFor{10};
    explicit SecretClipboard(Clock& clock, QObject* parent = nullptr);
    // Takes it away if it still is there.
    ~SecretClipboard() override;

    // Marked as sensitive where the platform knows such a mark, so that clipboard histories leave
    // it out. A second copy begins the time anew.
    void copy(const SecretText& secret);

signals:
    // The time is over; whatever stands on the clipboard now is not ours.
    void cleared();

private:
    void clear();
    Clock& m_clock;
    SecretText m_held;
    std::unique_ptr<QObject> m_timer; // deleting it stops the clock
};

} // namespace Textdesk
