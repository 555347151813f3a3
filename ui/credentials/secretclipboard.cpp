// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace Textdesk {

SecretClipboard::SecretClipboard(Clock& clock, QObject* parent)
    : QObject{parent}
    , m_clock{clock}
{ }

SecretClipboard::~SecretClipboard()
{
    clear();
}

void SecretClipboard::copy(const SecretText& secret)
{
    auto* data = new QMimeData;
    data->setText(secret.revealString());
    // Klipper and others; nspasteboard.org; Windows' clipboard history.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
#ifdef Q_OS_MACOS
    data->setData(QStringLiteral("org.nspasteboard.ConcealedType"), QByteArrayLiteral("secret"));
#elif defined(Q_OS_WIN)
    data->setData(QStringLiteral("application/x-qt-windows-mime;value=\"ExcludeClipboardContentFrom"
                                 "MonitorProcessing\""),
        QByteArrayLiteral("1"));
#endif
    QGuiApplication::clipboard()->setMimeData(data);
    m_held = secret;
    m_timer = std::make_unique<QObject>();
    m_clock.after(keptFor, m_timer.get(), [this] {
        clear();
        emit cleared();
    });
}

void SecretClipboard::clear()
{
    QClipboard* clipboard{QGuiApplication::clipboard()};
    // What the person copied meanwhile is theirs.
    if (!m_held.isEmpty() && clipboard && SecretText::fromString(clipboard->text()) == m_held) {
        clipboard->clear();
    }
    m_held = {};
}

} // namespace Textdesk
