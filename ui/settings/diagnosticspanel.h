// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnostics: shown word by word before they become a file.
#pragma once

#include "app/upkeep/diagnostics.h"
#include "ui/prompt/prompt.h"
#include "ui/settings/panel.h"
#include "ui/theme/theme.h"

class QPlainTextEdit;

namespace Textdesk {

class Button;
class MarkedLabel;
class TextLabel;

class DiagnosticsPanel final : public Panel {
    Q_OBJECT
public:
    DiagnosticsPanel(
        const Theme& theme, Diagnostics& diagnostics, Prompt& prompt, QWidget* parent = nullptr);

    bool narrow(const QString& searched) override;

private:
    void build();
    void collect();
    void show(const std::vector<BundlePart>& parts);
    void choosePlace();
    void save(const QString& file);

    const Theme& m_theme;
    Diagnostics& m_diagnostics;
    Prompt& m_prompt;
    std::vector<BundlePart> m_parts;
    MarkedLabel* m_title;
    Button* m_collect;
    QPlainTextEdit* m_preview;
    Button* m_save;
    TextLabel* m_told;
};

} // namespace Textdesk
