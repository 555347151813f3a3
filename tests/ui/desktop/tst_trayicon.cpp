// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tray's picture says at a glance whether something waits.
#include "tests/support/testregistry.h"
#include "ui/desktop/trayicon.h"

#include <QTest>

using namespace Textdesk;

class TestTrayIcon final : public QObject {
    Q_OBJECT
private:
    static QImage picture(int unread, bool silent, int edge)
    {
        return trayIcon(unread, silent).pixmap(edge, edge).toImage();
    }
    static int reds(const QImage& image)
    {
        int count{0};
        for (int y{0}; y < image.height(); ++y) {
            for (int x{0}; x < image.width(); ++x) {
                const QColor pixel{image.pixelColor(x, y)};
                count += pixel.red() > 180 && pixel.green() < 90 && pixel.blue() < 90 ? 1 : 0;
            }
        }
        return count;
    }

private slots:
    void everyPanelGetsItsSize()
    {
        const auto sizes = trayIcon(3, false).availableSizes();
        for (const int edge : {16, 22, 24, 32, 48, 64}) {
            QVERIFY(sizes.contains(QSize(edge, edge)));
        }
    }
    void aBadgeOnlyWhenSomethingWaits()
    {
        for (const int edge : {16, 22, 32, 64}) {
            QCOMPARE(reds(picture(0, false, edge)), 0);
            QVERIFY(reds(picture(1, false, edge)) > edge);
        }
        QVERIFY(picture(1, false, 32) != picture(2, false, 32));
        QVERIFY(picture(0, false, 32) != QImage{});
    }
    void silenceIsGreyAndStillCounts()
    {
        const QImage quiet{picture(0, true, 32)};
        for (int x{0}; x < 32; ++x) {
            const QColor pixel{quiet.pixelColor(x, 16)};
            QVERIFY(pixel.alpha() < 8
                || (qAbs(pixel.red() - pixel.green()) < 6 && qAbs(pixel.red() - pixel.blue()) < 6));
        }
        QVERIFY(reds(picture(5, true, 32)) > 32);
    }
    void numbersFit()
    {
        QCOMPARE(trayCount(7), QStringLiteral("7"));
        QCOMPARE(trayCount(99), QStringLiteral("99"));
        QCOMPARE(trayCount(100), QStringLiteral("99+"));
        QCOMPARE(trayCount(100000), QStringLiteral("99+"));
    }
};

TEXTDESK_TEST(tst_trayicon, TestTrayIcon)
#include "tst_trayicon.moc"
