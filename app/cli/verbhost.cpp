// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbhost.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace Textdesk {

namespace {

Q_LOGGING_CATEGORY(logOwner, "textdesk.owner", QtInfoMsg)

constexpr std::chrono::seconds requestPatience{10};

} // namespace

bool mayLast(const ParsedCall& call)
{
    const QString& words{call.command->words};
    return words == QStringLiteral("listen") || words == QStringLiteral("outbox run")
        || words.startsWith(QStringLiteral("import ")) || call.arguments.has(QStringLiteral("wait"))
        || call.arguments.has(QStringLiteral("for"));
}

VerbHost::VerbHost(
    Engine& engine, const EngineServices& services, HostManners manners, QObject* parent)
    : QObject{parent}
    , m_engine{engine}
    , m_services{services}
    , m_manners{std::move(manners)}
{
    connect(&m_server, &OwnerServer::connected, this, [this](OwnerLink* link) { welcome(*link); });
}

VerbHost::~VerbHost()
{
    close();
    disconnect(&m_server, nullptr, this, nullptr);
    const auto guests = m_guests;
    m_guests.clear();
    qDeleteAll(guests); // before the links, which they write to
}

Result<Done> VerbHost::open()
{
    const auto listening = m_server.listen(m_engine.profileFolder());
    if (!listening) {
        qCInfo(logOwner) << "no other program can be let in:" << listening.error().detail();
    }
    return listening;
}

void VerbHost::ready(const Result<Done>& accounts)
{
    m_ready = true;
    m_broken = accounts ? QString{} : accounts.error().detail();
    const auto waiting = std::move(m_waiting);
    m_waiting.clear();
    for (const QPointer<OwnerLink>& link : waiting) {
        if (link) {
            begin(*link);
        }
    }
}

void VerbHost::close()
{
    m_server.close();
    const auto guests = m_guests;
    for (GuestVerb* guest : guests) {
        guest->tellOwnerEnds();
    }
}

void VerbHost::stopGuests()
{
    const auto guests = m_guests;
    for (GuestVerb* guest : guests) {
        guest->stop();
    }
}

bool VerbHost::isEmpty() const
{
    return m_guests.isEmpty() && m_server.links() == 0;
}

void VerbHost::welcome(OwnerLink& link)
{
    connect(&link, &OwnerLink::received, this,
        [this, &link](quint8 type, const QByteArray& payload) { hear(link, type, payload); });
    connect(&link, &OwnerLink::closed, this, [this, &link](bool broken) {
        if (broken) {
            qCInfo(logOwner) << "a program that spoke no protocol of ours was let go";
        }
        m_heard.remove(&link);
        leave(&link);
        if (isEmpty()) {
            emit empty();
        }
    });
    m_services.clock.after(requestPatience, &link, [this, &link] {
        if (!m_heard.contains(&link)) {
            link.abort();
        }
    });
}

void VerbHost::hear(OwnerLink& link, quint8 type, const QByteArray& payload)
{
    if (type == quint8(ToOwner::Request) && !m_heard.contains(&link)) {
        m_heard.insert(&link);
        take(link, payload);
        return;
    }
    GuestVerb* guest{m_guests.value(&link)};
    if (type == quint8(ToOwner::Stop) && guest) {
        guest->stop();
        return;
    }
    link.abort(); // a second request, or something unknown
}

void VerbHost::take(OwnerLink& link, const QByteArray& payload)
{
    Result<OwnerRequest> request{readRequest(payload)};
    if (!request) {
        refuse(link,
            request.error().detail() == QStringLiteral("version") ? OwnerRefusal::Version
                                                                  : OwnerRefusal::Malformed);
        return;
    }
    if (!request->raise) {
        takeVerb(link, std::move(*request));
        return;
    }
    if (!m_manners.hasWindow) {
        refuse(link, OwnerRefusal::NoWindow);
        return;
    }
    link.send(quint8(FromOwner::Begun));
    link.send(quint8(FromOwner::Ended), endBytes(int(ExitCode::Done)));
    link.close();
    emit raiseAsked(request->activationToken);
}

void VerbHost::takeVerb(OwnerLink& link, OwnerRequest request)
{
    Result<ParsedCall> call{parseCall(request.words)};
    if (!call || !call->command->needsProfile) {
        refuse(link, OwnerRefusal::Malformed); // another version's, or nobody's
        return;
    }
    const QString secrets{call->arguments.value(QStringLiteral("secrets"), m_manners.secretsKind)};
    if (secrets != m_manners.secretsKind) {
        refuse(link, OwnerRefusal::OtherSecrets, m_manners.secretsKind);
        return;
    }
    if (!m_manners.stays && mayLast(*call)) {
        refuse(link, OwnerRefusal::Later);
        return;
    }
    qCInfo(logOwner) << "carried out for another program:" << call->command->words;
    auto* guest =
        new GuestVerb{link, std::move(*call), std::move(request.goods), m_engine, m_services, this};
    m_guests.insert(&link, guest);
    connect(guest, &GuestVerb::done, this, [this, key = &link] { leave(key); });
    if (m_ready) {
        begin(link);
    } else {
        m_waiting.emplace_back(&link);
    }
}

void VerbHost::begin(OwnerLink& link)
{
    GuestVerb* guest{m_guests.value(&link)};
    if (!guest) {
        return;
    }
    const bool listens{guest->call().command->words == QStringLiteral("listen")};
    if (!m_broken.isEmpty()) {
        refuse(link, OwnerRefusal::Broken, m_broken);
    } else if (listens && !m_engine.listener().isListening()) {
        refuse(link, OwnerRefusal::Later);
    } else {
        guest->begin();
    }
}

void VerbHost::refuse(OwnerLink& link, OwnerRefusal why, const QString& detail)
{
    link.send(quint8(FromOwner::Refused),
        refusalBytes({why, m_manners.program, QCoreApplication::applicationPid(), detail}));
    link.close();
}

void VerbHost::leave(const OwnerLink* link)
{
    if (GuestVerb * guest{m_guests.take(link)}) {
        guest->deleteLater();
    }
}

} // namespace Textdesk
