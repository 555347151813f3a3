// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Light and dark can be forced while the program runs, and everything hears of it once.
#include "tests/support/testregistry.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace Textdesk;

class TestTheme final : public QObject {
    Q_OBJECT
private slots:
    void forcedLightAndDark()
    {
        Theme theme{*qApp};
        theme.choose(Theme::Choice::Light);
        QSignalSpy changed{&theme, &Theme::changed};
        QVERIFY(!theme.colours().isDark);
        theme.choose(Theme::Choice::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.colours().isDark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkColours().background);
        theme.choose(Theme::Choice::Dark);
        QCOMPARE(changed.count(), 1);
        theme.choose(Theme::Choice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightColours().background);
    }
    void scrollingPastAChoiceLeavesItAlone()
    {
        Theme theme{*qApp};
        QSpinBox number;
        number.setValue(5);
        number.show();
        QVERIFY(QTest::qWaitForWindowExposed(&number));
        number.clearFocus();
        const QPointF middle{number.rect().center()};
        const auto scroll = [&] {
            QWheelEvent wheel{middle, number.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false};
            QApplication::sendEvent(&number, &wheel);
        };
        scroll();
        QCOMPARE(number.value(), 5);
        number.setFocus();
        QTRY_VERIFY(number.hasFocus());
        scroll();
        QCOMPARE(number.value(), 6);
    }
    void withoutADesktopTheFallbackStays()
    {
        SystemScheme scheme{true};
        QSignalSpy changed{&scheme, &SystemScheme::changed};
        scheme.follow();
        QVERIFY(scheme.isDark());
        QCOMPARE(changed.count(), 0);
    }
    void thePortalsNewsIsFollowed()
    {
        SystemScheme scheme{false};
        QSignalSpy changed{&scheme, &SystemScheme::changed};
        const auto say = [&scheme](const char* group, const QVariant& value) {
            QMetaObject::invokeMethod(&scheme, "onSettingChanged",
                Q_ARG(QString, QLatin1String{group}),
                Q_ARG(QString, QStringLiteral("color-scheme")),
                Q_ARG(QDBusVariant, QDBusVariant{value}));
        };
        say("org.freedesktop.appearance", 1U);
        QVERIFY(scheme.isDark());
        say("org.freedesktop.appearance", 1U);
        QCOMPARE(changed.count(), 1);
        say("some.other.group", 2U);
        QVERIFY(scheme.isDark());
        say("org.freedesktop.appearance",
            QVariant::fromValue(QDBusVariant{2U})); // as Read wraps it
        QVERIFY(!scheme.isDark());
        say("org.freedesktop.appearance", QStringLiteral("nonsense"));
        QVERIFY(!scheme.isDark());
    }
};

TEXTDESK_TEST(tst_theme, TestTheme)
#include "tst_theme.moc"
