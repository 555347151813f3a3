// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One verb that another program of the same person asked for, carried out by the owner of the
// profile; what it says goes back over the connection.
#pragma once

#include "app/cli/ownerprotocol.h"
#include "app/cli/program.h"
#include "app/platform/ownerlink.h"

#include <QPointer>

#include <memory>

namespace Textdesk {

class GuestVerb final : public QObject {
    Q_OBJECT
public:
    GuestVerb(OwnerLink& link, ParsedCall call, CallerGoods goods, Engine& engine,
        const EngineServices& services, QObject* parent);
    ~GuestVerb() override;

    // "Begun" is on its way before the verb does anything: who never saw it may ask again.
    void begin();
    // The caller was told to stop, or the owner is.
    void stop();
    void tellOwnerEnds();
    [[nodiscard]] const ParsedCall& call() const { return m_call; }

signals:
    // The verb has finished and its exit code was sent, or nobody is left to hear it.
    void done();

private:
    void say(Output::Stream stream, const QByteArray& bytes);

    QPointer<OwnerLink> m_link;
    ParsedCall m_call;
    SentCaller m_caller;
    Engine& m_engine;
    EngineServices m_services;
    std::unique_ptr<CommandContext> m_context;
    bool m_stopAsked{false};
};

} // namespace Textdesk
