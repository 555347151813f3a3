// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The computer stays awake exactly as long as asked, with each service that desktops have.
#include "app/platform/sleepinhibitor.h"
#include "app/platform/wakenotice.h"
#include "tests/support/desktop/inhibitors.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString logindName{QStringLiteral("org.freedesktop.login1")};
const QString logindPath{QStringLiteral("/org/freedesktop/login1")};
const QString logindInterface{QStringLiteral("org.freedesktop.login1.Manager")};

} // namespace

class TestSleepInhibitor final : public QObject {
    Q_OBJECT
private:
    const DesktopBuses m_buses{QDBusConnection::systemBus(), QDBusConnection::sessionBus()};

    static MockedService logindMock()
    {
        return {
            {QStringLiteral("--system"), QStringLiteral("--template"), QStringLiteral("logind")},
            logindName, logindPath};
    }
    static MockedService cookieMock(const QString& name, const QString& path, const QString& face)
    {
        return {{QStringLiteral("--session"), name, path, face}, name, path};
    }

private slots:
    void logindHoldsUntilReleased()
    {
        auto logind = logindMock();
        SleepInhibitor inhibitor{m_buses, QStringLiteral("Textdesk")};
        QVERIFY(!inhibitor.isHeld());
        inhibitor.hold(QStringLiteral("Sending"));
        QTRY_VERIFY(inhibitor.isHeld());
        inhibitor.hold(QStringLiteral("Sending"));
        QCOMPARE(
            heldInhibitors(logind), QStringList{QStringLiteral("sleep Textdesk Sending block")});
        inhibitor.release();
        QVERIFY(!inhibitor.isHeld());
        QTRY_COMPARE(heldInhibitors(logind), QStringList{});
        inhibitor.hold(QStringLiteral("Again"));
        QTRY_COMPARE(
            heldInhibitors(logind), QStringList{QStringLiteral("sleep Textdesk Again block")});
    }
    void anAnswerThatComesTooLateIsGivenBack()
    {
        auto logind = logindMock();
        SleepInhibitor inhibitor{m_buses, QStringLiteral("Textdesk")};
        inhibitor.hold(QStringLiteral("Sending"));
        inhibitor.release();
        QTRY_COMPARE(heldInhibitors(logind), QStringList{});
        QVERIFY(!inhibitor.isHeld());
        inhibitor.hold(QStringLiteral("One"));
        inhibitor.release();
        inhibitor.hold(QStringLiteral("Two"));
        QTRY_COMPARE(
            heldInhibitors(logind), QStringList{QStringLiteral("sleep Textdesk Two block")});
        QVERIFY(inhibitor.isHeld());
    }
    void withoutLogindTheSessionIsAsked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("face");
        QTest::newRow("power management")
            << QStringLiteral("org.freedesktop.PowerManagement")
            << QStringLiteral("/org/freedesktop/PowerManagement/Inhibit")
            << QStringLiteral("org.freedesktop.PowerManagement.Inhibit");
        QTest::newRow("screen saver") << QStringLiteral("org.freedesktop.ScreenSaver")
                                      << QStringLiteral("/org/freedesktop/ScreenSaver")
                                      << QStringLiteral("org.freedesktop.ScreenSaver");
    }
    void withoutLogindTheSessionIsAsked()
    {
        QFETCH(QString, name);
        QFETCH(QString, path);
        QFETCH(QString, face);
        auto service = cookieMock(name, path, face);
        service.addMethod(face, QStringLiteral("Inhibit"), QStringLiteral("ss"),
            QStringLiteral("u"), QStringLiteral("ret = 77"));
        service.addMethod(face, QStringLiteral("UnInhibit"), QStringLiteral("u"), {}, {});
        const auto calls = [&service](const QString& method) {
            const QDBusMessage answer{service.call(QStringLiteral("org.freedesktop.DBus.Mock"),
                QStringLiteral("GetMethodCalls"), {method})};
            const auto list = answer.arguments().value(0).value<QDBusArgument>();
            int count{0};
            for (list.beginArray(); !list.atEnd(); ++count) {
                quint64 time{0};
                QVariantList arguments;
                list.beginStructure();
                list >> time >> arguments;
                list.endStructure();
                if (method == QStringLiteral("UnInhibit")) {
                    [&] { QCOMPARE(arguments.value(0).toUInt(), 77U); }();
                }
            }
            list.endArray();
            return count;
        };
        SleepInhibitor inhibitor{m_buses, QStringLiteral("Textdesk")};
        inhibitor.hold(QStringLiteral("Sending"));
        QTRY_VERIFY(inhibitor.isHeld());
        QCOMPARE(calls(QStringLiteral("Inhibit")), 1);
        QCOMPARE(calls(QStringLiteral("UnInhibit")), 0);
        inhibitor.release();
        QTRY_COMPARE(calls(QStringLiteral("UnInhibit")), 1);
    }
    void withNobodyToAskNothingHappens()
    {
        SleepInhibitor onEmptyBus{m_buses, QStringLiteral("Textdesk")};
        onEmptyBus.hold(QStringLiteral("Sending"));
        SleepInhibitor withoutBus{{}, QStringLiteral("Textdesk")};
        withoutBus.hold(QStringLiteral("Sending"));
        QCoreApplication::processEvents();
        QVERIFY(!onEmptyBus.isHeld());
        QVERIFY(!withoutBus.isHeld());
        withoutBus.release();
    }
    void wakingUpIsTold()
    {
        auto logind = logindMock();
        WakeNotice notice{m_buses};
        WakeNotice deaf{{}};
        QSignalSpy slept{&notice, &WakeNotice::fallingAsleep};
        QSignalSpy woke{&notice, &WakeNotice::woke};
        QSignalSpy heard{&deaf, &WakeNotice::woke};
        logind.emitSignal(logindInterface, QStringLiteral("PrepareForSleep"), QStringLiteral("b"),
            {QVariant{true}});
        QTRY_COMPARE(slept.size(), 1);
        QCOMPARE(woke.size(), 0);
        logind.emitSignal(logindInterface, QStringLiteral("PrepareForSleep"), QStringLiteral("b"),
            {QVariant{false}});
        QTRY_COMPARE(woke.size(), 1);
        QCOMPARE(heard.size(), 0);
    }
};

TEXTDESK_TEST(tst_sleepinhibitor, TestSleepInhibitor)
#include "tst_sleepinhibitor.moc"
