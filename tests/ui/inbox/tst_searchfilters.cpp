// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chips under the search field say what the typed operators mean.
#include "tests/support/testregistry.h"
#include "ui/inbox/searchfilters.h"
#include "ui/widgets/menuchip.h"

#include <QApplication>
#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestSearchFilters final : public QObject {
    Q_OBJECT
private slots:
    void theChipNamesTheState_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << u"office"_s << u"Any message"_s;
        QTest::newRow("received") << u"is:received"_s << u"Received"_s;
        QTest::newRow("sent") << u"office is:sent"_s << u"Sent"_s;
        QTest::newRow("unread") << u"is:unread"_s << u"Unread"_s;
        QTest::newRow("failed") << u"is:failed"_s << u"Failed"_s;
        QTest::newRow("delivered") << u"is:delivered"_s << u"Delivered"_s;
        QTest::newRow("in doubt") << u"is:unknown"_s << u"Perhaps sent"_s;
        QTest::newRow("queued") << u"is:queued"_s << u"Queued"_s;
        QTest::newRow("two") << u"is:failed is:unknown"_s << u"Several states"_s;
    }

    void theChipNamesTheState()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, shown);
        const Theme theme{*qApp};
        SearchFilters filters{theme, [] { return QDate{2026, 3, 5}; }};
        filters.present(typed);
        QCOMPARE(filters.findChild<MenuChip*>(u"searchState"_s)->shownText(), shown);
    }
};

TEXTDESK_TEST(tst_searchfilters, TestSearchFilters)
#include "tst_searchfilters.moc"
