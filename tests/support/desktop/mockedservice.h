// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A desktop service that does not exist here, played by python3-dbusmock on the test's own bus.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>

namespace Textdesk::Testing {

class MockedService final {
public:
    // One of dbusmock's templates, or "NAME PATH INTERFACE" of a service without methods.
    MockedService(const QStringList& arguments, QString name, QString path);
    ~MockedService();

    // Answered by the mock; empty arguments and a failed test when it is not.
    QDBusMessage call(
        const QString& interface, const QString& method, const QVariantList& arguments = {});
    // A method that answers what the Python code leaves in ret.
    void addMethod(const QString& interface, const QString& method, const QString& in,
        const QString& out, const QString& code);
    void emitSignal(const QString& interface, const QString& signal, const QString& signature,
        const QVariantList& arguments);

private:
    QString m_name;
    QString m_path;
    QDBusConnection m_bus{QDBusConnection::sessionBus()};
    QProcess m_process;
};

} // namespace Textdesk::Testing
