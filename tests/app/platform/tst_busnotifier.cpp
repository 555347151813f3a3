// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop is told to show, and what its buttons do.
#include "app/platform/busnotifier.h"
#include "tests/support/desktop/fakenotifications.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QDBusServiceWatcher>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QStringList plain{QStringLiteral("actions"), QStringLiteral("body")};
const QStringList rich{plain + QStringList{QStringLiteral("body-markup")}};
const QStringList inlined{rich + QStringList{QStringLiteral("inline-reply")}};

DesktopNotice about(const QString& key, const QString& body)
{
    return {key, QStringLiteral("Anna"), body, QStringLiteral("Open"), QStringLiteral("Reply"),
        QStringLiteral("Write a reply")};
}

} // namespace

class TestBusNotifier final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<FakeNotifications> m_desktop;
    std::unique_ptr<BusNotifier> m_notifier;

    void begin(const QStringList& capabilities)
    {
        m_desktop = std::make_unique<FakeNotifications>(capabilities);
        m_notifier = std::make_unique<BusNotifier>(
            DesktopBuses{QDBusConnection::systemBus(), QDBusConnection::sessionBus()},
            QStringLiteral("Textdesk"), QStringLiteral("textdesk"));
    }
    void show(const QString& key, const QString& body) { m_notifier->show(about(key, body)); }
    [[nodiscard]] size_t shown() const { return m_desktop->all().size(); }

private slots:
    void cleanup()
    {
        m_notifier.reset();
        m_desktop.reset();
    }

    void markupOfATextIsShownLiterally()
    {
        begin(rich);
        show(QStringLiteral("1"), QStringLiteral("<b>now</b> & \"here\""));
        QTRY_COMPARE(shown(), 1U);
        QCOMPARE(m_desktop->all().front().body,
            QStringLiteral("&lt;b&gt;now&lt;/b&gt; &amp; &quot;here&quot;"));
        QCOMPARE(m_desktop->all().front().title, QStringLiteral("Anna"));
        QCOMPARE(m_desktop->all().front().hints.value(QStringLiteral("desktop-entry")).toString(),
            QStringLiteral("textdesk"));
    }
    void aServiceWithoutMarkupGetsTheTextAsItIs()
    {
        begin(plain);
        show(QStringLiteral("1"), QStringLiteral("a < b & c"));
        QTRY_COMPARE(shown(), 1U);
        QCOMPARE(m_desktop->all().front().body, QStringLiteral("a < b & c"));
    }
    void aSecondNoticeOfASubjectReplacesTheFirst()
    {
        begin(rich);
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        show(QStringLiteral("1"), QStringLiteral("two"));
        show(QStringLiteral("2"), QStringLiteral("other"));
        QTRY_COMPARE(shown(), 3U);
        QCOMPARE(m_desktop->onScreen(),
            QStringList({QStringLiteral("Anna: two"), QStringLiteral("Anna: other")}));
    }
    void aFastSecondNoticeWaitsForTheFirstOnesNumber()
    {
        begin(rich);
        m_desktop->holdAnswers();
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        show(QStringLiteral("1"), QStringLiteral("two"));
        show(QStringLiteral("1"), QStringLiteral("three"));
        m_desktop->release();
        QTRY_COMPARE(shown(), 2U);
        QCOMPARE(m_desktop->all().back().replaces, m_desktop->all().front().id);
        QCOMPARE(m_desktop->onScreen(), QStringList{QStringLiteral("Anna: three")});
    }
    void whatIsReadIsTakenAway()
    {
        begin(rich);
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        m_notifier->withdraw(QStringLiteral("2"));
        m_notifier->withdraw(QStringLiteral("1"));
        QTRY_COMPARE(m_desktop->onScreen(), QStringList{});
        m_desktop->holdAnswers();
        show(QStringLiteral("3"), QStringLiteral("early"));
        QTRY_COMPARE(shown(), 2U);
        m_notifier->withdraw(QStringLiteral("3"));
        m_desktop->release();
        QTRY_COMPARE(m_desktop->onScreen(), QStringList{});
    }
    void theReplyFitsTheDesktop()
    {
        begin(inlined);
        QSignalSpy replied{m_notifier.get(), &Notifier::replied};
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        QVERIFY(m_desktop->all().front().actions.contains(QStringLiteral("inline-reply")));
        QCOMPARE(m_desktop->all()
                     .front()
                     .hints.value(QStringLiteral("x-kde-reply-placeholder-text"))
                     .toString(),
            QStringLiteral("Write a reply"));
        QTRY_VERIFY(m_desktop->onScreen().size() == 1);
        QCoreApplication::processEvents();
        m_desktop->reply(99, QStringLiteral("another program's"));
        m_desktop->reply(1, QStringLiteral("Yes"));
        QTRY_COMPARE(replied.size(), 1);
        QCOMPARE(replied.front(), (QVariantList{QStringLiteral("1"), QStringLiteral("Yes")}));
    }
    void withoutAReplyFieldTheWindowIsAskedFor()
    {
        begin(rich);
        QSignalSpy reply{m_notifier.get(), &Notifier::replyWanted};
        QSignalSpy open{m_notifier.get(), &Notifier::openWanted};
        QSignalSpy token{m_notifier.get(), &Notifier::activationToken};
        show(QStringLiteral("1"), QStringLiteral("one"));
        show(QStringLiteral("2"), QStringLiteral("two"));
        QTRY_COMPARE(shown(), 2U);
        QCOMPARE(m_desktop->all().front().actions,
            QStringList({QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("reply"),
                QStringLiteral("Reply")}));
        m_desktop->press(1, QStringLiteral("reply"));
        m_desktop->press(2, QStringLiteral("default"));
        m_desktop->press(7, QStringLiteral("default"));
        QTRY_COMPARE(open.size(), 1);
        QCOMPARE(reply.size(), 1);
        QCOMPARE(reply.front().front().toString(), QStringLiteral("1"));
        QCOMPARE(open.front().front().toString(), QStringLiteral("2"));
        QCOMPARE(token.size(), 2);
    }
    void aDismissedOneIsForgotten()
    {
        begin(rich);
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        m_desktop->dismiss(1);
        show(QStringLiteral("1"), QStringLiteral("two"));
        QTRY_COMPARE(m_desktop->onScreen(), QStringList{QStringLiteral("Anna: two")});
        m_notifier.reset(); // and nothing of ours stays behind
        QTRY_COMPARE(m_desktop->onScreen(), QStringList{});
    }
    void anExpiredOneIsStillTakenAwayWhenRead()
    {
        begin(rich);
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        m_desktop->expire(1);
        m_desktop->expire(99);
        show(QStringLiteral("2"), QStringLiteral("two"));
        QTRY_COMPARE(shown(), 2U);
        m_notifier->withdraw(QStringLiteral("1"));
        QTRY_COMPARE(m_desktop->closed(), std::vector<uint>{1});
    }
    void withNobodyToShowItTheProgramHears()
    {
        BusNotifier lonely{{}, QStringLiteral("Textdesk"), QStringLiteral("textdesk")};
        QSignalSpy lost{&lonely, &Notifier::notShown};
        lonely.show(about(QStringLiteral("1"), {}));
        QCOMPARE(lost.size(), 1);
        BusNotifier unheard{
            DesktopBuses{QDBusConnection::systemBus(), QDBusConnection::sessionBus()},
            QStringLiteral("Textdesk"), QStringLiteral("textdesk")};
        QSignalSpy later{&unheard, &Notifier::notShown};
        unheard.show(about(QStringLiteral("1"), {}));
        QTRY_COMPARE(later.size(), 1);
    }
    void anotherServiceIsAskedAgain()
    {
        begin(plain);
        show(QStringLiteral("1"), QStringLiteral("one"));
        QTRY_COMPARE(shown(), 1U);
        // Heard after the notifier has heard it.
        QDBusServiceWatcher watcher{QStringLiteral("org.freedesktop.Notifications"),
            QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForRegistration};
        QSignalSpy replaced{&watcher, &QDBusServiceWatcher::serviceRegistered};
        m_desktop.reset();
        m_desktop = std::make_unique<FakeNotifications>(rich);
        QTRY_COMPARE(replaced.size(), 1);
        show(QStringLiteral("1"), QStringLiteral("<i>"));
        QTRY_COMPARE(shown(), 1U);
        QCOMPARE(m_desktop->all().front().body, QStringLiteral("&lt;i&gt;"));
        QCOMPARE(m_desktop->all().front().replaces, 0U);
    }
};

TEXTDESK_TEST(tst_busnotifier, TestBusNotifier)
#include "tst_busnotifier.moc"
