// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The switches at the rail's foot: the one of silence is lit in the quiet hours, says until when,
// and a press on it ends them and can be taken back; the other covers what was written.
#include "tests/support/manualclock.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/ui/desktop/fakenotifier.h"
#include "ui/desktop/presence.h"
#include "ui/widgets/navigationitem.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestQuietMark final : public QObject {
    Q_OBJECT

    struct Bench final {
        explicit Bench(Theme& theme)
            : window{theme, clock, desk, prompt}
            , presence{{desk, arrivals, notifier, settings, prompt, clock, window,
                  [] { return Unsent{}; }}}
        {
            window.show();
        }
        // From 18:00 to 7:00, every day.
        static void setHours(Settings& settings)
        {
            settings.set(Setting::QuietFrom, QStringLiteral("18:00"));
            settings.set(Setting::QuietTo, QStringLiteral("07:00"));
            settings.set(Setting::QuietDays, QStringLiteral("1234567"));
            settings.set(Setting::QuietHours, true);
        }
        NavigationItem& mark() const
        {
            return *window.findChild<NavigationItem*>(QStringLiteral("nav_mark-quiet"));
        }
        TempStore store;
        QTemporaryDir folder;
        ManualClock clock{QDateTime{{2026, 3, 2}, {17, 59}, Qt::UTC}}; // UTC as the tests
        FakeDesk desk{true};
        Arrivals arrivals{store.database(), clock};
        FakeNotifier notifier;
        Settings settings{folder.path()};
        ScriptedPrompt prompt;
        MainWindow window;
        Presence presence;
    };
    Theme m_theme{*qApp};
    std::unique_ptr<Bench> m_bench;

private slots:
    void init() { m_bench = std::make_unique<Bench>(m_theme); }
    void cleanup() { m_bench.reset(); }

    void itComesAndGoesWithTheHours()
    {
        QVERIFY(!m_bench->mark().isLit());
        Bench::setHours(m_bench->settings);
        QVERIFY(!m_bench->mark().isLit()); // a minute too early
        m_bench->clock.advance(2min);
        QVERIFY(m_bench->mark().isLit());
        const QString spoken{m_bench->mark().accessibleName()};
        QVERIFY2(spoken.contains(QStringLiteral("7:00")), qPrintable(spoken));
        QVERIFY(m_bench->mark().accessibleDescription().contains(QStringLiteral("Press to show")));
        m_bench->clock.advance(13h);
        QVERIFY(!m_bench->mark().isLit());
    }
    void aPressEndsTheseHoursAndTheNextOnesCome()
    {
        Bench::setHours(m_bench->settings);
        m_bench->clock.advance(2h);
        QVERIFY(m_bench->mark().isLit());
        m_bench->mark().click();
        QVERIFY(!m_bench->mark().isLit());
        QVERIFY(!m_bench->presence.quiet().isOn());
        m_bench->clock.advance(23h);
        QVERIFY(m_bench->mark().isLit());
    }
    void aSlipIsTakenBack()
    {
        Bench::setHours(m_bench->settings);
        m_bench->clock.advance(2h);
        m_bench->mark().click();
        Banner* said{m_bench->window.banners().banner(QStringLiteral("mark-quiet"))};
        QVERIFY(said);
        said->findChild<QAbstractButton*>(QStringLiteral("bannerAction"))->click();
        QVERIFY(m_bench->mark().isLit());
        QVERIFY(m_bench->presence.quiet().isOn());
        QVERIFY(!m_bench->window.banners().banner(QStringLiteral("mark-quiet")));
        m_bench->mark().click();
        m_bench->clock.advance(10s); // read, or not
        QVERIFY(!m_bench->window.banners().banner(QStringLiteral("mark-quiet")));
        QVERIFY(!m_bench->mark().isLit());
    }
    void aPressOffersSilence()
    {
        m_bench->mark().click();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().constFirst()->trigger();
        menu->close();
        QVERIFY(m_bench->presence.quiet().isOn());
        QVERIFY(m_bench->mark().isLit());
        QVERIFY(m_bench->mark().text().startsWith(QStringLiteral("Quiet until")));
    }
    void hidingIsASwitchOfTheRail()
    {
        auto& eye = *m_bench->window.findChild<NavigationItem*>(QStringLiteral("nav_mark-hidden"));
        QVERIFY(eye.isVisible() && !eye.isLit());
        QCOMPARE(eye.accessibleName(), QStringLiteral("Hide content"));
        eye.click();
        QVERIFY(m_bench->settings.flag(Setting::HideContent));
        QVERIFY(eye.isLit());
        QCOMPARE(eye.accessibleName(), QStringLiteral("Content hidden"));
        eye.click();
        QVERIFY(!m_bench->settings.flag(Setting::HideContent));
        QVERIFY(!eye.isLit());
    }
    void whoTurnsTheHoursOffSeesNoMark()
    {
        Bench::setHours(m_bench->settings);
        m_bench->clock.advance(1h);
        QVERIFY(m_bench->mark().isLit());
        m_bench->settings.set(Setting::QuietHours, false);
        QVERIFY(!m_bench->mark().isLit());
    }
};

TEXTDESK_TEST(tst_quietmark, TestQuietMark)
#include "tst_quietmark.moc"
