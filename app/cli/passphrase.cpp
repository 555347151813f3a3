// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"

#include "app/secrets/wipedbytes.h"

#include <cstdio>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace Textdesk {

namespace {

SecretText taken(QByteArray& bytes)
{
    const SecretText secret{bytes};
    wipe(bytes);
    return secret;
}

#ifdef Q_OS_WIN

bool isTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

// Shows nothing of what it reads.
int nextKey()
{
    return _getch();
}

class Quiet final { };

#else

bool isTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

// Keys come one by one and unseen, Ctrl+C as a key: its signal is held back at this point.
class Quiet final {
public:
    Quiet()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet{m_before};
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    ~Quiet() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};

int nextKey()
{
    unsigned char key{0};
    return read(STDIN_FILENO, &key, 1) == 1 ? int(key) : EOF;
}

#endif

// Takes away one character, which may be several bytes.
void dropLast(QByteArray& typed)
{
    while (!typed.isEmpty() && (quint8(typed.back()) & 0xC0) == 0x80) {
        typed.chop(1);
    }
    typed.chop(1);
}

SecretText typedAt(const char* question)
{
    constexpr int interrupt{3};
    constexpr int endOfInput{4};
    std::fputs(question, stderr);
    std::fflush(stderr);
    const Quiet quiet;
    QByteArray typed;
    typed.reserve(256); // so that no copy is left behind by growing
    for (int key{nextKey()}; key != '\r' && key != '\n'; key = nextKey()) {
        if (key == EOF || key == interrupt || key == endOfInput) {
            wipe(typed);
            break;
        }
        if (key == '\b' || key == 127) {
            dropLast(typed);
        } else {
            typed.append(char(key));
        }
    }
    std::fputs("\n", stderr);
    return taken(typed);
}

SecretText lineOfInput()
{
    // Byte by byte: what stands behind the line is for the command.
    std::setvbuf(stdin, nullptr, _IONBF, 0);
    QByteArray line;
    line.reserve(256);
    for (int byte{std::fgetc(stdin)}; byte != EOF && byte != '\n'; byte = std::fgetc(stdin)) {
        line.append(char(byte));
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    return taken(line);
}

} // namespace

SecretText readPassphrase(bool isNew, bool fromLine)
{
    QByteArray given{qgetenv("TEXTDESK_VAULT_PASSPHRASE")};
    if (!given.isEmpty()) {
        return taken(given);
    }
    if (!isTerminal()) {
        return fromLine ? lineOfInput() : SecretText{};
    }
    const SecretText first{
        typedAt(isNew ? "Choose a passphrase for the vault: " : "Passphrase of the vault: ")};
    if (isNew && !first.isEmpty() && !(typedAt("The same again: ") == first)) {
        std::fputs("The two are not the same.\n", stderr);
        return {};
    }
    return first;
}

} // namespace Textdesk
