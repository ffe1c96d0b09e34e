import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, revisionOf } from '../../../builder/player/state/codec.js';
import { crc32 } from '../../../builder/player/state/crc32.js';
import { courseLayout, pick, randomLayout, randomPart, randomState, seeded } from './samples.js';

/** @typedef {import('../../../builder/player/state/codec.js').Layout} Layout */

const LONG = Boolean(process.env.LONG_TESTS);
const STATES = LONG ? 100_000 : 5_000;
/** Of the course itself, whose states are long. */
const COURSE_STATES = LONG ? 100_000 : 200;

/** @type {Layout} */
const LAYOUT = {
  slots: [
    ['course', [['revision', 'number', 1, 20, [], []]]],
    ['question/soort-lize', [['answer', 'choice', 1, 3, ['sociale', 'emotionele', 'existentiele', 'geen'], []]]],
    7,
    ['question/signalen', [
      ['answer', 'map', 3, 3, ['lize', 'mo'], ['gedrag', 'mentaal']],
      ['order', 'order', 3, 2, ['lize', 'mo'], []],
      ['seen', 'set', 3, 1, ['lize', 'mo'], []],
      ['tries', 'numbers', 3, 2, ['lize', 'mo'], []],
    ]],
  ],
};
const STATE = new Map(/** @type {[string, any][]} */ ([
  ['course', { revision: 41 }],
  ['question/soort-lize', { answer: 'emotionele' }],
  ['question/signalen', { answer: { mo: 'gedrag' }, order: ['mo', 'lize'], seen: ['mo'], tries: { lize: 3 } }],
]));

const COURSE = courseLayout();
const PART = randomPart(seeded(12), COURSE);

/**
 * Layout, state and text: a short one, one of somebody half-way in a part of the course, and one of somebody who has done
 * everything in the edition for everybody.
 * @type {[name: string, layout: Layout, state: Map<string, any>, text: string][]}
 */
const TEXTS = /** @type {[string, Layout, Map<string, any>][]} */ ([
  ['a short text', LAYOUT, STATE],
  ['a text of somebody half-way', PART, randomState(seeded(1), PART, 0.7)],
  ['the longest text', COURSE, randomState(seeded(2), COURSE, 0)],
]).map(([name, layout, state]) => [name, layout, state, encode(layout, state)]);

/** @param {Layout} layout characters of the longest state */
const worstCase = ({ slots }) => 9 + Math.ceil(slots.reduce((/** @type {number} */ bits, slot) => (typeof slot === 'number' ? bits + 1 :
  slot[1].reduce((sum, field) => sum + field[2] * field[3], bits + 1)), 0) / 6);

/** @param {Layout} layout @param {string} text */
const read = (layout, text) => {
  const decoded = decode(layout, text);
  return decoded.ok ? decoded.state : decoded.reason;
};

describe('the text of a saved state', () => {
  test('is this', () => {
    // version 1, 4 slots, then: 1 and 41 in 20 bits · 1 010 · 0 · 1 000 001 000  10 01 00  010  11 00 00 · zeros
    assert.equal(encode(LAYOUT, STATE).slice(0, -6), '1AEgAFNIIkWA');
    assert.deepEqual(read(LAYOUT, encode(LAYOUT, STATE)), STATE);
  });

  test('CRC-32 is the one of zip', () => assert.equal(crc32('123456789'), 0xcbf43926));

  test('an empty state takes a bit a slot', () => assert.equal(encode(LAYOUT, new Map()).length, 10));

  test(`encode and decode are inverse over ${STATES} random states`, () => {
    const random = seeded(20261124);
    for (let round = 0; round < STATES; round += 1) {
      const layout = randomLayout(random);
      const state = randomState(random, layout);
      const text = encode(layout, state);
      assert.match(text, /^[A-Za-z0-9_-]+$/);
      assert.deepEqual(read(layout, text), state);
    }
  });

  test(`encode and decode are inverse over ${COURSE_STATES} random states of the course`, () => {
    const random = seeded(20261125);
    for (let round = 0; round < COURSE_STATES; round += 1) {
      const layout = round % 10 === 0 ? COURSE : randomPart(random, COURSE);
      const state = randomState(random, layout, random());
      const text = encode(layout, state);
      assert.ok(text.length <= worstCase(layout));
      assert.deepEqual(read(layout, text), state);
    }
  });

  test('the texts that are damaged below are those of a short, a usual and the longest state', () => {
    const lengths = TEXTS.map(([, , , text]) => text.length);
    assert.ok(lengths[0] < 30);
    assert.ok(lengths[1] > 250 && lengths[1] < 600, String(lengths));
    assert.ok(lengths[2] > 0.99 * worstCase(COURSE), String(lengths));
    for (const [, layout, state, text] of TEXTS) assert.deepEqual(read(layout, text), state);
  });
});

for (const [name, layout, , text] of TEXTS) {
  /** @param {string} other @param {string} [how] */
  const assertNoticed = (other, how) => {
    const decoded = decode(layout, other);
    assert.equal(decoded.ok ? 'read' : decoded.reason, 'damaged', how);
  };

  describe(`${name} that an LMS changed is never read as something else`, () => {
    test('every cut, at either end, at both and out of the middle', () => {
      const step = Math.ceil(text.length / 50);
      for (let end = 1; end < text.length; end += 1) {
        assertNoticed(text.slice(0, end), `up to ${end}`);
        assertNoticed(text.slice(end), `from ${end}`);
        for (let start = 1; start < end; start += step) assertNoticed(text.slice(start, end), `from ${start} up to ${end}`);
      }
      for (let start = 1; start < text.length - 1; start += 1) {
        for (let length = 1; length < 12 && start + length < text.length; length += 1) {
          const other = text.slice(0, start) + text.slice(start + length);
          assertNoticed(other, `without ${length} at ${start}`);
        }
      }
    });

    test('every flipped bit, every other character in its place', () => {
      // At all places of the longest text only in the long lane: a bit of each character in the daily one.
      const changes = text.length < 600 || LONG ? Array.from({ length: 255 }, (_, code) => code + 1) : [1, 2, 4, 8, 16, 32, 64, 128];
      for (let at = 0; at < text.length; at += 1) {
        for (const change of changes) {
          const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ change) + text.slice(at + 1);
          if (other.trim().length === text.length) assertNoticed(other, `${change} at ${at}`);
        }
      }
    });

    test('every change of case', () => {
      assertNoticed(text.toLowerCase());
      assertNoticed(text.toUpperCase());
      for (let at = 0; at < text.length; at += 1) {
        const letter = text[at] === text[at].toLowerCase() ? text[at].toUpperCase() : text[at].toLowerCase();
        if (letter !== text[at]) assertNoticed(text.slice(0, at) + letter + text.slice(at + 1));
      }
    });

    test('characters that moved', () => {
      for (let at = 1; at < text.length; at += 1) {
        if (text[at] !== text[at - 1]) assertNoticed(text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1));
      }
    });

    test('every character escaped, doubled or given a blank', () => {
      for (let at = 0; at < text.length; at += 1) {
        const [before, sign, after] = [text.slice(0, at), text[at], text.slice(at + 1)];
        const hex = sign.charCodeAt(0).toString(16);
        for (const escaped of [`&#${sign.charCodeAt(0)};`, `&#x${hex};`, `%${hex}`, `\\u00${hex}`, `\\${sign}`, `${sign}${sign}`]) {
          assertNoticed(before + escaped + after, `${escaped} at ${at}`);
        }
        for (const blank of [' ', '+', '\n']) {
          if (at > 0) assertNoticed(`${before}${blank}${sign}${after}`, `a blank at ${at}`);
        }
      }
    });

    test('any few characters replaced by some others', () => {
      const random = seeded(99);
      for (let round = 0; round < 2000; round += 1) {
        const at = pick(random, text.length);
        const count = 1 + pick(random, 6);
        const noise = Array.from({ length: pick(random, 7) }, () => 'AZaz09-_'[pick(random, 8)]).join('');
        const other = text.slice(0, at) + noise + text.slice(at + count);
        if (other !== text && other !== '') assertNoticed(other);
      }
    });
  });
}

describe('what an LMS keeps', () => {
  test('what LMSs do to special characters does nothing to ours (SUS03)', () => {
    const random = seeded(3);
    const samples = Array.from({ length: 500 }, () => {
      const layout = randomLayout(random);
      const state = randomState(random, layout);
      return /** @type {const} */ (['', layout, state, encode(layout, state)]);
    });
    for (const [, layout, state, sent] of [...samples, ...TEXTS]) {
      const backs = [
        sent.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`), sent.replace(/(["'\\])/g, '\\$1'),
        sent.replace(/<[^>]*>/g, ''), sent.trim(), sent.replace(/\n/g, ' '), encodeURIComponent(sent),
        decodeURIComponent(decodeURIComponent(sent.replace(/\+/g, ' '))), `${sent}\n`, JSON.parse(JSON.stringify(sent)),
      ];
      for (const back of backs) assert.deepEqual(read(layout, back), state);
    }
  });

  test('what is no saved state at all', () => {
    for (const garbage of ['{"page":3}', 'null', '1', '1AA', 'undefined', '1AAAAAAAAA', 'x'.repeat(4000), '💥', '[object Object]']) {
      assert.equal(read(LAYOUT, garbage), 'damaged', garbage);
    }
    for (const empty of ['', ' ', '\n']) assert.equal(read(LAYOUT, empty), 'empty');
  });
});

describe('another version of the course', () => {
  test('new slots are empty in an old state', () => {
    /** @type {Layout} */
    const before = { slots: LAYOUT.slots.slice(0, 2) };
    const state = read(LAYOUT, encode(before, STATE));
    assert.ok(state instanceof Map);
    assert.deepEqual(state.get('question/soort-lize'), { answer: 'emotionele' });
    assert.deepEqual(state.get('question/signalen'), { answer: {}, order: [], seen: [], tries: {} });
  });

  test('a state with slots that we do not know is left alone', () => {
    assert.equal(read({ slots: LAYOUT.slots.slice(0, 2) }, encode(LAYOUT, STATE)), 'newer');
  });

  test('an option that no longer exists reads as none, the others as themselves', () => {
    /** @type {Layout} */
    const after = { slots: LAYOUT.slots.map((slot) => structuredClone(slot)) };
    const choice = /** @type {any} */ (after.slots[1])[1][0];
    choice[4][1] = '';
    const map = /** @type {any} */ (after.slots[3])[1];
    for (const field of map) field[4][0] = '';
    const state = read(after, encode(LAYOUT, STATE));
    assert.ok(state instanceof Map);
    assert.deepEqual(state.get('question/soort-lize'), { answer: null });
    assert.deepEqual(state.get('question/signalen'), { answer: { mo: 'gedrag' }, order: ['mo'], seen: ['mo'], tries: {} });
  });

  test('a slot that this edition does not use is passed over', () => {
    /** @type {Layout} */
    const other = { slots: [LAYOUT.slots[0], 3, LAYOUT.slots[2], LAYOUT.slots[3]] };
    const state = read(other, encode(LAYOUT, STATE));
    assert.ok(state instanceof Map);
    assert.deepEqual([...state.keys()], ['course', 'question/signalen']);
    assert.deepEqual(state.get('question/signalen'), STATE.get('question/signalen'));
  });
});

describe('values that cannot be', () => {
  test('are left out, and never stop the saving', () => {
    const odd = new Map(/** @type {[string, any][]} */ ([
      ['course', { revision: Number.NaN }],
      ['question/soort-lize', { answer: 'weg' }],
      ['question/signalen', { answer: { weg: 'gedrag', mo: 'weg' }, order: ['weg', 'mo', 'mo', 'mo', 'mo'], seen: 'mo', tries: { mo: -3, lize: 99.4 } }],
      ['question/onbekend', { answer: 'x' }],
    ]));
    const state = read(LAYOUT, encode(LAYOUT, odd));
    assert.ok(state instanceof Map);
    assert.deepEqual(state.get('course'), { revision: 0 });
    assert.deepEqual(state.get('question/soort-lize'), { answer: null });
    assert.deepEqual(state.get('question/signalen'), { answer: {}, order: ['mo', 'mo', 'mo'], seen: [], tries: { lize: 3 } });
  });

  test('the revision stands still at the highest that fits', () => {
    assert.equal(revisionOf(LAYOUT, encode(LAYOUT, new Map([['course', { revision: 2 ** 30 }]]))), 2 ** 20 - 1);
  });
});

test('the revision says why it is not there', () => {
  assert.equal(revisionOf(LAYOUT, encode(LAYOUT, STATE)), 41);
  assert.equal(revisionOf(LAYOUT, ''), 'empty');
  assert.equal(revisionOf(LAYOUT, encode(LAYOUT, STATE).slice(1)), 'damaged');
  assert.equal(revisionOf({ slots: [] }, encode(LAYOUT, STATE)), 'newer');
});
