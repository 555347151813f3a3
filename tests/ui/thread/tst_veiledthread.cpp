// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// With hidden content an open conversation keeps its shape and shows no word of it, but where the
// keyboard rests; what can still be taken back is found by its key.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/sampleinbox.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestVeiledThread final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};

    QImage threadWith(const QString& text, bool hidden)
    {
        Message message;
        message.id = MessageId{1};
        message.direction = Direction::In;
        message.state = DeliveryState::Received;
        message.text = text;
        message.atMs = drawingNowMs();
        QStandardItemModel model;
        model.appendRow(messageRow(message));
        ThreadView view{m_theme, m_clock};
        view.resize(500, 300);
        view.setModel(&model);
        view.setMarkedWords(QStringLiteral("ba"));
        view.setContentHidden(hidden);
        return view.grab().toImage();
    }

private slots:
    void twoTextsLookTheSame()
    {
        // As wide as each other: how long a text is may be seen.
        const QString secret{QStringLiteral("ab ba")};
        const QString other{QStringLiteral("ba ab")};
        QVERIFY(threadWith(secret, false) != threadWith(other, false));
        QCOMPARE(threadWith(secret, true), threadWith(other, true));
        QVERIFY(threadWith(secret, true) != threadWith(secret, false));
    }
    void theNewestThatCanBeTakenBackIs()
    {
        QStandardItemModel model;
        fillThread(model);
        ThreadView view{m_theme, m_clock};
        view.setModel(&model);
        QSignalSpy asked{&view, &ThreadView::actRequested};
        QVERIFY(view.canUndo());
        QVERIFY(view.undoLast());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<MessageId>(), MessageId{105});
        m_clock.advance(std::chrono::seconds{10}); // it is on its way
        QVERIFY(!view.canUndo());
        QVERIFY(!view.undoLast());
        QCOMPARE(asked.count(), 1);
    }
};

TEXTDESK_TEST(tst_veiledthread, TestVeiledThread)
#include "tst_veiledthread.moc"
