// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The computer stays awake while a command has texts on their way, and no longer; and no bus is
// ever waited for.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/desktop/inhibitors.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliAwake final : public QObject {
    Q_OBJECT
private:
private slots:
    void awakeWhileTextsAreOnTheirWay()
    {
        MockedService logind{{u"--system"_s, u"--template"_s, u"logind"_s},
            u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s};
        CliDesk desk;
        QVERIFY(desk.addDesk());
        QCOMPARE(heldInhibitors(logind), QStringList{});

        // The practice service takes seconds over this number.
        const auto send = desk.start(words("send --account desk --to +27820000025 --message x"));

        QTRY_COMPARE(
            heldInhibitors(logind), QStringList{u"sleep Textdesk Texts are being sent block"_s});
        QCOMPARE(send->waitForEnd(), 0);
        QTRY_COMPARE(heldInhibitors(logind), QStringList{});

        // Waiting for the delivery is no reason to stay awake.
        const auto waiting =
            desk.start(words("send --account desk --to +27820000014 --message x --wait 2147483"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.recipients().size(), 2, 20000);
        QTRY_COMPARE(heldInhibitors(logind), QStringList{});
        QCOMPARE(waiting->stop(), 0);
    }
    void aSilentBusCostsNoTime()
    {
        CliDesk desk;
        QVERIFY(desk.addDesk());
        QLocalServer silent;
        QVERIFY(silent.listen(desk.path(u"bus"_s)));
        desk.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + desk.path(u"bus"_s));
        desk.setVariable(u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path="_s + desk.path(u"bus"_s));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(desk.run(words("send --account desk --to +27820000030 --message x")).code, 0);
        QVERIFY2(timer.elapsed() < 10000, "libdbus gives up after 25 s");
        QVERIFY(silent.hasPendingConnections());
        desk.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/no/such"_s);
        desk.setVariable(u"DBUS_SYSTEM_BUS_ADDRESS"_s, {});
        QCOMPARE(desk.run(words("send --account desk --to +27820000030 --message y")).code, 0);
    }
};

TEXTDESK_TEST(tst_cliawake, TestCliAwake)
#include "tst_cliawake.moc"
