// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program in this process, on a profile of its own, used as a person uses it.
#pragma once

#include "app/net/httpclient.h"
#include "app/secrets/memorysecrets.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/program.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/threadview.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Textdesk::Testing {

class WindowBench final {
public:
    // Long enough to press Undo, short enough for a test.
    static constexpr int undoMs{1500};

    // Without buses the desktop shows and hears nothing.
    explicit WindowBench(const DesktopBuses& buses = {});

    void start();
    void stop();
    void restart();
    // First start and one click on the practice account; then a new conversation waits.
    void practise();
    // Texts are delivered at once, nothing waits to be undone, and people answer when told to.
    void hurry();
    void answer(const QString& from, const QString& text);
    // Ctrl+N, the number, Return, the text, Return.
    void compose(const QString& number, const QString& text);

    [[nodiscard]] MainWindow& window() { return m_program->window(); }
    template <typename T> [[nodiscard]] T& part(const char* name)
    {
        T* found{window().findChild<T*>(QLatin1String{name})};
        Q_ASSERT(found != nullptr);
        return *found;
    }
    [[nodiscard]] QString said(const char* label); // empty while it is hidden
    [[nodiscard]] ScriptedPrompt& prompt() { return m_prompt; }
    [[nodiscard]] Engine& engine() { return m_program->engine(); }
    [[nodiscard]] EngineServices services() { return {m_clock, m_http, m_secrets, m_registry}; }
    [[nodiscard]] QString profile() const { return m_profile.path(); }
    [[nodiscard]] HttpClient& http() { return m_http; }
    [[nodiscard]] Clock& clock() { return m_clock; }
    [[nodiscard]] Presence& presence() { return m_program->presence(); }
    [[nodiscard]] Settings& settings() { return *m_settings; }
    [[nodiscard]] MemorySecrets& secrets() { return m_secrets; }

    // Messages of the open thread, oldest first, without day marks.
    [[nodiscard]] int messages();
    [[nodiscard]] QModelIndex message(int number);
    [[nodiscard]] DeliveryState state(int number);
    // The small line under a bubble, e.g. "14:33 · Not delivered: ... · Send again".
    [[nodiscard]] QString meta(int number);
    // Clicks words of that line, as the mouse does.
    void click(int number, MessageAct act);
    // What the first row of the conversation list shows in that role.
    [[nodiscard]] QVariant listed(int role, int row = 0);
    [[nodiscard]] int listedRows();
    [[nodiscard]] int badge();
    // Every state that the newest message went through since the thread was opened.
    [[nodiscard]] const std::vector<DeliveryState>& states() const { return m_states; }
    void watchStates();

private:
    [[nodiscard]] BubbleShape shapeOf(int number);

    DesktopBuses m_buses;
    QTemporaryDir m_profile;
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    MemorySecrets m_secrets;
    ProviderRegistry m_registry;
    Theme m_theme;
    ScriptedPrompt m_prompt;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Program> m_program;
    std::vector<DeliveryState> m_states;
};

} // namespace Textdesk::Testing
