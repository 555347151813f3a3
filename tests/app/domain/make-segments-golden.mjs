// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes segments_golden.jsonl: texts and what npm sms-segments-calculator 1.3.0 says about them.
// The answers are its output, not ours. To make the file again, in an empty folder:
//   npm install sms-segments-calculator@1.3.0
//   node <this file> . > segments_golden.jsonl
// A seed after the folder, and a number of rows after the seed, give other texts to try.
// A line: [recipe, encoding ("7" or "2"), segments, units]. A recipe is a list of strings, of
// [string, times] and of code units; the text is all of it joined.
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = process.argv[2] ?? '.';
const { SegmentedMessage } = createRequire(path.resolve(folder, 'x.js'))('sms-segments-calculator');

// mulberry32: the same texts on every run.
let state = Number(process.argv[3] ?? 0x5eed2026);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

const extension = [...'^{}\\[~]|€\f'];
const gsm = [...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const pools = {
  gsm,
  plain: [...'abcdefghijklmnopqrstuvwxyz     ,.?!'],
  extension,
  latin1: range(0xa0, 0xff),
  latinExtended: range(0x100, 0x17f),
  control: range(0x00, 0x1f),
  greek: range(0x370, 0x3ff),
  cyrillic: range(0x410, 0x44f),
  hebrew: [...range(0x5d0, 0x5ea), ...range(0x5b0, 0x5bd)],
  arabic: [...range(0x621, 0x63a), ...range(0x641, 0x64a), ...range(0x64b, 0x652)],
  devanagari: [...range(0x915, 0x939), ...range(0x93e, 0x94d), 'नि', 'क्ष'],
  tamil: ['க', 'நி', 'கொ', 'ம்', 'ள', 'ை'],
  thai: [...range(0xe01, 0xe3a), ...range(0xe40, 0xe4e)],
  hangul: [...range(0xac00, 0xac40), ...range(0x1100, 0x1112), ...range(0x1161, 0x1175),
    ...range(0x11a8, 0x11c2)],
  cjk: range(0x4e00, 0x4fff),
  kana: range(0x3041, 0x30ff),
  cjkExtension: range(0x20000, 0x200ff),
  combining: ['e\u0301', 'a\u0308', 'o\u0323\u0302', 'n\u0303', 'x\u0332', '\u0301', '\u0489'],
  emoji: ['😀', '😂', '🎉', '🚗', '☀', '❤', '✅', '🏠', '🎂', '📱'],
  emojiDressed: ['❤️', '☎️', '👍🏽', '👋🏿', '✌🏻', '👩‍👩‍👧‍👦', '👨‍👩‍👦', '👁️‍🗨️', '👩‍❤️‍👩', '🏳️‍🌈', '👩‍⚕️',
    '🏃🏼‍♀️', '1️⃣', '#⃣', '🇿🇦', '🇺🇸', '🇬🇧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
  quotes: [...'‘’“”–—…•·\u00a0\u202f\u2009«»™©®°½²'],
  invisible: ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u202a',
    '\u2028', '\ufe0f'],
  newlines: ['\n', '\r', '\r\n', '\n\r'],
  lone: ['\ud800', '\udbff', '\udc00', '\udfff'],
};

const rows = [];
function add(recipe) {
  const text = recipe.map((part) => (Array.isArray(part) ? part[0].repeat(part[1]) : part)).join('');
  const answer = new SegmentedMessage(text);
  const ucs2 = answer.encodingName === 'UCS-2';
  // Its own count of characters is in clusters; units are what is on the air.
  const units = ucs2 ? text.length : answer.numberOfCharacters;
  // It gives the empty text one segment; nothing is sent, so nothing is counted here.
  rows.push([recipe, ucs2 ? '2' : '7', text === '' ? 0 : answer.segmentsCount, units]);
}

function randomText(names, length) {
  let text = '';
  while (text.length < length) {
    text += pick(pools[pick(names)]);
  }
  return text;
}

// Every code point of the basic plane that GSM-7 knows, alone; and a sample of the others.
add([]);
for (const character of [...gsm, ...extension]) {
  add([character]);
}
// Around every boundary: a filler, one special character near the edge, a filler.
const specials = [']', '€', '\n', '\r\n', 'ç', '😀', 'e\u0301', 'नि', '👩‍👩‍👧‍👦', '🇿🇦', 'Ж', '\ud800', '👍🏽'];
for (const filler of ['a', ']', 'Ж', 'é', 'e\u0301', '😀', 'नि']) {
  for (const units of [67, 70, 134, 140, 153, 160, 201, 306, 459]) {
    const times = Math.floor(units / filler.length);
    for (let delta = -2; delta <= 2; delta += 1) {
      if (random() < 0.4) {
        add([[filler, Math.max(0, times + delta)]]);
      }
      const special = pick(specials);
      add([[filler, Math.max(0, times + delta)], special, [filler, below(170)]]);
    }
  }
}
for (const special of specials) {
  for (const before of [66, 67, 69, 70, 133, 152, 153, 159, 160, 305]) {
    add([['a', before], special, ['b', below(160)]]);
    add([['Ж', before], special, ['Ж', below(80)]]);
  }
}
// Clusters that no part can hold, and near misses.
for (const marks of [30, 33, 34, 40, 60, 65, 66, 67, 68, 69, 70, 90, 150, 300]) {
  add(['a', ['\u0301', marks]]);
  add(['b', 'a', ['\u0301', marks], ['c', 80]]);
  add([['x', 10], 'a', ['\u0301', marks], 'a', ['\u0301', marks], ['c', 3]]);
}
for (let flags = 1; flags <= 40; flags += 3) {
  add([['🇿', 2 * flags]]);
  add(['a', ['🇿🇦', flags], 'b']);
}
// Each pool alone and mixed with others, at all lengths; more short ones and more near the edges.
const names = Object.keys(pools);
const lengths = () => {
  const kind = below(4);
  return kind === 0 ? below(60) : kind === 1 ? 60 + below(20) : kind === 2 ? 130 + below(40) : below(701);
};
for (const name of names) {
  for (let i = 0; i < 22; i += 1) {
    add([randomText([name], lengths())]);
  }
}
while (rows.length < Number(process.argv[4] ?? 3200)) {
  const mix = [pick(names), pick(names), pick(['plain', 'gsm', ...names])];
  add([randomText(random() < 0.4 ? ['gsm', 'plain', 'extension'] : mix, lengths())]);
}
// JSON readers differ over half a surrogate pair and drop U+FEFF at the start of a string: these are
// written as the numbers of their code units.
const half = /([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufeff)/;
const written = (part) =>
  Array.isArray(part)
    ? [part]
    : part.split(half).filter((piece) => piece !== '')
      .map((piece) => (half.test(piece) ? piece.charCodeAt(0) : piece));
for (const [recipe, ...answer] of rows) {
  process.stdout.write(`${JSON.stringify([recipe.flatMap(written), ...answer])}\n`);
}
