// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// With hidden content nobody who looks over a shoulder reads what was written, or by whom.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/sampleinbox.h"
#include "ui/inbox/conversationlist.h"

#include <QApplication>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestHiddenContent final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};

    QImage listWith(
        const QString& preview, bool hidden, const QString& who = QStringLiteral("Thandi Mokoena"))
    {
        QStandardItemModel model;
        SampleConversation one;
        one.id = 1;
        one.title = who;
        one.preview = preview;
        one.atMs = drawingNowMs();
        model.appendRow(conversationRow(one));
        ConversationList list{m_theme, m_clock};
        list.setModel(&model);
        list.setContentHidden(hidden);
        list.resize(336, 200);
        return list.grab().toImage();
    }

private slots:
    void twoTextsLookTheSame()
    {
        const QString secret{QStringLiteral("Your code is 1234")};
        const QString other{QStringLiteral("See you")};
        QVERIFY(listWith(secret, false) != listWith(other, false));
        QCOMPARE(listWith(secret, true), listWith(other, true));
        QVERIFY(listWith(secret, true) != listWith(secret, false));
    }
    void twoPeopleLookTheSame()
    {
        const QString text{QStringLiteral("See you")};
        const QString other{QStringLiteral("Al")};
        QVERIFY(listWith(text, false) != listWith(text, false, other));
        QCOMPARE(listWith(text, true), listWith(text, true, other));
    }
};

TEXTDESK_TEST(tst_hiddencontent, TestHiddenContent)
#include "tst_hiddencontent.moc"
