// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/diagnosticstext.h"

#include "app/settings/settingtable.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSysInfo>

namespace Textdesk::DiagnosticsText {

namespace {

QString line(const QString& name, const QString& value)
{
    return name + QStringLiteral(": ") + value + u'\n';
}

void addCounts(QString& text, const QString& title, const std::vector<NamedCount>& counts)
{
    text += u'\n' + title + u'\n';
    for (const NamedCount& count : counts) {
        text += QStringLiteral("  ") + line(count.first.trimmed(), QString::number(count.second));
    }
}

QString valueFor(const SettingRow& row, const QVariant& value)
{
    if (row.isPersonal) {
        return QStringLiteral("set");
    }
    return row.type == QMetaType::QByteArray
        ? QStringLiteral("%1 bytes").arg(value.toByteArray().size())
        : value.toString();
}

} // namespace

QString program()
{
    QString text;
    text += line(QStringLiteral("Textdesk"), QCoreApplication::applicationVersion());
    text += line(QStringLiteral("system"), QSysInfo::prettyProductName());
    text +=
        line(QStringLiteral("kernel"), QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion());
    text += line(QStringLiteral("processor"), QSysInfo::currentCpuArchitecture());
    text += line(QStringLiteral("Qt"), QString::fromLatin1(qVersion()));
    text += line(QStringLiteral("built for"), QSysInfo::buildAbi());
    text += line(QStringLiteral("language"), QLocale::system().name());
    text += line(QStringLiteral("desktop"), qEnvironmentVariable("XDG_CURRENT_DESKTOP"));
    text += line(QStringLiteral("session"), qEnvironmentVariable("XDG_SESSION_TYPE"));
    return text;
}

QString settings(const Settings& settings)
{
    QString text;
    for (const SettingRow& row : settingTable()) {
        text += line(QString::fromLatin1(row.key),
            settings.isDefault(row.setting) ? QStringLiteral("default")
                                            : valueFor(row, settings.value(row.setting)));
    }
    return text;
}

QString store(const StoreSummary& summary, qint64 databaseBytes, int backups)
{
    QString text;
    text += line(QStringLiteral("SQLite"), summary.sqlite);
    text += line(QStringLiteral("schema"), QString::number(summary.schema));
    text += line(QStringLiteral("bytes"), QString::number(databaseBytes));
    text += line(QStringLiteral("backups"), QString::number(backups));
    addCounts(text, QStringLiteral("rows"), summary.rows);
    addCounts(text, QStringLiteral("messages"), summary.states);
    addCounts(text, QStringLiteral("webhook events"), summary.verdicts);
    addCounts(text, QStringLiteral("accounts"), summary.pauses);
    addCounts(text, QStringLiteral("last times, ms since 1970"), summary.facts);
    return text;
}

QString redacted(const QString& line, const QStringList& names)
{
    struct Rule final {
        QRegularExpression what;
        QString mark;
    };
    static const std::vector<Rule> rules{
        {QRegularExpression{
             QStringLiteral("[a-z][a-z0-9+.-]*://\\S+"), QRegularExpression::CaseInsensitiveOption},
            QStringLiteral("[link]")},
        {QRegularExpression{QStringLiteral("[^\\s@<>\"]+@[^\\s@<>\"]+")},
            QStringLiteral("[address]")},
        {QRegularExpression{QStringLiteral("(?<![\\w.])(?:/[^\\s/\"']+){2,}/?")},
            QStringLiteral("[path]")},
        // Keys are long and hold digits; words of ours do not.
        {QRegularExpression{
             QStringLiteral("\\b(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+/=-]{16,}")},
            QStringLiteral("[key]")},
        {QRegularExpression{QStringLiteral("\\+?\\(?\\d(?:[ ().-]{0,2}\\d){5,}")},
            QStringLiteral("[number]")},
    };
    // The time at the line's start is digits as well, and what makes a log worth reading.
    static const QRegularExpression time{
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z? ")};
    const QString start{time.match(line).captured(0)};
    QString rest{line.mid(start.size())};
    for (const QString& name : names) {
        if (!name.isEmpty()) {
            rest.replace(name, QStringLiteral("[name]"), Qt::CaseInsensitive);
        }
    }
    for (const Rule& rule : rules) {
        rest.replace(rule.what, rule.mark);
    }
    return start + rest;
}

} // namespace Textdesk::DiagnosticsText
