// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestArguments final : public QObject {
    Q_OBJECT

private slots:
    void valuesInBothSpellings()
    {
        const auto read = parse(u"one --to a --to=b two --name x=y"_s);
        QVERIFY(read);
        QCOMPARE(read->positional(), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(read->values(u"to"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(read->value(u"name"_s), u"x=y"_s);
        QVERIFY(!read->has(u"flag"_s));
        QCOMPARE(read->value(u"missing"_s, u"else"_s), u"else"_s);
    }
    void aFlagTakesNothing()
    {
        const auto read = parse(u"--flag one"_s);
        QVERIFY(read && read->has(u"flag"_s));
        QCOMPARE(read->positional(), QStringList{u"one"_s});
    }
    void theRestAfterTwoDashes()
    {
        const auto read = parse(u"--flag -- --name -- x"_s);
        QVERIFY(read);
        QCOMPARE(read->positional(), (QStringList{u"--name"_s, u"--"_s, u"x"_s}));
    }
    void aValueMayLookLikeAnOption()
    {
        const auto read = parse(u"--name --flag"_s);
        QVERIFY(read);
        QCOMPARE(read->value(u"name"_s), u"--flag"_s);
        QVERIFY(!read->has(u"flag"_s));
    }
    void anEmptyValueIsAValue()
    {
        const auto read = Arguments::parse({u"--name="_s}, specs());
        QVERIFY(read && read->has(u"name"_s));
        QCOMPARE(read->value(u"name"_s, u"else"_s), QString{});
    }
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << u"--nosuch"_s << u"--nosuch is not an option"_s;
        QTest::newRow("no value") << u"x --name"_s << u"--name needs a value"_s;
        QTest::newRow("value for a flag") << u"--flag=1"_s << u"--flag takes no value"_s;
        QTest::newRow("twice") << u"--name a --name b"_s << u"--name may be given only once"_s;
        QTest::newRow("flag twice") << u"--flag --flag"_s << u"--flag may be given only once"_s;
        QTest::newRow("no name") << u"--=x"_s << u"not an option"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const auto read = parse(typed);
        QVERIFY(!read);
        QVERIFY2(read.error().detail().contains(says), qPrintable(read.error().detail()));
    }

private:
    static QList<OptionSpec> specs()
    {
        return {{u"to"_s, true, true}, {u"name"_s, true, false}, {u"flag"_s, false, false}};
    }
    static Result<Arguments> parse(const QString& typed)
    {
        return Arguments::parse(typed.split(u' '), specs());
    }
};

TEXTDESK_TEST(tst_arguments, TestArguments)
#include "tst_arguments.moc"
