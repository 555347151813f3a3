// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeover.h"

namespace Textdesk {

namespace {

using namespace std::chrono_literals;

// Another start that has just begun, or is about to end, does not answer for a moment.
constexpr auto betweenAsking = 100ms;
constexpr int silentTries{30};
constexpr auto betweenLooks = 1s;

} // namespace

Takeover::Takeover(TakeoverServices services, QObject* parent)
    : QObject{parent}
    , m_services{std::move(services)}
{ }

Takeover::~Takeover() = default;

void Takeover::start()
{
    ask();
}

void Takeover::ask()
{
    m_handOver = std::make_unique<HandOver>(m_services.clock, [](FromOwner, const QByteArray&) {});
    connect(m_handOver.get(), &HandOver::finished, this, &Takeover::answered, Qt::QueuedConnection);
    m_handOver->ask(m_services.folder, OwnerRequest{true, m_services.activationToken, {}, {}});
}

void Takeover::answered(const HandedOver& outcome)
{
    using How = HandedOver::How;
    if (outcome.how == How::Ended) {
        decide(End::ShownElsewhere);
        return;
    }
    if (outcome.how == How::Refused) {
        m_silent = 0;
        show();
        if (outcome.refusal.why == OwnerRefusal::NoWindow) {
            m_screen->tellCommand(outcome.refusal.program, outcome.refusal.pid);
        } else {
            m_screen->tellSilent();
        }
        tryIn(betweenLooks);
        return;
    }
    if (++m_silent > silentTries) {
        show();
        m_screen->tellSilent();
    }
    tryIn(m_screen ? std::chrono::milliseconds{betweenLooks} : betweenAsking);
}

void Takeover::tryIn(std::chrono::milliseconds wait)
{
    m_timer = std::make_unique<QObject>();
    m_services.clock.after(wait, m_timer.get(), [this] {
        // Not from inside the timer's own object, which trying may replace.
        QMetaObject::invokeMethod(this, &Takeover::tryToOpen, Qt::QueuedConnection);
    });
}

void Takeover::tryToOpen()
{
    if (m_decided) {
        return;
    }
    m_timer.reset();
    auto engine = m_services.open();
    if (engine) {
        m_engine = std::move(*engine);
        decide(End::Opened);
        return;
    }
    m_error = engine.error();
    if (m_error.detail() == QStringLiteral("in-use")) {
        ask();
    } else {
        decide(End::Failed);
    }
}

void Takeover::show()
{
    if (m_screen) {
        return;
    }
    m_screen = std::make_unique<ProfileInUse>(m_services.theme);
    connect(m_screen.get(), &ProfileInUse::tryAgain, this, &Takeover::tryToOpen);
    connect(m_screen.get(), &ProfileInUse::givenUp, this, [this] { decide(End::GivenUp); });
    m_screen->show();
}

void Takeover::decide(End end)
{
    if (m_decided) {
        return;
    }
    m_decided = true;
    m_end = end;
    m_timer.reset();
    if (m_screen) {
        m_screen->hide();
    }
    emit decided();
}

} // namespace Textdesk
