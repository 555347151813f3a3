// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what a person is told while the window is not looked at, and acts on the answer.
#pragma once

#include "app/models/arrivals.h"
#include "app/platform/notifier.h"
#include "ui/desktop/donotdisturb.h"
#include "ui/shell/desk.h"

#include <functional>

namespace Textdesk {

// All outlive the Attention.
struct AttentionServices final {
    Desk& desk;
    Arrivals& arrivals;
    Notifier& notifier;
    Settings& settings;
    DoNotDisturb& quiet;
    std::function<bool()> isLookedAt; // the person has our window before them
};

class Attention final : public QObject {
    Q_OBJECT
public:
    // More conversations than this at once are told in one notice.
    static constexpr int mostAtOnce{5};

    explicit Attention(const AttentionServices& services, QObject* parent = nullptr);

signals:
    // Invalid: the list as a whole. forReply: the text box is wanted.
    void openWanted(Textdesk::ConversationId id, bool forReply);

private:
    void tell(const std::vector<Arrival>& texts);
    void tellOne(ConversationId id, const QString& text);
    void tellMany(qsizetype texts, qsizetype conversations);
    void forgetRead(const QSet<ConversationId>& conversations);
    void reply(ConversationId id, const QString& text);
    void sayNotSent(ConversationId id, const Error& error);
    AttentionServices m_services;
    QSet<ConversationId> m_told;
};

} // namespace Textdesk
