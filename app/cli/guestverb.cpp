// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/guestverb.h"

#include "app/storage/rescuemark.h"

namespace Textdesk {

GuestVerb::GuestVerb(OwnerLink& link, ParsedCall call, CallerGoods goods, Engine& engine,
    const EngineServices& services, QObject* parent)
    : QObject{parent}
    , m_link{&link}
    , m_call{std::move(call)}
    , m_caller{std::move(goods)}
    , m_engine{engine}
    , m_services{services}
{ }

GuestVerb::~GuestVerb() = default;

void GuestVerb::begin()
{
    if (!m_link || !m_link->send(quint8(FromOwner::Begun)) || !m_link->flush()) {
        emit done(); // nobody will know of it, so nothing is done
        return;
    }
    const Output output{m_call.arguments.has(QStringLiteral("json")),
        [this](Output::Stream stream, const QByteArray& bytes) { say(stream, bytes); }};
    m_context = std::make_unique<CommandContext>(m_call.arguments, output, m_services, m_caller);
    m_context->setEngine(m_engine);
    m_context->setGuest();
    connect(m_context.get(), &CommandContext::finished, this, [this](int code) {
        if (m_link) {
            m_link->send(quint8(FromOwner::Ended), endBytes(code));
            m_link->flush();
            m_link->close();
        }
        emit done();
    });
    if (!m_call.command->whenUnusable && wantsRescue(m_engine.profileFolder())) {
        m_context->finish(Error{ErrorKind::Storage, QStringLiteral("damaged")});
        return;
    }
    m_call.command->run(*m_context);
    if (m_stopAsked) {
        m_context->stop();
    }
}

void GuestVerb::stop()
{
    m_stopAsked = true;
    if (m_context) {
        m_context->stop();
    }
}

void GuestVerb::tellOwnerEnds()
{
    if (m_context) {
        m_context->tellOwnerEnds();
    }
}

void GuestVerb::say(Output::Stream stream, const QByteArray& bytes)
{
    constexpr qsizetype atOnce{256 * 1024};
    const auto type = stream == Output::Stream::Out ? FromOwner::Output : FromOwner::Problems;
    for (qsizetype from{0}; m_link && from < bytes.size(); from += atOnce) {
        m_link->send(quint8(type), bytes.mid(from, atOnce));
    }
}

} // namespace Textdesk
