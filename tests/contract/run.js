/**
 * Runs every scenario on every LMS that it applies to and says in plain words what went wrong.
 *
 *     node tests/contract/run.js            all
 *     node tests/contract/run.js STA08      those of this case, rule or family (STA), or with this word in their name
 *     node tests/contract/run.js --slow     the ten that took longest as well
 */
import { PROFILES } from '../lms/profiles/index.js';
import { createLms } from '../lms/lms.js';
import { createScormAgain } from '../lms/scorm-again.js';
import { check, readContract } from './contract.js';
import { EVERY, ONCE } from './scenario.js';
import { scenarios } from './scenarios/index.js';
import { createWorld } from './world.js';

/** @typedef {import('./scenario.js').Scenario} Scenario */

/** @param {string} name @param {import('./scenario.js').Change} [change] @returns {import('./world.js').WorldOptions['lms']} */
function lmsNamed(name, change = (own) => own) {
  if (name === 'scorm-again') return createScormAgain;
  return (options) => createLms({ ...options, profile: change((PROFILES[name] ?? PROFILES.strict)(options.wait)) });
}

/** @param {Scenario} scenario @param {string} name @returns {Promise<string>} what went wrong, or '' */
async function attempt(scenario, name) {
  try {
    await scenario.run({ lms: name, world: ({ profile, ...options } = {}) => createWorld({ ...options, lms: lmsNamed(name, profile) }) });
    return '';
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

const [words, flags] = [false, true].map((flag) => process.argv.slice(2).filter((given) => given.startsWith('--') === flag));
const wanted = scenarios.filter(({ name, cases, rules }) =>
  words.every((word) => [...cases, ...rules].some((id) => id.startsWith(word)) || name.toLowerCase().includes(word.toLowerCase())));

let runs = 0;
let failed = 0;
/** @type {{took: number, what: string}[]} */
const times = [];
for (const scenario of wanted) {
  for (const name of scenario.on) {
    const begin = performance.now();
    const wrong = await attempt(scenario, name);
    times.push({ took: performance.now() - begin, what: `${scenario.name} · ${name}` });
    runs += 1;
    if (wrong === '') continue;
    failed += 1;
    console.log(`FAILED  ${scenario.name}`);
    console.log(`        on ${name}; rules ${scenario.rules.join(', ')}; cases ${scenario.cases.join(', ') || 'none'}`);
    console.log(`        ${wrong.split('\n').slice(0, 14).join('\n        ')}\n`);
  }
}
if (flags.includes('--slow')) {
  for (const { took, what } of times.toSorted((one, other) => other.took - one.took).slice(0, 10)) {
    console.log(`${took.toFixed(0).padStart(6)} ms  ${what}`);
  }
}

const contract = readContract();
const faults = words.length === 0 ? check(contract, scenarios) : [];
for (const fault of faults) console.log(`FAILED  docs/tracking-contract.md: ${fault}`);
failed += faults.length;

const lmss = new Set(wanted.flatMap(({ on }) => on).filter((name) => name !== ONCE[0]));
console.log(`${runs} runs of ${wanted.length} scenarios; on two LMSs or more: ${
  wanted.filter(({ on }) => on.length > 1).length}; once: ${wanted.filter(({ on }) => on === ONCE).length}`);
console.log(`contract: ${contract.rules.length} rules, ${wanted.length} scenarios, ${
  EVERY.filter((name) => lmss.has(name)).length} profiles, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
