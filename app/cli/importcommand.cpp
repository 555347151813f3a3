// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// import messages: a history from a file of JSON lines.
#include "app/cli/command.h"
#include "app/cli/sentencetable.h"
#include "app/messaging/messageimport.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include <filesystem>

namespace Textdesk {

namespace {

constexpr qint64 progressEveryMs{2000};
constexpr qsizetype listedRejections{100};

constexpr SentenceRow reasons[]{
    {"not-json", "it is not one JSON object"},
    {"too-long", "the line is longer than 64 KiB"},
    {"no-account", "it names no account, and --account was not given"},
    {"bad-field", "\"%1\" must be a string of at most 200 characters"},
    {"bad-recipient", "\"peer\" is no number, and only a number can have been texted"},
    {"bad-sender",
        "\"peer\" is neither a number nor a sender's name (at most 11 plain "
        "characters)"},
    {"empty-text", "\"text\" is empty"},
    {"unknown-account", "there is no account of that name"},
    {"bad-direction", "\"direction\" is neither in nor out"},
    {"bad-peer", "\"peer\" is not a number or a name"},
    {"bad-text",
        "\"text\" is missing, longer than 20000 characters, or holds a "
        "character that no text can hold"},
    {"bad-state", "\"state\" is missing or does not fit the direction"},
    {"not-final",
        "it was not sent yet or its outcome is not known; only what is over is "
        "imported, so that nothing is sent by an import"},
    {"bad-time", "\"at\" is not a time in the form 2026-01-31T08:30:00Z"},
    {"future-time", "\"at\" lies in the future"},
};

// Of one field alone.
constexpr SentenceRow fieldReasons[]{{"bad-field: text", "\"text\" must be a string"},
    {"bad-field: providerText", "\"providerText\" must be a string"},
    {"bad-field: read", "\"read\" must be true or false"}};

QString sentenceOf(const QString& reason)
{
    static const QHash<QString, QString> sentences{sentenceTable(reasons)};
    static const QHash<QString, QString> whole{sentenceTable(fieldReasons)};
    if (const auto found = whole.constFind(reason); found != whole.cend()) {
        return *found;
    }
    const QString sentence{sentences.value(
        reason.section(QStringLiteral(": "), 0, 0), QStringLiteral("it cannot be understood"))};
    return sentence.contains(QStringLiteral("%1"))
        ? sentence.arg(reason.section(QStringLiteral(": "), 1))
        : sentence;
}

class ImportRun final : public QObject {
public:
    ImportRun(CommandContext& context, std::unique_ptr<QIODevice> source, ImportRowReader reader)
        : QObject{&context}
        , m_context{context}
        , m_import{context.engine().database(), context.clock(), std::move(reader),
              std::move(source), this}
    { }
    // Made with the first reject: a run without any leaves what is there alone.
    void keepRejects(const QString& path) { m_rejects.setFileName(path); }
    void start()
    {
        m_context.whenStopped([this] { m_import.stop(); });
        m_context.whenOwnerEnds([this] { m_import.stop(); });
        connect(&m_import, &MessageImport::rejected, this, &ImportRun::reject);
        connect(&m_import, &MessageImport::progressed, this, &ImportRun::tell);
        m_toldMs = m_context.clock().steadyMs();
        m_import.start()->then(this, [this](const Result<ImportCounts>& counts) { end(counts); });
    }

private:
    void reject(const ImportRejection& rejection)
    {
        const QString sentence{sentenceOf(rejection.reason)};
        const QJsonObject object{{QStringLiteral("row"), rejection.row},
            {QStringLiteral("reason"), rejection.reason}, {QStringLiteral("message"), sentence}};
        if (m_listed.size() < listedRejections) {
            m_listed.append(object);
            m_context.output().line(
                QStringLiteral("Line %1 was not imported: %2.").arg(rejection.row).arg(sentence));
        }
        if (beginRejects()) {
            QJsonObject kept{object};
            kept.insert(QStringLiteral("line"), QString::fromUtf8(rejection.line));
            m_rejectsFailed = m_rejectsFailed
                || m_rejects.write(QJsonDocument{kept}.toJson(QJsonDocument::Compact) + '\n') < 0;
        }
    }
    bool beginRejects()
    {
        if (!m_rejects.isOpen() && !m_rejects.fileName().isEmpty() && !m_rejectsFailed) {
            m_rejectsFailed = !m_rejects.open(QIODevice::WriteOnly | QIODevice::Truncate);
            // It holds what people wrote to each other.
            m_rejects.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        return m_rejects.isOpen();
    }
    void tell(const ImportCounts& counts)
    {
        const qint64 nowMs{m_context.clock().steadyMs()};
        if (nowMs - m_toldMs >= progressEveryMs) {
            m_toldMs = nowMs;
            m_context.output().note(QStringLiteral("%1 rows so far; Ctrl+C stops, and the same "
                                                   "command goes on later.")
                                        .arg(QLocale{}.toString(counts.rows)));
        }
    }
    void end(const Result<ImportCounts>& counts)
    {
        if (!counts) {
            m_context.finish(counts.error());
            return;
        }
        if (m_rejectsFailed || (m_rejects.isOpen() && !m_rejects.flush())) {
            m_context.output().note(
                QStringLiteral("The file of --rejects could not be written in full."));
        }
        print(*counts);
        const bool whole{counts->rejected == 0 && !counts->stopped};
        const bool nothing{counts->rejected > 0 && counts->rejected == counts->rows};
        m_context.finish(whole ? ExitCode::Done
                : nothing      ? ExitCode::Failed
                               : ExitCode::PartlyFailed);
    }
    void print(const ImportCounts& counts)
    {
        m_context.output().line(
            QStringLiteral("%1 imported, %2 were here already, %3 stay deleted, %4 not imported%5")
                .arg(counts.added)
                .arg(counts.known)
                .arg(counts.forgotten)
                .arg(counts.rejected)
                .arg(counts.stopped ? QStringLiteral("; stopped before the end of the file")
                                    : QString{}));
        tellClosed(counts);
        m_context.output().object({{QStringLiteral("rows"), counts.rows},
            {QStringLiteral("added"), counts.added}, {QStringLiteral("known"), counts.known},
            {QStringLiteral("deleted"), counts.forgotten},
            {QStringLiteral("rejected"), counts.rejected},
            {QStringLiteral("optOuts"), counts.optOuts},
            {QStringLiteral("closed"), QJsonArray::fromStringList(counts.closed)},
            {QStringLiteral("stopped"), counts.stopped}, {QStringLiteral("rejections"), m_listed}});
    }

    // Nobody looks for this by themselves, and a list closed by mistake stays so for good.
    void tellClosed(const ImportCounts& counts)
    {
        if (counts.optOuts == 0) {
            return;
        }
        const qint64 more{counts.optOuts - counts.closed.size()};
        const QString names{counts.closed.join(QStringLiteral(", "))
            + (more > 0 ? QStringLiteral(" and %1 more").arg(more) : QString{})};
        const QString who{counts.optOuts == 1
                ? QStringLiteral("1 person asked not to be texted (STOP) in these texts and is "
                                 "closed on every line")
                : QStringLiteral("%1 people asked not to be texted (STOP) in these texts and are "
                                 "closed on every line")
                      .arg(counts.optOuts)};
        m_context.output().line(who + QStringLiteral(": ") + names + u'.');
        m_context.output().line(QStringLiteral(
            "'optouts list' shows them all; 'optouts remove NUMBER' opens one again."));
    }

    CommandContext& m_context;
    MessageImport m_import;
    QFile m_rejects;
    QJsonArray m_listed; // the first ones
    qint64 m_toldMs{0};
    bool m_rejectsFailed{false};
};

ImportAccount importAccount(const Account& account)
{
    return {account.id(), account.region()};
}

// By whatever names and links: to write the one would destroy the other.
bool isSameFile(const QString& one, const QString& other)
{
    std::error_code unknown;
    return std::filesystem::equivalent(std::filesystem::path{QFile::encodeName(one).toStdString()},
               std::filesystem::path{QFile::encodeName(other).toStdString()}, unknown)
        && !unknown;
}

bool canBeWritten(const QString& path)
{
    const QFileInfo file{path};
    const QFileInfo folder{file.absolutePath()};
    return file.exists() ? !file.isDir() && file.isWritable()
                         : folder.isDir() && folder.isWritable();
}

// The path for the rejects, empty if there is none; nothing after finishing with a usage error.
std::optional<QString> rejectsPath(CommandContext& context, const QString& source)
{
    const QString named{context.arguments().value(QStringLiteral("rejects"))};
    if (named.isEmpty()) {
        return QString{};
    }
    const QString path{context.caller().path(named)};
    if (isSameFile(path, source)) {
        context.usage(QStringLiteral("--rejects names the file that is to be imported, which "
                                     "would be overwritten. Nothing was changed; name another."));
        return std::nullopt;
    }
    if (!canBeWritten(path)) {
        context.usage(QStringLiteral("The file '%1' cannot be written.").arg(named));
        return std::nullopt;
    }
    return path;
}

void importMessages(CommandContext& context)
{
    const QStringList words{context.arguments().positional()};
    if (words.isEmpty()) {
        context.usage(QStringLiteral("import messages needs the file with the messages."));
        return;
    }
    std::optional<ImportAccount> fallback;
    if (context.arguments().has(QStringLiteral("account"))) {
        const Account* named{context.accountFromOption()};
        if (!named) {
            return;
        }
        fallback = importAccount(*named);
    }
    auto source = std::make_unique<QFile>(context.caller().path(words.constFirst()));
    if (!source->open(QIODevice::ReadOnly)) {
        context.usage(QStringLiteral("The file '%1' cannot be read.").arg(words.constFirst()));
        return;
    }
    const auto rejects = rejectsPath(context, source->fileName());
    if (!rejects) {
        return;
    }
    QHash<QString, ImportAccount> accounts;
    for (const Account* account : context.engine().accounts().all()) {
        accounts.insert(account->row.name, importAccount(*account));
    }
    auto* run = new ImportRun{context, std::move(source),
        ImportRowReader{std::move(accounts), fallback, context.clock().nowMs()}};
    run->keepRejects(*rejects);
    run->start();
}

} // namespace

QList<Command> importCommands()
{
    return {
        {QStringLiteral("import messages"), QStringLiteral("FILE [--account N] [--rejects FILE]"),
            QStringLiteral("a history of JSON lines in the form of 'messages list --json'; nothing "
                           "of it is sent, and nothing comes in twice"),
            {{QStringLiteral("account"), true, false}, {QStringLiteral("rejects"), true, false}}, 1,
            true, importMessages},
    };
}

} // namespace Textdesk
