// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Header lines: names, values, folding, line ends, Host, Expect, size.
#include "tests/app/http/requestcorpus.h"

namespace Textdesk::Testing {

namespace {

// A request with good lines before and after what is tried.
QByteArray with(const QByteArray& lines)
{
    return "GET /a HTTP/1.1\r\nHost: desk.test\r\n" + lines + "\r\nAccept: */*\r\n\r\n";
}

QByteArray hosted(const QByteArray& host)
{
    return "GET /a HTTP/1.1\r\nHost:" + host + "\r\n\r\n";
}

std::vector<CorpusCase> nameCases()
{
    return {
        taken("every token character", with("!#$%&'*+-.^_`|~09azAZ: x"), "GET", "/a"),
        refused("space before colon", with("X-Key : v"), 400, "header-name"),
        refused("tab before colon", with("X-Key\t: v"), 400, "header-name"),
        refused("no colon", with("X-Key v"), 400, "header-name"),
        refused("empty name", with(": v"), 400, "header-name"),
        refused("only a colon", with(":"), 400, "header-name"),
        refused("at sign in name", with("Fo@: v"), 400, "header-name"),
        refused("control character in name",
            with("Foo\x01"
                 "bar: v"),
            400, "header-name"),
        refused("high byte in name",
            with("\xef"
                 "oo: v"),
            400, "header-name"),
        refused("nel after name", with("Content-Length\x85: 10"), 400, "header-name"),
        refused(
            "nul in name", "GET /a HTTP/1.1\r\nHost: a\r\n" + raw("c\x00: v\r\n\r\n"), 400, "nul"),
        refused("cr in name",
            with("Connection\r\x1b"
                 "5eep-Alive"),
            400, "bare-cr"),
        refused("space in name", with("Content-Length 10"), 400, "header-name"),
        refused("name over two lines", with("Transfer-\r\nEncoding: chunked"), 400, "header-name"),
    };
}

std::vector<CorpusCase> valueCases()
{
    return {
        taken("empty value", with("X-Key:"), "GET", "/a"),
        taken("no space after colon", with("X-Key:v"), "GET", "/a"),
        taken("blanks around value", with("X-Key: \t v\t "), "GET", "/a"),
        taken("colons in value", with("X-Key: a:b:c"), "GET", "/a"),
        taken("high bytes in value", with("X-Key: D\xc3\xbcsseldorf \xff"), "GET", "/a"),
        refused("nul in value", "GET /a HTTP/1.1\r\nHost: a\r\n" + raw("X: v\x00w\r\n\r\n"), 400,
            "nul"),
        refused("nul at end of value", "GET /a HTTP/1.1\r\n" + raw("X: v\x00\r\n\r\n"), 400, "nul"),
        refused("cr in value", with("X-Key: va\rlue"), 400, "bare-cr"),
        refused(
            "header hidden behind cr", with("Foo: 1\rTransfer-Encoding: chunked"), 400, "bare-cr"),
        refused("header hidden behind cr in empty value", with("x:\rTransfer-Encoding: chunked"),
            400, "bare-cr"),
        refused(
            "header hidden behind lf", with("x: x\nTransfer-Encoding: chunked"), 400, "bare-lf"),
        refused("header hidden behind lf in empty value", with("x:\nTransfer-Encoding: chunked"),
            400, "bare-lf"),
        refused("two lf after colon", with("x:\n\nGET /b HTTP/1.1"), 400, "bare-lf"),
        refused("form feed", with("X-Key: \f"), 400, "header-value"),
        refused("vertical tab", with("X-Key: \vchunked"), 400, "header-value"),
        refused("escape character", with("X-Key: \x1b[31m"), 400, "header-value"),
        refused("delete character", with("X-Key: \x7f"), 400, "header-value"),
    };
}

std::vector<CorpusCase> foldCases()
{
    return {
        refused("folded with space", with("X-Key: a\r\n b"), 400, "folded-line"),
        refused("folded with tab", with("X-Key: a\r\n\tb"), 400, "folded-line"),
        refused("folded empty line", with("X-Key: a\r\n "), 400, "folded-line"),
        refused("length in a fold", with("X-Key: a\r\n Content-Length: 38"), 400, "folded-line"),
        refused("coding in a fold", with("Transfer-Encoding:\r\n chunked"), 400, "folded-line"),
        refused(
            "fold after coding", with("Transfer-Encoding: chunked\r\n abc"), 400, "folded-line"),
        refused("name then folded colon", with("name\r\n : value"), 400, "header-name"),
        refused("space before first header", raw("GET /a HTTP/1.1\r\n Host: a\r\n\r\n"), 400,
            "folded-line"),
        refused("tab before first header", raw("GET /a HTTP/1.1\r\n\tContent-Length: 1\r\n\r\nX"),
            400, "folded-line"),
        refused("head ended by cr and a letter",
            raw("GET /a HTTP/1.1\r\nHost: a\r\n\rZGET /evil: HTTP/1.1\r\nHost: a\r\n\r\n"), 400,
            "bare-cr"),
        refused("head ended by lf", raw("GET /a HTTP/1.1\r\nHost: a\r\n\nGET /b HTTP/1.1\r\n\r\n"),
            400, "bare-lf"),
        waiting("head without its empty line", raw("GET /a HTTP/1.1\r\nHost: a\r\n")),
        waiting("head without its last lf", raw("GET /a HTTP/1.1\r\nHost: a\r\n\r")),
    };
}

std::vector<CorpusCase> hostCases()
{
    return {
        taken("host with port", hosted(" desk.test:8443"), "GET", "/a"),
        taken("host with empty port", hosted(" desk.test:"), "GET", "/a"),
        taken("ipv4 host", hosted(" 127.0.0.1:80"), "GET", "/a"),
        taken("ipv6 host", hosted(" [::1]:80"), "GET", "/a"),
        taken("host with underscore", hosted(" my_desk.test"), "GET", "/a"),
        refused("no host", "GET /a HTTP/1.1\r\n\r\n", 400, "host-missing"),
        refused(
            "no host among others", "GET /a HTTP/1.1\r\nAccept: */*\r\n\r\n", 400, "host-missing"),
        refused("two hosts", with("Host: evil.test"), 400, "host-repeated"),
        refused("two equal hosts", with("hOST: desk.test"), 400, "host-repeated"),
        refused("two hosts in 1.0", "GET /a HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400,
            "host-repeated"),
        refused("bad host in 1.0", "GET /a HTTP/1.0\r\nHost: a b\r\n\r\n", 400, "host-invalid"),
        refused("empty host", hosted(""), 400, "host-invalid"),
        refused("only a port", hosted(" :80"), 400, "host-invalid"),
        refused("two hosts in one", hosted(" a.test, b.test"), 400, "host-invalid"),
        refused("host with space", hosted(" a b"), 400, "host-invalid"),
        refused("host with path", hosted(" a.test/b"), 400, "host-invalid"),
        refused("host with user", hosted(" u@a.test"), 400, "host-invalid"),
        refused("host with scheme", hosted(" http://a.test"), 400, "host-invalid"),
        refused("host with high bytes",
            hosted(" \xff"
                   "a\xff"),
            400, "host-invalid"),
        refused("port with letters", hosted(" a.test:8o"), 400, "host-invalid"),
        refused("port too big", hosted(" a.test:65536"), 400, "host-invalid"),
        refused("port with sign", hosted(" a.test:+80"), 400, "host-invalid"),
        refused("two ports", hosted(" a.test:80:81"), 400, "host-invalid"),
        refused("ipv6 without end", hosted(" [::1"), 400, "host-invalid"),
        refused("empty brackets", hosted(" []"), 400, "host-invalid"),
        refused("rubbish after brackets", hosted(" [::1]a"), 400, "host-invalid"),
    };
}

std::vector<CorpusCase> otherCases()
{
    const QByteArray name{"X-Long: "};
    // What is left of 16,384 bytes after the other lines of with().
    const qsizetype room{16384 - 17 - 13 - 2 - name.size()};
    QByteArray many;
    for (int i{0}; i < 98; ++i) {
        many += "X: y\r\n";
    }
    return {
        taken("largest header", with(name + QByteArray(room, 'v')), "GET", "/a"),
        refused("header one too large", with(name + QByteArray(room + 1, 'v')), 431,
            "header-too-large"),
        refused("header line without end",
            "GET /a HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20000, 'v'), 431, "header-too-large"),
        taken("a hundred headers", with(many.chopped(2)), "GET", "/a"),
        refused("a hundred and one headers", with(many + "X: y"), 431, "too-many-headers"),
        refused("unknown expectation", with("Expect: 200-ok"), 417, "expectation"),
        refused("two expectations", with("Expect: 100-continue\r\nExpect: 100-continue"), 417,
            "expectation"),
        refused("listed expectations", with("Expect: 100-continue, x"), 417, "expectation"),
        taken("expectation without a body", with("Expect: 100-continue"), "GET", "/a"),
        taken("expectation in 1.0", "GET /a HTTP/1.0\r\nExpect: tea\r\n\r\n", "GET", "/a"),
        taken("upgrade is not taken up", with("Connection: Upgrade\r\nUpgrade: h2c"), "GET", "/a"),
        taken("connection with empty options", with("Connection: , close,"), "GET", "/a"),
        refused("connection that Beast cannot read", with("Connection: \"close\""), 400,
            "readers-disagree"),
    };
}

} // namespace

std::vector<CorpusCase> fieldCases()
{
    std::vector<CorpusCase> all;
    for (const auto& part : {nameCases(), valueCases(), foldCases(), hostCases(), otherCases()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace Textdesk::Testing
