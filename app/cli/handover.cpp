// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/handover.h"

#include "app/platform/ownerplace.h"

namespace Textdesk {

namespace {

constexpr qsizetype largestAnswer{1024 * 1024};
// An owner that holds a request back reads its accounts first, and a keychain may be slow.
constexpr std::chrono::seconds beginPatience{60};

} // namespace

HandOver::HandOver(Clock& clock, Words words, QObject* parent)
    : QObject{parent}
    , m_clock{clock}
    , m_words{std::move(words)}
    , m_link{new OwnerLink{new QLocalSocket, largestAnswer, this}}
{
    connect(m_link, &OwnerLink::received, this, &HandOver::hear);
    connect(m_link, &OwnerLink::closed, this, [this] {
        HandedOver outcome;
        outcome.how = m_begun ? HandedOver::How::Vanished : HandedOver::How::NotReached;
        end(outcome);
    });
}

void HandOver::ask(const QString& profileFolder, const OwnerRequest& request)
{
    connect(m_link, &OwnerLink::opened, this,
        [this, bytes = requestBytes(request)] { m_link->send(quint8(ToOwner::Request), bytes); });
    m_clock.after(beginPatience, this, [this] {
        if (!m_begun) {
            m_link->abort();
        }
    });
    const QString name{ownerSocketName(profileFolder)};
    if (name.isEmpty()) {
        end({});
    } else {
        m_link->connectTo(name);
    }
}

void HandOver::stop()
{
    m_link->send(quint8(ToOwner::Stop));
}

void HandOver::hear(quint8 type, const QByteArray& payload)
{
    switch (FromOwner{type}) {
    case FromOwner::Begun:
        m_begun = true;
        return;
    case FromOwner::Output:
    case FromOwner::Problems:
        m_words(FromOwner{type}, payload);
        return;
    case FromOwner::Ended:
        if (const auto code = readEnd(payload)) {
            HandedOver outcome;
            outcome.how = HandedOver::How::Ended;
            outcome.exitCode = *code;
            end(outcome);
            return;
        }
        break;
    case FromOwner::Refused:
        if (!m_begun) {
            HandedOver outcome;
            outcome.how = HandedOver::How::Refused;
            outcome.refusal = readRefusal(payload);
            end(outcome);
            return;
        }
        break;
    }
    m_link->abort(); // no owner of ours speaks so
}

void HandOver::end(HandedOver outcome)
{
    if (!m_finished) {
        m_finished = true;
        emit finished(outcome);
    }
}

} // namespace Textdesk
