// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window that is shown instead of the program when its profile cannot be used: why, what is
// safe, what to do; for a damaged one also the repair itself.
#pragma once

#include "app/base/error.h"
#include "app/upkeep/profilerescue.h"
#include "ui/prompt/prompt.h"
#include "ui/widgets/surface.h"

class QProgressBar;

namespace Textdesk {

class Button;
class EmptyState;

class StartupProblem final : public Surface {
    Q_OBJECT
public:
    // Without a rescue there is nothing to do but close; without a prompt, no beginning anew.
    struct Help final {
        ProfileRescue* rescue{nullptr};
        Prompt* prompt{nullptr};
    };
    // error is what opening the profile said; folder is shown so that a person can find it.
    StartupProblem(const Theme& theme, const Error& error, const QString& folder, const Help& help,
        QWidget* parent = nullptr);

    struct Words final {
        QString title;
        QString sentence;
    };
    [[nodiscard]] static Words words(const Error& error, const QString& folder);

signals:
    // The profile may be opened now: it was repaired, or the person mended what was wrong.
    void openAgain();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void act();
    void salvage();
    void restore();
    void begin(const QString& title, const QString& sentence);
    void finish(const Result<SalvageReport>& report, bool fromBackup);
    void tellRescued(const SalvageReport& report, bool fromBackup);
    void tellFailed(const Error& error);
    void askForAnew();
    void beginAnew();
    void endOfWork();
    [[nodiscard]] static QString failure(const Error& error, bool hasBackup, const QString& folder);
    void offer(bool repair, bool backup);
    [[nodiscard]] bool isDamage() const;
    // Nothing but backups is left.
    [[nodiscard]] bool isGone() const;
    [[nodiscard]] QString backupLabel() const;

    Error m_error;
    QString m_folder;
    ProfileRescue* m_rescue;
    Prompt* m_prompt;
    EmptyState* m_message;
    QProgressBar* m_progress;
    Button* m_backup;
    Button* m_anew;
    Button* m_close;
    enum class Act { Close, Salvage, Restore, Open } m_act{Act::Close};
    bool m_busy{false};
};

} // namespace Textdesk
