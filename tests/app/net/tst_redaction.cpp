// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/redaction.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestRedaction final : public QObject {
    Q_OBJECT
private slots:
    void namesThatHoldSecrets_data()
    {
        QTest::addColumn<bool>("sensitive");
        for (const char* name : {"token", "Token", "Authorization", "X-Api-Key", "apikey",
                 "access_token", "email", "E-Mail", "password", "passwd", "Cookie", "Set-Cookie",
                 "client_secret", "X-Twilio-Signature", "Proxy-Authorization", "checksum", "otp"}) {
            QTest::newRow(name) << true;
        }
        for (const char* name : {"Content-Type", "page", "Date", "Retry-After", "status"}) {
            QTest::newRow(name) << false;
        }
    }

    void namesThatHoldSecrets()
    {
        QFETCH(bool, sensitive);
        QCOMPARE(isSensitiveName(QString::fromLatin1(QTest::currentDataTag())), sensitive);
    }

    void numbersAreMasked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* text, const char* shown) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(shown);
        };
        row("to +15550100123 now", "to *** now");
        row("(555) 010-0123 x", "(*** x");
        row("+27 82 000 0001", "***");
        row("27-82.000.0001", "***");
        row("\u0662\u0667\u0668\u0662\u0660\u0660\u0660\u0660", "***"); // Arabic-Indic digits
        row("123456", "123456");
        row("status 200 in 1234 ms", "status 200 in 1234 ms");
        row("", "");
    }

    void numbersAreMasked()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(maskedNumbers(text), shown);
    }

    void urlsAreShownWithoutWhatIsPrivate_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("withQuery");
        const auto row = [](const char* url, const char* shown, const char* withQuery) {
            QTest::newRow(url) << QString::fromLatin1(shown) << QString::fromLatin1(withQuery);
        };
        row("https://h.example/app/api/rest/v1/sms/send",
            "https://h.example/app/api/rest/v1/sms/send",
            "https://h.example/app/api/rest/v1/sms/send");
        row("https://user:pw@h.example:8443/x", "https://h.example:8443/x",
            "https://h.example:8443/x");
        row("https://h.example/to/%2B15550100123/x", "https://h.example/to/***/x",
            "https://h.example/to/***/x");
        row("https://h.example/%2B1%20555%20010%200123", "https://h.example/***",
            "https://h.example/***");
        row("https://h.example/send-url/0123abcd-0123-4567-89ab-0123456789ab",
            "https://h.example/send-url/***", "https://h.example/send-url/***");
        row("https://h.example/a%0Ab", "https://h.example/a?b", "https://h.example/a?b");
        row("https://h.example/x?page=2&token=1234&q=hello&n=15550100123&all=true&1234567&=7",
            "https://h.example/x",
            "https://h.example/x?page=2&token=***&q=***&n=***&all=true&***&=7");
        row("https://h.example/x?15550100123=1", "https://h.example/x",
            "https://h.example/x?***=1");
    }

    void urlsAreShownWithoutWhatIsPrivate()
    {
        QFETCH(QString, shown);
        QFETCH(QString, withQuery);
        const QUrl url{QString::fromLatin1(QTest::currentDataTag())};
        QCOMPARE(loggedUrl(url), shown);
        QCOMPARE(loggedUrlWithQuery(url), withQuery);
    }

    void headersAreShownWithoutWhatIsPrivate()
    {
        QCOMPARE(loggedHeader("Token", "abc"), QStringLiteral("Token: ***"));
        QCOMPARE(
            loggedHeader("Content-Type", "text/html"), QStringLiteral("Content-Type: text/html"));
        QCOMPARE(loggedHeader("X-To", "+15550100123"), QStringLiteral("X-To: ***"));
    }
};

TEXTDESK_TEST(tst_redaction, TestRedaction)
#include "tst_redaction.moc"
