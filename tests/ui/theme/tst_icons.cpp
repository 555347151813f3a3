// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each icon is there, is drawn in the colour asked for, and is sharp at any scale.
#include "tests/support/testregistry.h"
#include "ui/theme/icons.h"

#include <QTest>

using namespace Textdesk;

class TestIcons final : public QObject {
    Q_OBJECT
private slots:
    void allAreThere()
    {
        const QStringList names{Icons::names()};
        for (const char* wanted : {"inbox", "compose", "campaigns", "people", "templates",
                 "reports", "credentials", "webhooks", "settings", "search", "clock", "tag", "more",
                 "send", "check", "double-check", "warning", "failed", "undo", "close", "plus",
                 "phone", "practice", "copy", "link", "unread", "quiet", "hidden"}) {
            QVERIFY2(names.contains(QLatin1String{wanted}), wanted);
        }
    }
    void eachIsDrawnInTheColourAskedFor()
    {
        const Icons icons;
        const QStringList names{Icons::names()};
        for (const QString& name : names) {
            const QImage image{icons.pixmap(name, Qt::red, 20, 2.0).toImage()};
            QCOMPARE(image.size(), QSize(40, 40));
            int red{0};
            int other{0};
            for (int y{0}; y < 40; ++y) {
                for (int x{0}; x < 40; ++x) {
                    const QColor pixel{image.pixelColor(x, y)};
                    if (pixel.alpha() > 200) {
                        pixel.red() > 200 && pixel.green() < 60 ? ++red : ++other;
                    }
                }
            }
            QVERIFY2(red > 20 && other == 0, qPrintable(name));
        }
    }
    void anUnknownNameDrawsNothing()
    {
        QVERIFY(Icons{}.pixmap(QStringLiteral("nonsense"), Qt::red, 20, 1.0).isNull());
    }
};

TEXTDESK_TEST(tst_icons, TestIcons)
#include "tst_icons.moc"
