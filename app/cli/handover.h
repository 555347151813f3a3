// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One call handed over to the owner of the profile, and its answer handed on to whoever called.
#pragma once

#include "app/base/clock.h"
#include "app/cli/ownerprotocol.h"
#include "app/platform/ownerlink.h"

#include <QObject>

#include <functional>

namespace Textdesk {

// How it went, from the side that asked.
struct HandedOver final {
    enum class How {
        Ended, // exitCode is the verb's own
        Refused, // refusal says why; nothing was begun
        NotReached, // nobody answers there, or ended before it began: asking again is safe
        Vanished // it began and ended without an answer
    };
    How how{How::NotReached};
    int exitCode{0};
    RefusalNote refusal;
};

class HandOver final : public QObject {
    Q_OBJECT
public:
    using Words = std::function<void(FromOwner stream, const QByteArray& bytes)>;

    // words takes what the verb says, as it comes.
    HandOver(Clock& clock, Words words, QObject* parent = nullptr);

    void ask(const QString& profileFolder, const OwnerRequest& request);
    // Asks the owner to stop waiting.
    void stop();
    [[nodiscard]] bool hasBegun() const { return m_begun; }

signals:
    // Once.
    void finished(const Textdesk::HandedOver& outcome);

private:
    void hear(quint8 type, const QByteArray& payload);
    void end(HandedOver outcome);

    Clock& m_clock;
    Words m_words;
    OwnerLink* m_link;
    bool m_begun{false};
    bool m_finished{false};
};

} // namespace Textdesk

Q_DECLARE_METATYPE(Textdesk::HandedOver)
