// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window that is shown while another Textdesk process has the profile: which one, what is safe,
// and that the program opens by itself when it ends.
#pragma once

#include "ui/widgets/surface.h"

namespace Textdesk {

class EmptyState;

class ProfileInUse final : public Surface {
    Q_OBJECT
public:
    explicit ProfileInUse(const Theme& theme, QWidget* parent = nullptr);

    // A command of that process works here.
    void tellCommand(const QString& program, qint64 pid);
    // Something has the profile and does not answer.
    void tellSilent();

signals:
    void tryAgain();
    // The person no longer waits.
    void givenUp();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void tell(const QString& title, const QString& sentence);

    EmptyState* m_message;
};

} // namespace Textdesk
