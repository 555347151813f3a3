// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program in the person's language; what has no translation stays English, with right plurals.
#pragma once

#include <QLocale>
#include <QTranslator>

class QCoreApplication;

namespace Textdesk {

class Language final {
public:
    // Installs on the application; must live as long as it.
    Language(QCoreApplication& application, const QLocale& locale);

private:
    QTranslator m_english;
    QTranslator m_own;
};

} // namespace Textdesk
