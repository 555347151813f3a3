// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a conversation into a file of the person's choice, and tells how far it is.
#pragma once

#include "ui/inbox/inboxdesk.h"
#include "ui/prompt/prompt.h"
#include "ui/shell/desk.h"

#include <QPointer>

namespace Textdesk {

class ExportActs final : public QObject {
    Q_OBJECT
public:
    // Notices stand in the area, the question before the window.
    ExportActs(Desk& desk, Prompt& prompt, BannerArea& notices, QWidget* window);

    // Asks for the file; one export at a time.
    void begin(ConversationId id);

private:
    void write(ConversationId id, const QString& file);
    void showProgress(qint64 done, qint64 total);
    void tell(const Result<qint64>& written, const QString& file);
    void show(const QString& place);
    void warn(const QString& what, const QString& safe);

    Desk& m_desk;
    Prompt& m_prompt;
    BannerArea& m_notices;
    QWidget* m_window;
    QPointer<CallBase> m_running;
    QString m_file; // written last
};

} // namespace Textdesk
