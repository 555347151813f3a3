// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/gsm7.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestGsm7 final : public QObject {
    Q_OBJECT
private slots:
    void knows137CharactersOfTheBasicPlane()
    {
        int single{0};
        int twofold{0};
        for (int unit{0}; unit <= 0xFFFF; ++unit) {
            single += gsm7Septets(char16_t(unit)) == 1 ? 1 : 0;
            twofold += gsm7Septets(char16_t(unit)) == 2 ? 1 : 0;
        }
        QCOMPARE(single, 127);
        QCOMPARE(twofold, 10);
    }

    void takesTheCapitalCedillaOnly()
    {
        QCOMPARE(gsm7Septets(u'\u00C7'), 1);
        QCOMPARE(gsm7Septets(u'\u00E7'), 0);
        QCOMPARE(gsm7Septets(u'\u00E2'), 0);
        QCOMPARE(gsm7Septets(u'\u00EA'), 0);
    }

    void countsTheExtensionTableTwice()
    {
        for (const char16_t unit : u"^{}\\[~]|\u20AC\f") {
            QCOMPARE(gsm7Septets(unit), unit == 0 ? 0 : 2);
        }
    }

    void refusesTheEscapeItself() { QCOMPARE(gsm7Septets(char16_t(0x1B)), 0); }
};

TEXTDESK_TEST(tst_gsm7, TestGsm7)
#include "tst_gsm7.moc"
