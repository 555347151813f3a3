// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desktop/mockedservice.h"

#include <QDBusConnectionInterface>
#include <QDBusPendingCall>
#include <QTest>

namespace Textdesk::Testing {

namespace {

const QString mock{QStringLiteral("org.freedesktop.DBus.Mock")};

} // namespace

MockedService::MockedService(const QStringList& arguments, QString name, QString path)
    : m_name{std::move(name)}
    , m_path{std::move(path)}
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    // Debian's own: its package brings dbusmock for no other python3.
    m_process.start(QStringLiteral("/usr/bin/python3"),
        QStringList{QStringLiteral("-m"), QStringLiteral("dbusmock")} + arguments);
    if (!QTest::qWaitFor(
            [this] { return m_bus.interface()->isServiceRegistered(m_name).value(); }, 30'000)) {
        QTest::qFail("the mocked service does not answer", __FILE__, __LINE__);
    }
}

MockedService::~MockedService()
{
    m_process.kill();
    // The name must be gone before the next test asks for it.
    (void)QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 10'000);
    (void)QTest::qWaitFor(
        [this] { return !m_bus.interface()->isServiceRegistered(m_name).value(); }, 10'000);
}

QDBusMessage MockedService::call(
    const QString& interface, const QString& method, const QVariantList& arguments)
{
    QDBusMessage message{QDBusMessage::createMethodCall(m_name, m_path, interface, method)};
    message.setArguments(arguments);
    const QDBusPendingCall pending{m_bus.asyncCall(message)};
    if (!QTest::qWaitFor([&pending] { return pending.isFinished(); }, 10'000)
        || pending.isError()) {
        QTest::qFail(qPrintable(method + u' ' + pending.error().message()), __FILE__, __LINE__);
        return {};
    }
    return pending.reply();
}

void MockedService::addMethod(const QString& interface, const QString& method, const QString& in,
    const QString& out, const QString& code)
{
    call(mock, QStringLiteral("AddMethod"), {interface, method, in, out, code});
}

void MockedService::emitSignal(const QString& interface, const QString& signal,
    const QString& signature, const QVariantList& arguments)
{
    call(mock, QStringLiteral("EmitSignal"), {interface, signal, signature, QVariant{arguments}});
}

} // namespace Textdesk::Testing
