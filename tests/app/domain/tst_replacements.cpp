// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/gsm7.h"
#include "app/domain/segments.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace Textdesk;

namespace {

bool isGsm7(const QString& text)
{
    return std::all_of(
        text.cbegin(), text.cend(), [](QChar unit) { return gsm7Septets(unit.unicode()) > 0; });
}

} // namespace

class TestReplacements final : public QObject {
    Q_OBJECT
private slots:
    void readTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* tag, const QString& text, const QString& expected) {
            QTest::newRow(tag) << text << expected;
        };
        row("plain", QStringLiteral("Hi {you}"), QStringLiteral("Hi {you}"));
        row("curly quotes", QStringLiteral("\u201CDon\u2019t\u201D"), QStringLiteral("\"Don't\""));
        row("dashes", QStringLiteral("9\u201310 \u2014 ok\u2026"), QStringLiteral("9-10 - ok..."));
        row("odd spaces", QStringLiteral("R\u00A05\u202F000\u2009x\u3000y\tz"),
            QStringLiteral("R 5 000 x y z"));
        row("line separators", QStringLiteral("a\u2028b\u2029c\u0085d"),
            QStringLiteral("a\nb\nc\nd"));
        row("bullets", QStringLiteral("\u2022 one\n\u25CF two"), QStringLiteral("- one\n- two"));
        row("zero width", QStringLiteral("a\u200Bb\u200Dc\uFEFFd\u2060e"), QStringLiteral("abcde"));
        row("soft hyphen", QStringLiteral("co\u00ADoperate"), QStringLiteral("cooperate"));
        row("marks of direction", QStringLiteral("\u200Eabc\u202C"), QStringLiteral("abc"));
        row("French", QStringLiteral("Fran\u00E7ois f\u00EAte No\u00EBl"),
            QStringLiteral("Francois fete Noel"));
        row("Portuguese", QStringLiteral("S\u00E3o Lu\u00EDs, a\u00E7\u00E3o"),
            QStringLiteral("Sao Luis, acao"));
        row("Polish", QStringLiteral("\u0141\u00F3d\u017A"), QStringLiteral("Lodz"));
        row("Turkish", QStringLiteral("\u0130\u015Fte \u0131\u011F"), QStringLiteral("Iste ig"));
        row("Hungarian keeps its umlaut", QStringLiteral("f\u0151 \u0171"),
            QStringLiteral("f\u00F6 \u00FC"));
        row("decomposed becomes composed", QStringLiteral("cafe\u0301"),
            QStringLiteral("caf\u00E9"));
        row("decomposed without GSM form", QStringLiteral("c\u0327a"), QStringLiteral("ca"));
        row("full width", QStringLiteral("\uFF2F\uFF2B\uFF01"), QStringLiteral("OK!"));
        row("ligature", QStringLiteral("\uFB01ne"), QStringLiteral("fine"));
        row("fancy letters", QStringLiteral("\U0001D5D5\U0001D5FC"), QStringLiteral("Bo"));
        row("Greek capitals", QStringLiteral("\u0391\u0398\u0397\u039D\u0391"),
            QStringLiteral("A\u0398HNA"));
        row("signs", QStringLiteral("\u00A9 \u00AE \u2122 \u2264"),
            QStringLiteral("(c) (R) TM <="));
        row("a dressed letter", QStringLiteral("a\uFE0F"), QStringLiteral("a"));
        row("a mark that finds a letter", QStringLiteral("A\uFFF9\u0300"), QStringLiteral("A"));
        // What would read differently stays.
        row("fractions stay", QStringLiteral("1\u00BD"), QStringLiteral("1\u00BD"));
        row("superscripts stay", QStringLiteral("10\u00B2"), QStringLiteral("10\u00B2"));
        row("Vietnamese stays", QStringLiteral("Vi\u1EC7t"), QStringLiteral("Vi\u1EC7t"));
        row("degrees stay", QStringLiteral("25\u00B0C"), QStringLiteral("25\u00B0C"));
        row("Cyrillic stays", QStringLiteral("\u0416\u0430"), QStringLiteral("\u0416\u0430"));
        row("a family stays whole", QStringLiteral("\U0001F469\u200D\U0001F467"),
            QStringLiteral("\U0001F469\u200D\U0001F467"));
        row("a heart keeps its dress", QStringLiteral("\u2764\uFE0F"),
            QStringLiteral("\u2764\uFE0F"));
    }

    void readTheSame()
    {
        QFETCH(QString, text);
        QTEST(withReplacements(text), "expected");
    }

    void namesTheCharactersInOrder()
    {
        const auto costly = costlyCharacters(u"a\u2019b\u200B\U0001F600 e\u0302");
        QStringList seen;
        for (const CostlyCharacter& one : costly) {
            seen +=
                QStringLiteral("%1:%2:%3%4")
                    .arg(one.position)
                    .arg(one.character.size())
                    .arg(one.replacement, one.removable ? QStringLiteral("removable") : QString{});
        }
        QCOMPARE(seen.join(u' '), QStringLiteral("1:1:' 3:1:removable 4:2: 7:2:e"));
        QVERIFY(!costly.at(2).isReplaceable());
    }

    void aGsm7TextHasNone() { QVERIFY(costlyCharacters(u"Plain [text] for 5\u20AC\r\n").empty()); }

    void everyReplacementIsGsm7AndSettles()
    {
        for (char32_t point{1}; point < 0x1F000; ++point) {
            const QString text{point >= 0xD800 && point < 0xE000 ? QString{QChar{char16_t(point)}}
                                                                 : QString::fromUcs4(&point, 1)};
            for (const CostlyCharacter& costly : costlyCharacters(text)) {
                QVERIFY2(isGsm7(costly.replacement), qPrintable(QString::number(point, 16)));
                QCOMPARE(costly.removable, costly.isReplaceable() && costly.replacement.isEmpty());
            }
            const QString once{withReplacements(text)};
            QCOMPARE(withReplacements(once), once);
        }
    }

    void survivesHalvesOfSurrogatePairs()
    {
        const QString text{QStringLiteral("a") + QChar{0xDC00} + QChar{0xD800}};
        QCOMPARE(withReplacements(text), text);
        QCOMPARE(costlyCharacters(text).size(), std::size_t{2});
    }
};

TEXTDESK_TEST(tst_replacements, TestReplacements)
#include "tst_replacements.moc"
