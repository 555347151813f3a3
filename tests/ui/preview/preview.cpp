// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the drawing's data: preview SCREEN light|dark WIDTHxHEIGHT [FILE.png [rtl]]
#include "tests/support/manualclock.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/sampleinbox.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/shell/mainwindow.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/button.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QLineEdit>
#include <QPixmap>
#include <QTimer>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

void arrange(MainWindow& window, FakeDesk& desk, const QString& screen)
{
    if (screen == QLatin1String{"inbox"} || screen == QLatin1String{"banner"}) {
        window.openConversation(ConversationId{1});
    }
    if (screen == QLatin1String{"banner"}) {
        emit desk.noticeRaised({QStringLiteral("paused"), Banner::Level::Warning,
            QStringLiteral("School office is paused: the service did not accept its API token."),
            QStringLiteral(
                "Nothing was sent. 3 messages wait here and go out when it works again."),
            QStringLiteral("Check the account")});
    } else if (screen == QLatin1String{"new"}) {
        window.startConversation(QStringLiteral("082 000 0012"), AccountId{1});
    } else if (screen == QLatin1String{"practice"} || screen == QLatin1String{"settings"}) {
        window.goTo(screen);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    const QStringList words{application.arguments()};
    const QString screen{words.value(1, QStringLiteral("inbox"))};
    const Language language{application, QLocale{}};
    Theme theme{application};
    theme.choose(
        words.value(2) == QLatin1String{"dark"} ? Theme::Choice::Dark : Theme::Choice::Light);
    if (words.value(5) == QLatin1String{"rtl"}) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    ManualClock clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    FakeDesk desk{screen != QLatin1String{"start"}};
    ScriptedPrompt prompt;
    MainWindow window{theme, clock, desk, prompt};
    const QStringList size{words.value(3, QStringLiteral("1280x800")).split(u'x')};
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    arrange(window, desk, screen);
    if (words.size() > 4) {
        QTimer::singleShot(300, &window, [&window, &words] {
            window.grab().save(words.at(4));
            QCoreApplication::quit();
        });
    }
    return QApplication::exec();
}
