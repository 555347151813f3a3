// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The thread stays where the person reads, follows when they are at the end, and copies plain
// words.
#include "app/models/roles.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/sampleinbox.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestThreadView final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};

    void open(ThreadView& view, QStandardItemModel& model)
    {
        view.resize(768, 500);
        view.setModel(&model);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    static QStandardItem* text(qint64 id, const QString& words)
    {
        Message message;
        message.id = MessageId{id};
        message.text = words;
        message.state = DeliveryState::Received;
        message.direction = Direction::In;
        return messageRow(message);
    }

private slots:
    void opensAtTheNewest()
    {
        QStandardItemModel model;
        fillLongThread(model, 400);
        ThreadView view{m_theme, m_clock};
        open(view, model);
        QTRY_VERIFY(view.isAtEnd());
        QVERIFY(view.verticalScrollBar()->maximum() > 10000);
    }
    void aFewMessagesStandAtTheBottom()
    {
        QStandardItemModel model;
        model.appendRow(text(1, QStringLiteral("Hi")));
        ThreadView view{m_theme, m_clock};
        open(view, model);
        const QRect row{view.visualRect(model.index(0, 0))};
        const int bottom{view.viewport()->mapTo(&view, row.bottomLeft()).y()};
        QVERIFY2(bottom > 480 && bottom < 500, qPrintable(QString::number(bottom)));
    }
    void followsNewMessagesAtTheEnd()
    {
        QStandardItemModel model;
        fillLongThread(model, 60);
        ThreadView view{m_theme, m_clock};
        open(view, model);
        model.appendRow(text(900, QStringLiteral("Newest")));
        QTRY_VERIFY(view.isAtEnd());
        QTRY_VERIFY(view.viewport()->rect().intersects(view.visualRect(model.index(60, 0))));
    }
    void whatMayStillGoOutIsTakenBackInsteadOfDeleted()
    {
        QStandardItemModel model;
        QStandardItem* queued{text(1, QStringLiteral("Waits"))};
        queued->setData(int(Direction::Out), MessageDirectionRole);
        queued->setData(int(DeliveryState::Queued), MessageStateRole);
        QStandardItem* unknown{text(2, QStringLiteral("Perhaps"))};
        unknown->setData(int(Direction::Out), MessageDirectionRole);
        unknown->setData(int(DeliveryState::Unknown), MessageStateRole);
        QStandardItem* sent{text(3, QStringLiteral("Gone"))};
        sent->setData(int(Direction::Out), MessageDirectionRole);
        sent->setData(int(DeliveryState::Delivered), MessageStateRole);
        for (QStandardItem* row : {queued, unknown, sent}) {
            model.appendRow(row);
        }
        ThreadView view{m_theme, m_clock};
        open(view, model);
        QSignalSpy acts{&view, &ThreadView::actRequested};
        QSignalSpy deletes{&view, &ThreadView::deleteRequested};
        view.setCurrentIndex(queued->index());
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(acts.count(), 1);
        QCOMPARE(acts.first().at(1).value<MessageAct>(), MessageAct::TakeBack);
        // Of an open outcome the menu says what can be done; no act that would be refused.
        view.setCurrentIndex(unknown->index());
        QTest::keyClick(&view, Qt::Key_Delete);
        auto* menu = view.findChild<QMenu*>(QStringLiteral("messageMenu"));
        QVERIFY(menu != nullptr);
        for (const QAction* act : menu->actions()) {
            QVERIFY(!act->isEnabled() || !act->text().contains(QLatin1String{"lete"}));
        }
        delete menu;
        QCOMPARE(deletes.count(), 0);
        view.setCurrentIndex(sent->index());
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(deletes.count(), 1);
    }
    void staysWhereThePersonReads()
    {
        QStandardItemModel model;
        fillLongThread(model, 200);
        ThreadView view{m_theme, m_clock};
        open(view, model);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        const QPersistentModelIndex reading{view.indexAt({300, 200})};
        QVERIFY(reading.isValid());
        const int top{view.visualRect(reading).top()};
        QList<QStandardItem*> older;
        for (int i{0}; i < 50; ++i) {
            older.append(text(5000 + i, QStringLiteral("Older %1").arg(i)));
        }
        model.invisibleRootItem()->insertRows(0, older);
        view.settle();
        QCOMPARE(view.visualRect(reading).top(), top);
        model.removeRows(0, 50);
        view.settle();
        QCOMPARE(view.visualRect(reading).top(), top);
        model.appendRow(text(9000, QStringLiteral("Newest")));
        view.settle();
        QCOMPARE(view.visualRect(reading).top(), top);
        QVERIFY(!view.isAtEnd());
    }
    void asksForMoreNearItsEnds()
    {
        QStandardItemModel model;
        fillLongThread(model, 200);
        ThreadView view{m_theme, m_clock};
        open(view, model);
        QSignalSpy older{&view, &ThreadView::olderWanted};
        QSignalSpy newer{&view, &ThreadView::newerWanted};
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QCOMPARE(older.count(), 0);
        view.verticalScrollBar()->setValue(10);
        QCOMPARE(older.count(), 1);
        view.scrollToEnd();
        QVERIFY(newer.count() >= 1);
    }
    void aWindowOfRowsIsMeasuredOnce()
    {
        QStandardItemModel model;
        fillLongThread(model, 400);
        ThreadView view{m_theme, m_clock};
        open(view, model);
        const int first{view.delegate().measured()};
        QVERIFY2(first <= 2 * 400, qPrintable(QString::number(first))); // two widths at most
        for (int value{0}; value < view.verticalScrollBar()->maximum(); value += 100) {
            view.verticalScrollBar()->setValue(value);
            view.viewport()->repaint();
        }
        model.item(10)->setData(int(DeliveryState::Delivered), MessageStateRole);
        model.appendRow(text(9000, QStringLiteral("One more")));
        view.settle();
        QCOMPARE(view.delegate().measured(), first + 1);
    }
    void undoIsClickedOnItsWordsOnly()
    {
        QStandardItemModel model;
        fillThread(model);
        ThreadView view{m_theme, m_clock};
        open(view, model);
        QSignalSpy undo{&view, &ThreadView::actRequested};
        const QModelIndex last{model.index(model.rowCount() - 1, 0)};
        const BubbleShape shape{view.delegate().shapeOf(last, view.visualRect(last))};
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, shape.bubble.center());
        QCOMPARE(undo.count(), 0);
        QTest::mouseClick(
            view.viewport(), Qt::LeftButton, {}, shape.placeOf(MessageAct::Undo).center());
        QCOMPARE(undo.count(), 1);
        QCOMPARE(undo.at(0).at(0).value<MessageId>(), MessageId{105});
        QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 2);
        m_clock.advance(std::chrono::seconds{5});
        QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 2);
        QTRY_COMPARE(m_clock.pendingTimers(), 0); // nothing ticks once it is too late
    }
    void copiesPlainWordsInOrder()
    {
        QStandardItemModel model;
        model.appendRow(text(1, QStringLiteral("<b>one</b>")));
        model.appendRow(dayMark(at(0, 0, 0)));
        model.appendRow(text(2, QStringLiteral("zwei\nlines")));
        ThreadView view{m_theme, m_clock};
        open(view, model);
        view.selectAll();
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("<b>one</b>\nzwei\nlines"));
    }
};

TEXTDESK_TEST(tst_threadview, TestThreadView)
#include "tst_threadview.moc"
