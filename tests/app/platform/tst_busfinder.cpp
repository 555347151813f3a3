// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the desktop's buses costs nobody any time, whatever those buses do.
#include "app/platform/busfinder.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestBusFinder final : public QObject {
    Q_OBJECT
private:
    ManualClock m_clock;
    QByteArray m_session;
    QByteArray m_system;

    // "session system", "session", "" ...; nothing while nobody told.
    std::unique_ptr<QStringList> look(BusFinder& finder)
    {
        auto heard = std::make_unique<QStringList>();
        connect(
            &finder, &BusFinder::found, &finder, [told = heard.get()](const DesktopBuses& buses) {
                told->append(QStringLiteral("found"));
                if (buses.session.isConnected()) {
                    told->append(QStringLiteral("session"));
                }
                if (buses.system.isConnected()) {
                    told->append(QStringLiteral("system"));
                }
            });
        finder.look();
        return heard;
    }

private slots:
    void init()
    {
        m_session = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        m_system = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    }
    void cleanup()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_session);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_system);
    }
    void bothAreFound()
    {
        BusFinder finder{m_clock};
        const auto heard = look(finder);
        QTRY_COMPARE(heard->join(u' '), QStringLiteral("found session system"));
    }
    void aSilentBusIsLeftAlone()
    {
        const QTemporaryDir folder;
        QLocalServer silent;
        QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
        qputenv("DBUS_SESSION_BUS_ADDRESS",
            "unix:path=" + folder.filePath(QStringLiteral("bus")).toUtf8());
        BusFinder finder{m_clock};
        const auto heard = look(finder);
        QTRY_VERIFY(silent.hasPendingConnections());
        m_clock.advance(std::chrono::seconds{1});
        QTRY_COMPARE(heard->join(u' '), QStringLiteral("found system"));
    }
    void wrongAddressesAreNobodys_data()
    {
        QTest::addColumn<QByteArray>("address");
        for (const char* address : {"", "unix:", "unix:path=/no/such/bus", "tcp:host=127.0.0.1",
                 "unix:abstract=textdesk-no-such-bus", "rubbish", "unix:path=%zz"}) {
            QTest::addRow("<%s>", address) << QByteArray{address};
        }
    }
    void wrongAddressesAreNobodys()
    {
        QFETCH(const QByteArray, address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        BusFinder finder{m_clock};
        const auto heard = look(finder);
        QTRY_COMPARE(heard->join(u' '), QStringLiteral("found system"));
    }
};

TEXTDESK_TEST(tst_busfinder, TestBusFinder)
#include "tst_busfinder.moc"
