// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secrettext.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestSecretText final : public QObject {
    Q_OBJECT
private slots:
    void comparesByContents()
    {
        QVERIFY(SecretText{"abc"} == SecretText{"abc"});
        QVERIFY(!(SecretText{"abc"} == SecretText{"abd"}));
        QVERIFY(!(SecretText{"abc"} == SecretText{"abcd"}));
        QVERIFY(SecretText{} == SecretText{""});
    }

    void masksAllButTheTail()
    {
        const QString dots(6, QChar{0x2022});
        QCOMPARE(SecretText{"0123456789"}.masked(), dots + QStringLiteral("89"));
        QCOMPARE(SecretText{"short"}.masked(), dots);
        QCOMPARE(SecretText{}.masked(), dots);
    }

    void keepsUtf8()
    {
        const QString text{QStringLiteral("pässwörd ☂")};
        QCOMPARE(SecretText::fromString(text).revealString(), text);
        QVERIFY(SecretText{}.isEmpty());
    }
};

TEXTDESK_TEST(tst_secrettext, TestSecretText)
#include "tst_secrettext.moc"
