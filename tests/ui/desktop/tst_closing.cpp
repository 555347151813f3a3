// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Closing quits, unless a person chose the tray; what was not sent yet is said first.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/desktop/closing.h"
#include "ui/prompt/windowprompt.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestClosing final : public QObject {
    Q_OBJECT
private:
    struct Bench final {
        QTemporaryDir folder;
        Settings settings{folder.path()};
        ScriptedPrompt prompt;
        QWidget window;
        QWidget other; // so that the last window of the test stays open
        bool tray{true};
        ManualClock clock;
        int unsent{0};
        qint64 dueMs{0};
        Closing closing{{settings, clock, prompt, [this] { return tray; },
                            [this] {
                                return Unsent{unsent, dueMs};
                            }},
            window};
    };
    std::unique_ptr<Bench> m_bench;

private slots:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_bench->other.show();
        m_bench->window.show();
    }
    void cleanup() { m_bench.reset(); }

    void closingQuits()
    {
        QSignalSpy hidden{&m_bench->closing, &Closing::hidden};
        QVERIFY(m_bench->window.close());
        QCOMPARE(hidden.size(), 0);
        QCOMPARE(m_bench->prompt.asked(), QStringList{});
    }
    void theTrayOnlyIfChosenAndThere()
    {
        QSignalSpy hidden{&m_bench->closing, &Closing::hidden};
        m_bench->settings.set(Setting::KeepInTray, true);
        m_bench->unsent = 3; // they go on being sent: nothing to say
        QVERIFY(!m_bench->window.close());
        QVERIFY(m_bench->window.isHidden());
        QCOMPARE(hidden.size(), 1);
        m_bench->closing.showWindow();
        QVERIFY(m_bench->window.isVisible());
        m_bench->tray = false;
        m_bench->unsent = 0;
        QVERIFY(m_bench->window.close());
        QCOMPARE(m_bench->prompt.asked(), QStringList{});
    }
    void whatIsNotSentYetIsSaid()
    {
        m_bench->unsent = 2;
        QVERIFY(!m_bench->window.close());
        QVERIFY(m_bench->window.isVisible());
        QCOMPARE(m_bench->prompt.asked().size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(m_bench->window.isVisible()); // answered: keep sending
        m_bench->prompt.answerNext(true);
        QVERIFY(!m_bench->window.close());
        QTRY_VERIFY(m_bench->window.isHidden());
        QCOMPARE(m_bench->prompt.asked().size(), 2);
    }
    void oneQuestionAtATime()
    {
        m_bench->unsent = 1;
        m_bench->window.close();
        m_bench->window.close();
        QCOMPARE(m_bench->prompt.asked().size(), 1);
        QCoreApplication::processEvents();
        m_bench->window.close();
        QCOMPARE(m_bench->prompt.asked().size(), 2);
    }
    void theQuestionGoesWhenEverythingWasSent()
    {
        QSignalSpy finished{&m_bench->closing, &Closing::finished};
        m_bench->prompt.leaveOpen();
        m_bench->closing.lookAgain(); // nobody asked
        m_bench->unsent = 2;
        QVERIFY(!m_bench->window.close());
        m_bench->unsent = 1;
        m_bench->closing.lookAgain();
        QCOMPARE(m_bench->prompt.withdrawn(), 0);
        QVERIFY(m_bench->window.isVisible());
        m_bench->unsent = 0;
        m_bench->closing.lookAgain();
        QCOMPARE(m_bench->prompt.withdrawn(), 1);
        QCOMPARE(finished.size(), 1);
        QVERIFY(m_bench->window.isHidden());
    }
    void theQuestionCountsTheSecondsThatAreLeft()
    {
        QSignalSpy finished{&m_bench->closing, &Closing::finished};
        m_bench->prompt.leaveOpen();
        m_bench->unsent = 2;
        m_bench->dueMs = m_bench->clock.nowMs() + 5000;
        QVERIFY(!m_bench->window.close());
        const auto says = [this](const char* words) {
            return m_bench->prompt.said().contains(QLatin1String{words});
        };
        QVERIFY2(says("goes out in 5 second"), qPrintable(m_bench->prompt.said()));
        m_bench->clock.advance(std::chrono::seconds{3});
        QVERIFY2(says("in 2 second"), qPrintable(m_bench->prompt.said()));
        m_bench->unsent = 1;
        m_bench->clock.advance(std::chrono::seconds{2});
        QVERIFY2(says("1 text") && says("going out now"), qPrintable(m_bench->prompt.said()));
        QCOMPARE(m_bench->prompt.asked().size(), 1); // the same question all the time
        m_bench->unsent = 0; // nobody tells: the next second sees it
        m_bench->clock.advance(std::chrono::seconds{1});
        QCOMPARE(m_bench->prompt.withdrawn(), 1);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_bench->clock.pendingTimers(), 0);
    }
    void whatWaitsForLongerPromisesNothing()
    {
        m_bench->prompt.leaveOpen();
        m_bench->unsent = 1;
        m_bench->dueMs = m_bench->clock.nowMs() + 3'600'000;
        QVERIFY(!m_bench->window.close());
        QVERIFY(!m_bench->prompt.said().contains(QStringLiteral("by itself")));
        QVERIFY(m_bench->prompt.said().contains(QStringLiteral("stays stored here")));
    }
    void anAnswerEndsTheCounting()
    {
        m_bench->unsent = 1;
        QVERIFY(!m_bench->window.close());
        QCoreApplication::processEvents(); // answered: keep sending
        m_bench->unsent = 0;
        m_bench->clock.advance(std::chrono::seconds{2});
        QVERIFY(m_bench->window.isVisible());
        QCOMPARE(m_bench->clock.pendingTimers(), 0);
    }
    void aRealQuestionIsRewordedAndClosesUnanswered()
    {
        WindowPrompt prompt;
        bool answered{false};
        prompt.ask(&m_bench->window,
            {QStringLiteral("Quit?"), QStringLiteral("Two wait."), QStringLiteral("Quit"),
                QStringLiteral("Stay"), true},
            [&answered](bool) { answered = true; });
        QPointer<QMessageBox> box{m_bench->window.findChild<QMessageBox*>()};
        QVERIFY(box && box->isVisible());
        prompt.reword(&m_bench->window, QStringLiteral("One waits."));
        QCOMPARE(box->informativeText(), QStringLiteral("One waits."));
        prompt.withdraw(&m_bench->window);
        QTRY_VERIFY(!box);
        QVERIFY(!answered);
    }
    void quittingFromTheMenuNeverHides()
    {
        QSignalSpy finished{&m_bench->closing, &Closing::finished};
        m_bench->settings.set(Setting::KeepInTray, true);
        m_bench->closing.quit();
        QCOMPARE(finished.size(), 1);
        QVERIFY(m_bench->window.isHidden());
    }
    void quittingFromTheTrayShowsTheQuestion()
    {
        QSignalSpy finished{&m_bench->closing, &Closing::finished};
        m_bench->settings.set(Setting::KeepInTray, true);
        m_bench->window.close();
        QVERIFY(m_bench->window.isHidden());
        m_bench->unsent = 1;
        m_bench->closing.quit();
        QVERIFY(m_bench->window.isVisible());
        QCOMPARE(m_bench->prompt.asked().size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 0);
        // Having stayed, closing means the tray again.
        m_bench->window.close();
        QVERIFY(m_bench->window.isHidden());
    }
};

TEXTDESK_TEST(tst_closing, TestClosing)
#include "tst_closing.moc"
