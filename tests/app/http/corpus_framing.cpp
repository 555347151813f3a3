// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the body ends: Content-Length, Transfer-Encoding, chunks and trailers.
#include "tests/app/http/requestcorpus.h"

namespace Textdesk::Testing {

namespace {

QByteArray post(const QByteArray& lines, const QByteArray& body = {})
{
    return "POST /in HTTP/1.1\r\nHost: desk.test\r\n" + lines + "\r\n\r\n" + body;
}

QByteArray chunked(const QByteArray& body)
{
    return post("Transfer-Encoding: chunked", body);
}

CorpusCase body(const char* name, const QByteArray& bytes, const QByteArray& decoded)
{
    return taken(name, bytes, "POST", "/in", decoded);
}

std::vector<CorpusCase> plainLengthCases()
{
    const auto bad = [](const char* name, const QByteArray& value) {
        return refused(
            name, post("Content-Length:" + value, "0123456789"), 400, "content-length-invalid");
    };
    return {
        body("length", post("Content-Length: 5", "hello"), "hello"),
        body("length in small letters", post("content-length:5", "hello"), "hello"),
        body("length nought", post("Content-Length: 0"), ""),
        body("no length", post("Accept: */*"), ""),
        body("body with line ends", post("Content-Length: 8", "\r\n\r\n\n\r\r\n"),
            "\r\n\r\n\n\r\r\n"),
        body("body with nul", post("Content-Length: 3", raw("a\x00z")), raw("a\x00z")),
        body("body in 1.0", "POST /in HTTP/1.0\r\nContent-Length: 2\r\n\r\nhi", "hi"),
        taken("get with a body", "GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", "GET",
            "/a", "hi"),
        taken("bytes after the body", post("Content-Length: 2", "hiGET /evil HTTP/1.1\r\n"), "POST",
            "/in", "hi", 20),
        taken("a request after length nought", post("Content-Length: 0", "GET /evil HTTP/1.1\r\n"),
            "POST", "/in", "", 20),
        waiting("body too short", post("Content-Length: 5", "hell")),
        bad("length with plus", " +5"),
        bad("negative length", " -48"),
        bad("negative nought", " -0"),
        bad("length with underscore", " 1_0"),
        bad("hexadecimal length", " 0x5"),
        bad("length with leading nought", " 010"),
        bad("two noughts", " 00"),
        bad("empty length", " "),
        bad("length with letter behind", " 5Z"),
        bad("length with decimal point", " 5.0"),
        bad("length with exponent", " 1e1"),
        bad("length in quotes", " \"5\""),
        bad("length with semicolon", " 5;"),
        bad("two equal lengths in one", " 3, 3"),
        bad("two lengths in one", " 3,4"),
        bad("length and comma", " 5,"),
        bad("length with space inside", " 1 0"),
        bad("length with hard space",
            " \xa0"
            "5"),
        bad("arabic digits", " \xd9\xa5"),
        refused(
            "length with vertical tab", post("Content-Length: \v5", "hello"), 400, "header-value"),
        refused("length over the limit", post("Content-Length: 1048577"), 413, "body-too-large"),
        refused("length beyond 32 bits", post("Content-Length: 4294967297"), 413, "body-too-large"),
        refused("length beyond 64 bits", post("Content-Length: 18446744073709551617"), 413,
            "body-too-large"),
        refused("endless length", post("Content-Length: " + QByteArray(1000, '9')), 413,
            "body-too-large"),
    };
}

std::vector<CorpusCase> mixedCases()
{
    const auto coding = [](const char* name, const QByteArray& value, int status) {
        return refused(name, post("Transfer-Encoding:" + value, "0\r\n\r\n"), status,
            status == 501 ? "transfer-encoding-unknown" : "transfer-encoding-invalid");
    };
    const QByteArray both{"length-and-encoding"};
    return {
        refused("two equal lengths", post("Content-Length: 5\r\nContent-Length: 5", "hello"), 400,
            "content-length-repeated"),
        refused("two lengths, short first", post("Content-Length: 0\r\nContent-Length: 5", "hello"),
            400, "content-length-repeated"),
        refused("two lengths, long first", post("Content-Length: 5\r\nContent-Length: 0", "hello"),
            400, "content-length-repeated"),
        refused("empty length, then another", post("Content-Length:\r\nContent-Length: 5", "hello"),
            400, "content-length-repeated"),
        refused("length then chunked",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400, both),
        refused("chunked then length",
            post("Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n"), 400, both),
        refused("length beside identity",
            post("Transfer-Encoding: identity\r\nContent-Length: 5", "World"), 400, both),
        refused("length beside an unknown coding",
            post("Transfer-Encoding: ,chunked\r\nContent-Length: 5", "0\r\n\r\n"), 400, both),
        refused("length nought beside chunked",
            post("Content-Length: 0\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400, both),
        refused("two chunked", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
            400, "transfer-encoding-repeated"),
        refused("chunked and deflate",
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: deflate"), 400,
            "transfer-encoding-repeated"),
        refused("empty codings", post("Transfer-Encoding:\r\nTransfer-Encoding:"), 400,
            "transfer-encoding-repeated"),
        refused("chunked in 1.0",
            "POST /in HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
            "transfer-encoding-in-1.0"),
        coding("chunked twice in one", " chunked, chunked", 400),
        coding("gzip then chunked", " gzip, chunked", 400),
        coding("chunked then deflate", " chunked, deflate", 400),
        coding("comma before chunked", " ,chunked", 400),
        coding("comma after chunked", " chunked,", 400),
        coding("chunked with parameter", " chunked;q=1", 400),
        coding("chunked in quotes", " \"chunked\"", 400),
        coding("empty coding", "", 400),
        coding("hard spaces around chunked",
            " \xa0"
            "chunked\xa0",
            400),
        coding("high bytes around chunked",
            " \xff"
            "chunked\xff",
            400),
        coding("identity", " identity", 501),
        coding("gzip", " gzip", 501),
        coding("pigeons", " pigeons", 501),
        coding("chunkedchunked", " chunkedchunked", 501),
        coding("xchunked", " xchunked", 501),
        refused("chunked behind vertical tab", post("Transfer-Encoding: \vchunked", "0\r\n\r\n"),
            400, "header-value"),
        refused("space before colon of coding", post("Transfer-Encoding : chunked"), 400,
            "header-name"),
    };
}

std::vector<CorpusCase> goodChunkCases()
{
    const QByteArray end{"0\r\n\r\n"};
    return {
        body("no chunk", chunked(end), ""),
        body("one chunk", chunked("5\r\nhello\r\n" + end), "hello"),
        body("small hexadecimal size", chunked("a\r\n0123456789\r\n" + end), "0123456789"),
        body("big hexadecimal size", chunked("A\r\n0123456789\r\n" + end), "0123456789"),
        body("two chunks", chunked("5\r\nhello\r\n6\r\n world\r\n" + end), "hello world"),
        body("many noughts at the end", chunked("2\r\nhi\r\n000\r\n\r\n"), "hi"),
        body("size with leading noughts", chunked("0002\r\nhi\r\n" + end), "hi"),
        body("chunked in capitals", post("Transfer-Encoding: CHUNKED", end), ""),
        body("tab after chunked", post("Transfer-Encoding:\tchunked\t", end), ""),
        body("line ends as data", chunked("4\r\n\r\n\r\n\r\n" + end), "\r\n\r\n"),
        body("a request as data", chunked("14\r\nGET /evil HTTP/1.1\r\n\r\n" + end),
            "GET /evil HTTP/1.1\r\n"),
        body("extension", chunked("2;a\r\nhi\r\n" + end), "hi"),
        body("extensions with values", chunked("2;a=b;c=\"d;e\";f\r\nhi\r\n0;g=h\r\n\r\n"), "hi"),
        body("escaped quote in extension", chunked("2;a=\"b\\\"c\"\r\nhi\r\n" + end), "hi"),
        body("trailer", chunked("2\r\nhi\r\n0\r\nVary: *\r\nX-Sum: 1\r\n\r\n"), "hi"),
        taken("bytes after the last chunk", chunked(end + raw("\x00")), "POST", "/in", "", 1),
        waiting("no last chunk", chunked("3\r\nfoo\r\n")),
        waiting("no empty line after last chunk", chunked("3\r\nfoo\r\n0\r\n")),
        waiting("last chunk without its lf", chunked("0\r\n\r")),
    };
}

std::vector<CorpusCase> badChunkCases()
{
    const auto size = [](const char* name, const QByteArray& line) {
        return refused(name, chunked(line + "\r\nhello\r\n0\r\n\r\n"), 400, "chunk-size");
    };
    return {
        size("size with 0x", "0x5"),
        size("size with plus", "+5"),
        size("negative size", "-5"),
        size("negative hexadecimal nought", "-0x0"),
        size("size with underscore", "0_5"),
        size("space before size", " 5"),
        size("space after size", "5 "),
        size("tab after size", "5\t"),
        size("space and text after size", "5 erfrf"),
        size("no size", ""),
        size("no size but an extension", ";a=b"),
        size("not hexadecimal", "Z"),
        size("letters behind size", "5these-bytes"),
        size("words", "INVALID!!!"),
        size("semicolon without extension", "5;"),
        size("two semicolons", "5;;a"),
        size("space before semicolon", "5 ;a"),
        size("space after semicolon", "5; a"),
        size("space around equals", "5;a = b"),
        size("extension without value", "5;a="),
        size("extension without name", "5;=b"),
        size("quote without end", "5;a=\"b;c"),
        size("rubbish after quote", "5;a=\"b\"c"),
        size("control character in extension", "5;a=\"\x01\""),
        size("high byte in extension", "5;a=\"\xc3\xa9\""),
        size("size of seventeen digits", "00000000000000005"),
        size("size line without sense", "5;" + QByteArray(300, 'x')),
        refused("nul after size", chunked(raw("5\x00\r\nhello\r\n0\r\n\r\n")), 400, "chunk-size"),
        refused("bare lf after size", chunked("5\nhello\r\n0\r\n\r\n"), 400, "chunk-bare-lf"),
        refused("bare lf at the end", chunked("0\n\r\n"), 400, "chunk-bare-lf"),
        refused("bare lf after data", chunked("5\r\nhello\n0\r\n\r\n"), 400, "chunk-bare-lf"),
        refused(
            "cr and a letter after size", chunked("5\rXhello\r\n0\r\n\r\n"), 400, "chunk-bare-cr"),
        refused("two cr in extension", chunked("2\r\r;a\r\nhi\r\n0\r\n\r\n"), 400, "chunk-bare-cr"),
        refused(
            "cr in extension value", chunked("2;a=b\r\rXhi\r\n0\r\n\r\n"), 400, "chunk-bare-cr"),
        refused("lf in quoted extension", chunked("2;a=\"\n\"\r\nhi\r\n0\r\n\r\n"), 400,
            "chunk-bare-lf"),
        refused(
            "chunk longer than its size", chunked("5\r\nhello!\r\n0\r\n\r\n"), 400, "chunk-end"),
        refused("two bytes instead of crlf", chunked("5\r\nhelloXX0\r\n\r\n"), 400, "chunk-end"),
        refused(
            "empty line between chunks", chunked("2\r\nhi\r\n\r\n0\r\n\r\n"), 400, "chunk-size"),
        refused("cr and a letter after data", chunked("2\r\nhi\rX0\r\n\r\n"), 400, "chunk-bare-cr"),
        refused("chunk over the limit", chunked("100001\r\n"), 413, "body-too-large"),
        refused("chunk of sixteen digits", chunked("FFFFFFFFFFFFFFFF\r\n"), 413, "body-too-large"),
        refused("request line instead of trailer", chunked("0\r\nGET /evil HTTP/1.1\r\n\r\n"), 400,
            "trailer-syntax"),
        refused("rubbish for the last crlf", chunked("0\r\nX:POST / HTTP/1.1\n\r\n"), 400,
            "chunk-bare-lf"),
        refused("length as trailer", chunked("0\r\nContent-Length: 5\r\n\r\n"), 400,
            "trailer-forbidden"),
        refused("coding as trailer", chunked("0\r\ntransfer-encoding: chunked\r\n\r\n"), 400,
            "trailer-forbidden"),
        refused(
            "host as trailer", chunked("0\r\nHost: evil.test\r\n\r\n"), 400, "trailer-forbidden"),
        refused("folded trailer", chunked("0\r\nX: a\r\n b\r\n\r\n"), 400, "trailer-syntax"),
        refused("nul in trailer", chunked(raw("0\r\nX: \x00\r\n\r\n")), 400, "trailer-syntax"),
        refused("endless trailer", chunked("0\r\nX: " + QByteArray(5000, 'x')), 431,
            "trailer-too-large"),
    };
}

} // namespace

std::vector<CorpusCase> lengthCases()
{
    std::vector<CorpusCase> all{plainLengthCases()};
    const auto mixed = mixedCases();
    all.insert(all.end(), mixed.begin(), mixed.end());
    return all;
}

std::vector<CorpusCase> chunkCases()
{
    std::vector<CorpusCase> all{goodChunkCases()};
    const auto bad = badChunkCases();
    all.insert(all.end(), bad.begin(), bad.end());
    return all;
}

} // namespace Textdesk::Testing
