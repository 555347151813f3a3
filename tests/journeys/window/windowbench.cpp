// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/window/windowbench.h"

#include "app/models/roles.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "ui/inbox/conversationlist.h"
#include "ui/thread/composeedit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/navigationitem.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace Textdesk::Testing {

WindowBench::WindowBench(const DesktopBuses& buses)
    : m_buses{buses}
    , m_theme{*qApp}
{
    m_registry.add(zoomConnectKind());
    Settings settings{m_profile.path()};
    settings.set(Setting::ListenerPort, 0); // tests run side by side
    settings.set(Setting::UndoMs, undoMs);
    start();
}

void WindowBench::start()
{
    auto engine = Engine::open(m_profile.path(), {m_clock, m_http, m_secrets, m_registry});
    if (!engine) {
        qFatal("the profile cannot be opened: %s", qPrintable(engine.error().detail()));
    }
    m_settings = std::make_unique<Settings>(m_profile.path());
    m_program = std::make_unique<Program>(std::move(*engine),
        ProgramServices{m_clock, m_http, m_theme, *m_settings, m_prompt, m_buses});
    m_program->start();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void WindowBench::hurry()
{
    constexpr std::chrono::milliseconds atOnce{20};
    PracticeVariant variant{m_program->practice().variant()};
    variant.sentDelay = atOnce;
    variant.deliveredDelay = atOnce;
    variant.replies = false;
    m_program->practice().setVariant(variant);
    m_settings->set(Setting::UndoMs, 0);
}

void WindowBench::answer(const QString& from, const QString& text)
{
    QVERIFY(m_program->practice().injectReply(from, text));
}

void WindowBench::stop()
{
    m_program.reset();
    m_settings.reset();
}

void WindowBench::restart()
{
    stop();
    start();
}

void WindowBench::practise()
{
    part<QAbstractButton>("tryPractice").click();
    QTRY_COMPARE(window().place(), QStringLiteral("inbox"));
    QTRY_VERIFY(part<QLineEdit>("toField").hasFocus());
}

void WindowBench::compose(const QString& number, const QString& text)
{
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    auto& to = part<QLineEdit>("toField");
    to.clear();
    QTest::keyClicks(&to, number);
    QTest::keyClick(&to, Qt::Key_Return);
    auto& edit = part<ComposeEdit>("composeEdit");
    QVERIFY(edit.hasFocus());
    QTest::keyClicks(&edit, text);
    QTRY_VERIFY(part<QAbstractButton>("sendButton").isEnabled()); // accounts may still be read
    QTest::keyClick(&edit, Qt::Key_Return);
}

QString WindowBench::said(const char* label)
{
    const auto* found = window().findChild<QWidget*>(QLatin1String{label});
    if (found == nullptr || found->isHidden()) {
        return {};
    }
    const auto* elided = qobject_cast<const ElidedLabel*>(found);
    return elided != nullptr ? elided->text() : found->property("text").toString();
}

int WindowBench::messages()
{
    const QAbstractItemModel* model{part<ThreadView>("threadView").model()};
    int count{0};
    for (int row{0}; model != nullptr && row < model->rowCount(); ++row) {
        const auto kind = ThreadRowKind(model->index(row, 0).data(ThreadKindRole).toInt());
        count += kind == ThreadRowKind::Message ? 1 : 0;
    }
    return count;
}

QModelIndex WindowBench::message(int number)
{
    const QAbstractItemModel* model{part<ThreadView>("threadView").model()};
    for (int row{0}; model != nullptr && row < model->rowCount(); ++row) {
        const QModelIndex index{model->index(row, 0)};
        const bool isMessage{
            ThreadRowKind(index.data(ThreadKindRole).toInt()) == ThreadRowKind::Message};
        if (isMessage && number-- == 0) {
            return index;
        }
    }
    return {};
}

DeliveryState WindowBench::state(int number)
{
    return DeliveryState(message(number).data(MessageStateRole).toInt());
}

QString WindowBench::meta(int number)
{
    const QModelIndex index{message(number)};
    return index.isValid() ? part<ThreadView>("threadView").delegate().lineOf(index).plain()
                           : QString{};
}

BubbleShape WindowBench::shapeOf(int number)
{
    auto& thread = part<ThreadView>("threadView");
    thread.settle();
    const QModelIndex index{message(number)};
    return thread.delegate().shapeOf(index, thread.visualRect(index));
}

void WindowBench::click(int number, MessageAct act)
{
    // Right after a banner the row may still be on its way back to where it can be acted on.
    QTRY_VERIFY(!shapeOf(number).placeOf(act).isEmpty());
    QTest::mouseClick(part<ThreadView>("threadView").viewport(), Qt::LeftButton, {},
        shapeOf(number).placeOf(act).center());
}

QVariant WindowBench::listed(int role, int row)
{
    const QAbstractItemModel* model{part<ConversationList>("conversationList").model()};
    return model->index(row, 0).data(role);
}

int WindowBench::listedRows()
{
    return part<ConversationList>("conversationList").model()->rowCount();
}

int WindowBench::badge()
{
    return part<NavigationItem>("nav_inbox").badge();
}

void WindowBench::watchStates()
{
    m_states.clear();
    QAbstractItemModel* model{part<ThreadView>("threadView").model()};
    const auto note = [this] {
        const DeliveryState now{state(0)};
        if (m_states.empty() || m_states.back() != now) {
            m_states.push_back(now);
        }
    };
    note();
    QObject::connect(model, &QAbstractItemModel::dataChanged, model, note);
}

} // namespace Textdesk::Testing
