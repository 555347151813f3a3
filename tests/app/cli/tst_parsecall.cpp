// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestParseCall final : public QObject {
    Q_OBJECT

private slots:
    void everyCommandIsFound()
    {
        QVERIFY(allCommands().size() > 20);
        for (const Command& command : allCommands()) {
            const auto call = parseCall(command.words.split(u' '));
            QVERIFY2(call, qPrintable(command.words));
            QCOMPARE(call->command->words, command.words);
            QVERIFY(call->arguments.positional().isEmpty());
            QVERIFY(command.run && !command.summary.isEmpty());
            QVERIFY(helpText().contains(u"  "_s + command.words + u' '));
        }
    }
    void everyOptionIsInTheHelp()
    {
        for (const Command& command : allCommands()) {
            for (const OptionSpec& option : command.options) {
                QVERIFY2(command.usage.contains(u"--"_s + option.name), qPrintable(command.words));
            }
        }
    }
    void globalOptionsStandAnywhere()
    {
        for (const auto& typed : {u"--json --profile /p messages list"_s,
                 u"messages --profile=/p list --json"_s, u"messages list --profile /p --json"_s}) {
            const auto call = parseCall(typed.split(u' '));
            QVERIFY2(call, qPrintable(typed));
            QCOMPARE(call->command->words, u"messages list"_s);
            QCOMPARE(call->arguments.value(u"profile"_s), u"/p"_s);
            QVERIFY(call->arguments.has(u"json"_s));
        }
    }
    void wordsAfterTheCommandAreItsOwn()
    {
        const auto call = parseCall({u"search"_s, u"two"_s, u"words"_s});
        QVERIFY(call);
        QCOMPARE(call->arguments.positional(), (QStringList{u"two"_s, u"words"_s}));
    }
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << u"--json"_s << u"Which command?"_s;
        QTest::newRow("unknown") << u"frob"_s << u"'frob' is not a command."_s;
        QTest::newRow("half") << u"outbox"_s << u"There is: outbox list, outbox run"_s;
        QTest::newRow("too much") << u"account test a b"_s << u"'b' is too much"_s;
        QTest::newRow("other's option") << u"account list --to x"_s << u"--to is not an option"_s;
        QTest::newRow("late") << u"--to send --account a"_s << u"command"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const auto call = parseCall(typed.split(u' '));
        QVERIFY(!call);
        QVERIFY2(call.error().detail().contains(says), qPrintable(call.error().detail()));
    }
    void helpOfAPartOnly()
    {
        QVERIFY(helpText({u"outbox"_s}).contains(u"outbox settle"_s));
        QVERIFY(!helpText({u"outbox"_s}).contains(u"balance"_s));
        QCOMPARE(helpText({u"frob"_s}), helpText());
    }
};

TEXTDESK_TEST(tst_parsecall, TestParseCall)
#include "tst_parsecall.moc"
