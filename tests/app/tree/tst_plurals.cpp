// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "1 text(s)" is for the source alone: English, too, has its two forms in translations.
#include "tests/app/tree/sourcetext.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Textdesk::Testing;

namespace {

// Sentences as a translator sees them: neighbouring literals are one.
QStringList sentencesIn(const QString& text)
{
    static const QRegularExpression literals{QStringLiteral(R"re((?:"(?:[^"\\\n]|\\.)*"\s*)+)re")};
    static const QRegularExpression literal{QStringLiteral(R"re("((?:[^"\\\n]|\\.)*)")re")};
    QStringList sentences;
    for (auto run = literals.globalMatch(text); run.hasNext();) {
        QString sentence;
        for (auto one = literal.globalMatch(run.next().captured()); one.hasNext();) {
            sentence += one.next().captured(1);
        }
        sentences.append(sentence.replace(QStringLiteral("\\\""), QStringLiteral("\"")));
    }
    return sentences;
}

QSet<QString> translated(const QString& file)
{
    static const QRegularExpression source{QStringLiteral("<source>([^<]*)</source>")};
    QSet<QString> found;
    for (auto one = source.globalMatch(file); one.hasNext();) {
        found.insert(one.next()
                         .captured(1)
                         .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
                         .replace(QStringLiteral("&apos;"), QStringLiteral("'"))
                         .replace(QStringLiteral("&lt;"), QStringLiteral("<"))
                         .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
                         .replace(QStringLiteral("&amp;"), QStringLiteral("&")));
    }
    return found;
}

} // namespace

class TestPlurals final : public QObject {
    Q_OBJECT
private slots:
    void neighbouringLiteralsAreOneSentence()
    {
        QCOMPARE(sentencesIn(QStringLiteral("tr(\"%n a\"\n   \"(s) \\\"b\\\"\"), \"c\"")),
            (QStringList{QStringLiteral("%n a(s) \"b\""), QStringLiteral("c")}));
    }
    void everyCountHasItsForms()
    {
        const QSet<QString> known{
            translated(readSource(QStringLiteral("translations/textdesk_en.ts")))};
        QVERIFY(known.size() > 10);
        QStringList missing;
        for (const QString& path : filesBelow({QStringLiteral("ui")}, {QStringLiteral("*.cpp")})) {
            for (const QString& sentence : sentencesIn(codeOf(readSource(path), Strings::Keep))) {
                if (sentence.contains(QStringLiteral("%n"))
                    && sentence.contains(QStringLiteral("(s)")) && !known.contains(sentence)) {
                    missing.append(path + QStringLiteral(": ") + sentence);
                }
            }
        }
        QCOMPARE(missing.join(u'\n'), QString{});
    }
};

TEXTDESK_TEST(tst_plurals, TestPlurals)
#include "tst_plurals.moc"
