// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The network's coming and going as NetworkManager tells it; silence means that there is one.
#include "app/platform/networkwatch.h"
#include "tests/support/desktop/mockedservice.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestNetworkWatch final : public QObject {
    Q_OBJECT
private:
    const QString m_name{QStringLiteral("org.freedesktop.NetworkManager")};
    const DesktopBuses m_buses{QDBusConnection::systemBus(), QDBusConnection::sessionBus()};

private slots:
    void withoutNetworkManagerThereIsANetwork()
    {
        const NetworkWatch onEmptyBus{m_buses};
        const NetworkWatch withoutBus{{}};
        QCoreApplication::processEvents();
        QVERIFY(!onEmptyBus.isDown());
        QVERIFY(!withoutBus.isDown());
    }
    void theStateIsReadAndFollowed()
    {
        MockedService network{{QStringLiteral("--system"), QStringLiteral("--template"),
                                  QStringLiteral("networkmanager")},
            m_name, QStringLiteral("/org/freedesktop/NetworkManager")};
        NetworkWatch watch{m_buses};
        QSignalSpy up{&watch, &NetworkWatch::cameUp};
        QSignalSpy down{&watch, &NetworkWatch::wentDown};
        const auto tell = [&](uint state) {
            network.emitSignal(
                m_name, QStringLiteral("StateChanged"), QStringLiteral("u"), {QVariant{state}});
        };
        tell(20);
        QTRY_COMPARE(down.size(), 1);
        QVERIFY(watch.isDown());
        tell(40); // still connecting
        tell(70);
        QTRY_COMPARE(up.size(), 1);
        tell(60);
        tell(10);
        QTRY_COMPARE(down.size(), 2);
        QCOMPARE(up.size(), 1);
    }
    void aProgramStartedOfflineKnows()
    {
        MockedService network{{QStringLiteral("--system"), QStringLiteral("--template"),
                                  QStringLiteral("networkmanager")},
            m_name, QStringLiteral("/org/freedesktop/NetworkManager")};
        network.call(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Set"),
            {m_name, QStringLiteral("State"),
                QVariant::fromValue(QDBusVariant{QVariant{uint{20}}})});
        const NetworkWatch watch{m_buses};
        QTRY_VERIFY(watch.isDown());
    }
};

TEXTDESK_TEST(tst_networkwatch, TestNetworkWatch)
#include "tst_networkwatch.moc"
