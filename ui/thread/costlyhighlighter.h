// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, while one types, the characters that make a text cost more.
#pragma once

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

namespace Textdesk {

class CostlyHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    CostlyHighlighter(const Theme& theme, QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;

private:
    const Theme& m_theme;
};

} // namespace Textdesk
