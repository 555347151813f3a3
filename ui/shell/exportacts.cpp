// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportacts.h"

#include "app/base/localzone.h"
#include "app/people/csvsheet.h"
#include "ui/inbox/pdfsheet.h"
#include "ui/theme/fonts.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace Textdesk {

namespace {

const QString& runningKey()
{
    static const QString key{QStringLiteral("export")};
    return key;
}

const QString& doneKey()
{
    static const QString key{QStringLiteral("export-done")};
    return key;
}

// What no file system refuses.
QString fileNameFrom(QString words)
{
    static const QRegularExpression odd{
        QStringLiteral("[^\\w +-]"), QRegularExpression::UseUnicodePropertiesOption};
    words = words.remove(odd).simplified().left(60);
    return words.isEmpty() ? QStringLiteral("conversation") : words;
}

bool ends(const QString& file, const char* suffix)
{
    return QFileInfo{file}.suffix().compare(QLatin1String{suffix}, Qt::CaseInsensitive) == 0;
}

} // namespace

ExportActs::ExportActs(Desk& desk, Prompt& prompt, BannerArea& notices, QWidget* window)
    : QObject{window}
    , m_desk{desk}
    , m_prompt{prompt}
    , m_notices{notices}
    , m_window{window}
{
    connect(&notices, &BannerArea::actionTriggered, this, [this](const QString& key) {
        if (key == runningKey() && m_running) {
            m_running->cancel();
        } else if (key == doneKey()) {
            show(m_file);
        }
    });
    connect(&notices, &BannerArea::secondTriggered, this, [this](const QString& key) {
        if (key == doneKey()) {
            show(QFileInfo{m_file}.absolutePath());
        }
    });
}

void ExportActs::begin(ConversationId id)
{
    if (!id.isValid()) {
        return;
    }
    if (m_running) {
        warn(tr("Another conversation is being exported."),
            tr("Export this one when it is done, or cancel the other."));
        return;
    }
    m_prompt.chooseFile(m_window,
        {tr("Export the conversation"), tr("Spreadsheet (*.csv);;Document to print (*.pdf)"),
            fileNameFrom(m_desk.card(id).title) + QStringLiteral(".csv")},
        [this, id](const QString& file) {
            if (!file.isEmpty() && !m_running) {
                write(id, file);
            }
        });
}

void ExportActs::write(ConversationId id, const QString& file)
{
    std::unique_ptr<ExportSheet> sheet;
    if (ends(file, "pdf")) {
        const ConversationCard card{m_desk.card(id)};
        sheet = std::make_unique<PdfSheet>(file,
            PdfLook{card.title, card.subtitle, m_window->locale(), localZone(),
                Fonts::base().family()});
    } else if (ends(file, "csv")) {
        sheet = std::make_unique<CsvSheet>(file, localZone());
    } else {
        warn(
            tr("Nothing was exported: the file’s name tells neither a spreadsheet nor a document."),
            tr("Choose a name that ends in .csv or .pdf."));
        return;
    }
    m_notices.clear(doneKey());
    m_notices.add({runningKey(), Banner::Level::Information, tr("Exporting the conversation…"), {},
        tr("&Cancel")});
    Call<qint64>* call{m_desk.inbox().exportTo(
        id, std::move(sheet), [this](qint64 done, qint64 total) { showProgress(done, total); })};
    m_running = call;
    call->then(this, [this, file](const Result<qint64>& written) { tell(written, file); });
}

void ExportActs::showProgress(qint64 done, qint64 total)
{
    Banner* banner{m_notices.banner(runningKey())};
    if (banner && total > 0) {
        const int percent{int(qMin(done, total) * 100 / total)};
        banner->setWhat(
            tr("Exporting the conversation: %1 %").arg(m_window->locale().toString(percent)));
    }
}

void ExportActs::show(const QString& place)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(place))) {
        warn(tr("Nothing on this computer opens it."),
            tr("The file is safe: %1").arg(QDir::toNativeSeparators(m_file)));
    }
}

void ExportActs::warn(const QString& what, const QString& safe)
{
    m_notices.add({doneKey(), Banner::Level::Warning, what, safe, {}});
}

void ExportActs::tell(const Result<qint64>& written, const QString& file)
{
    m_running.clear();
    m_notices.clear(runningKey());
    if (!written && written.error().kind() == ErrorKind::Cancelled) {
        m_notices.add({doneKey(), Banner::Level::Information, tr("The export was cancelled."),
            tr("No file was written."), {}});
    } else if (!written && written.error().detail() == QStringLiteral("disk-full")) {
        warn(tr("There is no room for the file."),
            tr("Your messages are safe and nothing was exported. Free some room or choose another "
               "place."));
    } else if (!written && written.error().detail() == QStringLiteral("cannot-open")) {
        warn(tr("The file cannot be written there."),
            tr("Your messages are safe and nothing was exported. Choose another folder."));
    } else if (!written) {
        warn(tr("The conversation cannot be read just now."),
            tr("Nothing was exported. Try again; the settings can check the message store."));
    } else {
        const QString name{QFileInfo{file}.fileName()};
        const QString folder{QDir::toNativeSeparators(QFileInfo{file}.absolutePath())};
        m_file = file;
        m_notices.add({doneKey(), Banner::Level::Information,
            tr("The conversation was exported to %1.").arg(name),
            *written == 1 ? tr("One message, in the folder %1.").arg(folder)
                          : tr("%1 messages, in the folder %2.")
                                .arg(m_window->locale().toString(*written), folder),
            tr("&Open"), tr("Show in &folder")});
    }
}

} // namespace Textdesk
