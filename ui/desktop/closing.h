// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What closing the window means: the end of the program, or a place in the tray if a person chose
// so; texts that were not sent yet are said first.
#pragma once

#include "app/base/clock.h"
#include "app/settings/settings.h"
#include "ui/prompt/prompt.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

namespace Textdesk {

// Texts that would go out if the program went on.
struct Unsent final {
    int count{0};
    qint64 dueMs{0}; // when the last of them may go out, ms since 1970 UTC; 0 = at once
};

struct ClosingServices final {
    Settings& settings;
    Clock& clock;
    Prompt& prompt;
    std::function<bool()> isTrayShown;
    std::function<Unsent()> unsent;
};

class Closing final : public QObject {
    Q_OBJECT
public:
    // Watches the window, which must outlive it.
    Closing(const ClosingServices& services, QWidget& window, QObject* parent = nullptr);
    // As from a menu: never into the tray.
    void quit();
    void showWindow();
    // Something was sent: a question about what was not may be out of date.
    void lookAgain();

signals:
    // The window went into the tray.
    void hidden();
    // The window is closed for good; the program may end.
    void finished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool staysOpen();
    void hideToTray();
    void askAboutUnsent(const Unsent& unsent);
    [[nodiscard]] QString wordsFor(const Unsent& unsent) const;
    void countDown();
    void end();
    ClosingServices m_services;
    QWidget& m_window;
    QString m_said; // in the question that is open
    std::unique_ptr<QObject> m_tick; // deleting it ends the counting
    bool m_sure{false};
    bool m_asking{false};
    bool m_quitting{false};
};

} // namespace Textdesk
