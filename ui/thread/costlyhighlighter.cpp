// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/costlyhighlighter.h"

#include "app/domain/segments.h"

namespace Textdesk {

CostlyHighlighter::CostlyHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter{document}
    , m_theme{theme}
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void CostlyHighlighter::highlightBlock(const QString& text)
{
    QTextCharFormat format;
    format.setBackground(m_theme.colours().warnSoft);
    format.setForeground(m_theme.colours().warn);
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        setFormat(int(costly.position), int(costly.character.size()), format);
    }
}

} // namespace Textdesk
