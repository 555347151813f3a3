// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"

#include <QCoreApplication>

namespace Textdesk {

Language::Language(QCoreApplication& application, const QLocale& locale)
{
    const auto install = [&application](QTranslator& translator, const QLocale& wanted) {
        if (translator.load(wanted, QStringLiteral("textdesk"), QStringLiteral("_"),
                QStringLiteral(":/i18n"))) {
            application.installTranslator(&translator);
        }
    };
    install(m_english, QLocale{QLocale::English});
    if (locale.language() != QLocale::English && locale.language() != QLocale::C) {
        install(m_own, locale); // asked first, as the last one installed
    }
}

} // namespace Textdesk
