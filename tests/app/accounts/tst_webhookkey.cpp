// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/webhookkey.h"

#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Textdesk;

class TestWebhookKey final : public QObject {
    Q_OBJECT
private slots:
    void aKeyIsLongAndReadableAndNeverTheSame()
    {
        const QRegularExpression shape{QStringLiteral("^[abcdefghjkmnp-z2-9]{26}$")};
        QSet<QString> seen;
        for (int i{0}; i < 1000; ++i) {
            const QString key{newWebhookKey()};
            QVERIFY2(shape.match(key).hasMatch(), qPrintable(key));
            seen.insert(key);
        }
        QCOMPARE(seen.size(), 1000);
    }
};

TEXTDESK_TEST(tst_webhookkey, TestWebhookKey)
#include "tst_webhookkey.moc"
