// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of conversations: wording, selection that stays with its person, empty places.
#include "app/models/roles.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/sampleinbox.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/inboxpane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestInboxPane final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};

    static QString plain(QString text) { return text.remove(QChar{0x2068}).remove(QChar{0x2069}); }

private slots:
    void previewsSayWhoWroteAndWhatWentWrong()
    {
        QStandardItemModel model;
        fillConversations(model);
        const auto preview = [&model](int row) {
            return plain(ConversationDelegate::previewOf(model.index(row, 0)));
        };
        QCOMPARE(preview(0), QStringLiteral("Yes, she will be there at 8. Thank you!"));
        QVERIFY(preview(3).startsWith(QLatin1String{"You: Photo day"}));
        QVERIFY(preview(4).startsWith(QLatin1String{"Not delivered: the number"}));
        QVERIFY(preview(5).startsWith(QLatin1String{"Draft: Good morning"}));
        model.item(3)->setData(int(DeliveryState::Unknown), ConversationPreviewStateRole);
        QVERIFY(preview(3).startsWith(QLatin1String{"Perhaps sent: Photo day"}));
    }
    void rowsAreOneHeight()
    {
        ConversationList list{m_theme, m_clock};
        QStandardItemModel model;
        fillConversations(model);
        list.setModel(&model);
        for (int row{0}; row < model.rowCount(); ++row) {
            QCOMPARE(list.sizeHintForIndex(model.index(row, 0)).height(), 60);
        }
    }
    void theSelectionStaysWithItsPerson()
    {
        QStandardItemModel model;
        fillConversations(model);
        ConversationList list{m_theme, m_clock};
        list.setModel(&model);
        QSignalSpy opened{&list, &ConversationList::opened};
        list.setCurrentIndex(model.index(1, 0));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(list.selected(), ConversationId{2});

        // A new text moves another conversation to the top.
        SampleConversation fresh;
        fresh.id = 50;
        fresh.title = QStringLiteral("New");
        model.insertRow(0, conversationRow(fresh));
        QCOMPARE(list.currentIndex().row(), 2);

        // The row goes and comes back elsewhere, as models do that know no moves.
        const QList<QStandardItem*> taken{model.takeRow(2)};
        QCOMPARE(list.selected(), ConversationId{2});
        model.insertRow(0, taken);
        QCOMPARE(list.currentIndex().row(), 0);
        QCOMPARE(opened.count(), 1);

        model.clear();
        QVERIFY(!list.currentIndex().isValid());
        fillConversations(model);
        QCOMPARE(list.currentIndex().row(), 1);
        QCOMPARE(opened.count(), 1);
    }
    void stepsStopAtTheEnds()
    {
        QStandardItemModel model;
        fillConversations(model);
        ConversationList list{m_theme, m_clock};
        list.step(1); // no model: nothing happens
        list.setModel(&model);
        list.step(1);
        QCOMPARE(list.currentIndex().row(), 0);
        list.step(-1);
        QCOMPARE(list.currentIndex().row(), 0);
        list.step(100);
        QCOMPARE(list.currentIndex().row(), model.rowCount() - 1);
    }
    void emptyPlacesSayWhatToDo()
    {
        QStandardItemModel model;
        InboxPane pane{m_theme, m_clock};
        pane.setModel(&model);
        auto* empty = pane.findChild<QWidget*>(QStringLiteral("inboxEmpty"));
        auto* action = pane.findChild<Button*>(QStringLiteral("inboxEmptyAction"));
        QSignalSpy wanted{&pane, &InboxPane::newRequested};
        QCOMPARE(empty->accessibleName(), QStringLiteral("No conversations yet"));
        action->click();
        QCOMPARE(wanted.count(), 1);
        pane.chips().choose(QStringLiteral("failed"));
        QCOMPARE(empty->accessibleName(), QStringLiteral("Nothing failed"));
        action->click();
        QCOMPARE(pane.chips().chosenKey(), QStringLiteral("all"));
        QCOMPARE(wanted.count(), 1);
        pane.search().setText(QStringLiteral("nobody"));
        QCOMPARE(empty->accessibleName(), QStringLiteral("Nothing found"));
        action->click();
        QVERIFY(pane.search().text().isEmpty());
        fillConversations(model);
        QVERIFY(empty->isHidden());
    }
    void whatIsSnoozedIsNotTakenForLost()
    {
        QStandardItemModel model;
        InboxPane pane{m_theme, m_clock};
        pane.setModel(&model);
        pane.setCounts({0, 0, 0, 1});
        auto* empty = pane.findChild<QWidget*>(QStringLiteral("inboxEmpty"));
        QCOMPARE(empty->accessibleName(), QStringLiteral("Nothing to do now"));
        QVERIFY(empty->accessibleDescription().contains(QStringLiteral("1 conversation")));
        pane.findChild<Button*>(QStringLiteral("inboxEmptyAction"))->click();
        QCOMPARE(pane.chips().chosenKey(), QStringLiteral("snoozed"));
        pane.search().setText(QStringLiteral("fees"));
        pane.showAll();
        QCOMPARE(pane.chips().chosenKey(), QStringLiteral("all"));
        QVERIFY(pane.search().text().isEmpty());
    }
    // A list that was not narrowed must not look as if it was.
    void anOperatorThatSaysNothingIsTold()
    {
        QStandardItemModel model;
        InboxPane pane{m_theme, m_clock};
        pane.setModel(&model);
        const auto* line = pane.findChild<QLabel*>(QStringLiteral("searchMisread"));
        QVERIFY(line->isHidden());
        pane.search().setText(QStringLiteral("fees after:yesterdayy"));
        QVERIFY(!line->isHidden());
        QVERIFY2(line->text().contains(QStringLiteral("“after:yesterdayy” names no day")),
            qPrintable(line->text()));
        pane.search().setText(QStringLiteral("is:foo fees"));
        QVERIFY2(line->text().contains(QStringLiteral("received, sent")), qPrintable(line->text()));
        pane.search().setText(QStringLiteral("is:<b>x</b> "));
        QCOMPARE(line->textFormat(), Qt::PlainText);
        // Nobody is told off in the middle of a word.
        pane.search().setText(QStringLiteral("after:2026-0"));
        QVERIFY(line->isHidden());
        pane.search().setText(QStringLiteral("after:today is:failed"));
        QVERIFY(line->isHidden());
        pane.search().clear();
        QVERIFY(line->isHidden());
    }
    void aMirroredListPaintsItsBarAtTheRight()
    {
        QStandardItemModel model;
        fillConversations(model);
        ConversationList list{m_theme, m_clock};
        list.setLayoutDirection(Qt::RightToLeft);
        list.setModel(&model);
        list.resize(336, 300);
        list.setCurrentIndex(model.index(0, 0));
        const QImage shot{list.grab().toImage()};
        QCOMPARE(shot.pixelColor(334, 30), m_theme.colours().accent);
        QVERIFY(shot.pixelColor(1, 30) != m_theme.colours().accent);
    }
};

TEXTDESK_TEST(tst_inboxpane, TestInboxPane)
#include "tst_inboxpane.moc"
