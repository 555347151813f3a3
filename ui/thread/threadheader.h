// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who the open conversation is with, and what can be done about it.
#pragma once

#include "ui/widgets/surface.h"

namespace Textdesk {

class Avatar;
class ElidedLabel;
class IconButton;

class ThreadHeader final : public Surface {
    Q_OBJECT
public:
    explicit ThreadHeader(const Theme& theme, QWidget* parent = nullptr);
    // number is what "copy number" copies; empty hides it.
    void present(
        const QString& title, bool isNamed, const QString& subtitle, const QString& number);

signals:
    void markUnreadRequested();

private:
    Avatar* m_avatar;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    IconButton* m_copy;
    QString m_number;
};

} // namespace Textdesk
