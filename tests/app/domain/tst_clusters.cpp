// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/clusters.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestClusters final : public QObject {
    Q_OBJECT
private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("lengths");
        const auto row = [](const char* tag, const QString& text, const char* lengths) {
            QTest::newRow(tag) << text << QString{QLatin1String{lengths}};
        };
        row("letters", QStringLiteral("abc"), "1 1 1");
        row("CR LF", QStringLiteral("a\r\nb"), "1 2 1");
        row("a mark", QStringLiteral("e\u0301e"), "2 1");
        row("marks", QStringLiteral("o\u0323\u0302\u0489"), "4");
        row("a mark after a control", QStringLiteral("\n\u0301"), "1 1");
        row("an emoji", QStringLiteral("\U0001F600\U0001F600"), "2 2");
        row("a skin tone", QStringLiteral("\U0001F44D\U0001F3FDa"), "4 1");
        row("a skin tone on a letter", QStringLiteral("a\U0001F3FD"), "1 2");
        row("a family", QStringLiteral("\U0001F469\u200D\U0001F469\u200D\U0001F467"), "8");
        row("a dressed heart", QStringLiteral("\u2764\uFE0F\u2764"), "2 1");
        row("two flags", QStringLiteral("\U0001F1FF\U0001F1E6\U0001F1FA\U0001F1F8"), "4 4");
        row("half a flag", QStringLiteral("\U0001F1FF\U0001F1E6\U0001F1FA"), "4 2");
        row("Scotland", QStringLiteral("\U0001F3F4\U000E0067\U000E0062\U000E007F"), "8");
        row("a key cap", QStringLiteral("1\uFE0F\u20E3"), "3");
        row("Devanagari", QStringLiteral("\u0928\u093F\u0928"), "2 1");
        row("a conjunct is two", QStringLiteral("\u0915\u094D\u0937"), "2 1");
        row("Tamil", QStringLiteral("\u0B95\u0BCA"), "2");
        row("Thai sara am", QStringLiteral("\u0E01\u0E33"), "2");
        row("Hangul syllables", QStringLiteral("\uAC00\uAC01"), "1 1");
        row("Hangul letters", QStringLiteral("\u1112\u1161\u11AB\u1100"), "3 1");
        row("Arabic number sign", QStringLiteral("\u06001"), "2");
        row("a lone high surrogate", QString{QChar{0xD800}} + u'a', "1 1");
        row("a lone low surrogate", u'a' + QString{QChar{0xDC00}}, "1 1");
        row("surrogates the wrong way round", QString{QChar{0xDC00}} + QChar{0xD800}, "1 1");
    }

    void splits()
    {
        QFETCH(QString, text);
        QStringList lengths;
        for (qsizetype begin{0}; begin < text.size();) {
            const qsizetype end{clusterEnd(text, begin)};
            lengths << QString::number(end - begin);
            begin = end;
        }
        QTEST(lengths.join(u' '), "lengths");
    }
};

TEXTDESK_TEST(tst_clusters, TestClusters)
#include "tst_clusters.moc"
