// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found is marked where it stands.
#include "tests/support/testregistry.h"
#include "ui/thread/markedwords.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestMarkedWords final : public QObject {
    Q_OBJECT
private:
    static QStringList marked(const QString& text, const QString& words)
    {
        QStringList found;
        for (const MarkedWord& mark : markedWords(text, words)) {
            found.append(text.mid(mark.start, mark.length));
        }
        return found;
    }

private slots:
    void asTheSearchFoundThem()
    {
        QCOMPARE(marked(u"The Hall is open"_s, u"hall"_s), QStringList{u"Hall"_s});
        QCOMPARE(marked(u"Hallo, the hall and halls"_s, u"hal"_s),
            (QStringList{u"Hallo"_s, u"hall"_s, u"halls"_s}));
        // Only the last word is a beginning.
        QCOMPARE(marked(u"halls and gates"_s, u"hall gat"_s), QStringList{u"gates"_s});
        QCOMPARE(marked(u"Naude\u0301 and NAUD\u00c9"_s, u"naude"_s),
            (QStringList{u"Naude\u0301"_s, u"NAUD\u00c9"_s}));
        QCOMPARE(marked(u"see you 🙂🙂"_s, u"🙂"_s), (QStringList{u"🙂"_s, u"🙂"_s}));
        QCOMPARE(marked(u"a.b"_s, u"a.b"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(marked(u"nothing"_s, {}), QStringList{});
        QCOMPARE(marked({}, u"word"_s), QStringList{});
    }
};

TEXTDESK_TEST(tst_markedwords, TestMarkedWords)
#include "tst_markedwords.moc"
