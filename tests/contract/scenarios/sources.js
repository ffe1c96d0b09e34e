/** What the player’s own text may not contain: UNL02, UNL05, UNL06, TIM02, ENV04, ENV10, ENV11, LRN02. Without comments. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ONCE } from '../scenario.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

const PLAYER = fileURLToPath(new URL('../../../builder/player', import.meta.url));
const BLOCKS = fileURLToPath(new URL('../../../builder/blocks', import.meta.url));

/** @param {string} folder @param {(path: string) => boolean} wanted @returns {{path: string, code: string}[]} */
function files(folder, wanted) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.includes('node_modules') && !path.startsWith('build/') && wanted(path))
    .map((path) => ({ path, code: withoutComments(readFileSync(`${folder}/${path}`, 'utf8')) }));
}

/** Comments may name what the code may not do. @param {string} text */
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const player = () => [...files(PLAYER, (path) => !path.endsWith('.test.js')), ...files(BLOCKS, (path) => path.endsWith('player.js'))];
const tracking = () => files(PLAYER, (path) => /^(tracking|scorm|state)\//.test(path));

/** @type {[string, string[], string[], RegExp, () => {path: string, code: string}[]][]} */
const FORBIDDEN = [
  ['a handler on unload or beforeunload', ['UNL02', 'UNL05'], ['T082'], /\bon(before)?unload\b|['"`](before)?unload['"`]/, player],
  ['a dialog of the browser', ['UNL05', 'COM03'], ['T082'], /(?<![.\w])(alert|prompt)\(|window\w*\.(alert|confirm|prompt)\(/, player],
  ['eval or new Function', ['ENV04'], ['T082'], /\beval\(|new Function\(|setTimeout\(\s*['"`]/, player],
  ['a window that opens by itself', ['ENV10'], ['T082'], /\bopen\(\s*['"`]|window\.open\(/, tracking],
  ['the window or frame of the LMS', ['UNL06', 'ENV09'], ['T086'], /\btop\.location|parent\.location|parent\.close|top\.close|opener\.close/, player],
  ['an address on another host', ['ENV04', 'LRN02'], ['T112'], /https?:\/\/(?!www\.w3\.org\/)/, player],
  ['synchronous requests of its own', ['UNL01'], ['T082'], /XMLHttpRequest|sendBeacon/, player],
  ['words to the console', ['LRN02'], ['T112'], /\bconsole\.(log|info|debug|warn|error)\(/, tracking],
  ['a clock on the wall where time is counted', ['TIM02'], ['T041'], /\bDate\b|\btimeOrigin\b|\bIntl\b/, () => files(PLAYER, (path) => path.startsWith('tracking/'))],
  ['cookies or databases', ['ENV01', 'ENV02'], ['T110'], /document\.cookie|indexedDB|sessionStorage/, player],
];

/** @type {Scenario[]} */
export const scenarios = [
  ...FORBIDDEN.map(([what, cases, rules, pattern, where]) => /** @type {Scenario} */ ({
    name: `The player’s code has ${what}`,
    cases, rules, on: ONCE,
    run() {
      const found = where();
      assert.ok(found.length >= 10, `only ${found.length} files were looked at`);
      const guilty = found.filter(({ code }) => pattern.test(code)).map(({ path, code }) => `${path}: ${pattern.exec(code)?.[0]}`);
      assert.deepEqual(guilty, []);
    },
  })),
  {
    name: 'Only the finder looks at other windows, and only guarded',
    cases: ['API01'], rules: ['T002'], on: ONCE,
    run() {
      const guilty = tracking().filter(({ path, code }) =>
        path !== 'scorm/find.js' && /\.(parent|opener|top)\b(?!\w)/.test(code)).map(({ path }) => path);
      assert.deepEqual(guilty, []);
    },
  },
  {
    name: 'Only the browser’s room of tracking knows window, document and navigator',
    cases: [], rules: ['T082'], on: ONCE,
    run() {
      const guilty = tracking().filter(({ path, code }) => !['tracking/browser.js', 'tracking/lifecycle.js'].includes(path)
        && /(?<![.\w'])(window|document|navigator|localStorage|location)\.\w/.test(code)).map(({ path }) => path);
      assert.deepEqual(guilty, []);
    },
  },
];
