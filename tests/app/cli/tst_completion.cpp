// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shells learn the commands from the table, and so does the help that becomes the man page.
#include "app/cli/program.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestCompletion final : public QObject {
    Q_OBJECT
private:
    static QString script(const QString& shell)
    {
        QProcess program;
        program.start(
            QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk-cli"), {u"completion"_s, shell});
        if (!program.waitForFinished() || program.exitCode() != 0) {
            return {};
        }
        return QString::fromUtf8(program.readAllStandardOutput());
    }
    // What a shell says to a line of its own; the script stands in $1.
    static QString said(const QString& shell, const QStringList& words)
    {
        QProcess process;
        process.start(shell, words);
        if (!process.waitForFinished() || process.exitCode() != 0) {
            return u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
        }
        return QString::fromUtf8(process.readAllStandardOutput()).simplified();
    }

private slots:
    void everyCommandAndOptionIsKnown_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char* shell : {"bash", "zsh", "fish"}) {
            QTest::newRow(shell) << QString::fromLatin1(shell);
        }
    }
    void everyCommandAndOptionIsKnown()
    {
        QFETCH(const QString, shell);
        const QString text{script(shell)};
        QVERIFY(!text.isEmpty());
        for (const Command& command : allCommands()) {
            for (const QString& word : command.words.split(u' ')) {
                QVERIFY2(text.contains(word), qPrintable(command.words));
            }
            for (const OptionSpec& option : command.options + globalOptions()) {
                const QString dashed{(shell == u"fish"_s ? u"-l "_s : u"--"_s) + option.name};
                QVERIFY2(text.contains(dashed), qPrintable(command.words + u' ' + dashed));
            }
        }
        const QString program{QStandardPaths::findExecutable(shell)};
        if (!program.isEmpty()) {
            QCOMPARE(
                said(program, {shell == u"fish"_s ? u"--no-execute"_s : u"-n"_s, u"-c"_s, text}),
                QString{});
        }
    }
    void bashFinishesWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("offered");
        QTest::newRow("a command") << u"textdesk-cli mess"_s << u"messages"_s;
        QTest::newRow("its second word")
            << u"textdesk-cli messages mark"_s << u"mark-read mark-unread"_s;
        QTest::newRow("after an option") << u"textdesk-cli --profile /tmp account ur"_s << u"url"_s;
        QTest::newRow("an option") << u"textdesk-cli send --acc"_s << u"--account"_s;
        QTest::newRow("one of everybody") << u"textdesk-cli outbox run --pr"_s << u"--profile"_s;
        QTest::newRow("a value") << u"textdesk-cli doctor --secrets v"_s << u"vault"_s;
        QTest::newRow("a text") << u"textdesk-cli send --message he"_s << QString{};
    }
    void bashFinishesWords()
    {
        QFETCH(const QString, typed);
        const QString bash{QStandardPaths::findExecutable(u"bash"_s)};
        if (bash.isEmpty()) {
            QSKIP("there is no bash here");
        }
        const QString asked{script(u"bash"_s)
            + u"COMP_WORDS=(%1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _textdesk_cli; "
              "echo \"${COMPREPLY[@]}\"\n"_s.arg(typed)};
        QTEST(said(bash, {u"--norc"_s, u"-c"_s, asked}), "offered");
    }
    // The man page is made of the help.
    void theHelpNamesEveryOption()
    {
        for (const Command& command : allCommands()) {
            for (const OptionSpec& option : command.options) {
                QVERIFY2(command.usage.contains(u"--"_s + option.name),
                    qPrintable(command.words + u" --"_s + option.name));
            }
            QVERIFY2(!command.summary.isEmpty(), qPrintable(command.words));
        }
    }
};

TEXTDESK_TEST(tst_completion, TestCompletion)
#include "tst_completion.moc"
