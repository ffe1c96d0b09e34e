/** docs/tracking-contract.md as data, and whether it agrees with the scenarios. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./scenario.js').Scenario} Scenario */
/** @typedef {{id: string, label: string, text: string, source: string}} Rule */
/** @typedef {{id: string, text: string}} Deviation */
/**
 * @typedef {object} Contract
 * @property {string} text
 * @property {Rule[]} rules
 * @property {Deviation[]} deviations
 * @property {Map<string, string>} cases  id → where it is shown
 * @property {Set<string>} inBrowser      cases that a test in a real browser names
 */

export const PAGE = fileURLToPath(new URL('../../docs/tracking-contract.md', import.meta.url));
const BROWSER_TESTS = fileURLToPath(new URL('../browser/', import.meta.url));
const BEGIN = '<!-- scenarios: written by `node tests/contract/write.js` -->';
const END = '<!-- /scenarios -->';

/** What one LMS takes another refuses: so many scenarios at least are asked of more than one. */
const SHARED = 150;

/** @returns {Contract} */
export function readContract() {
  const text = readFileSync(PAGE, 'utf8');
  const rows = text.slice(0, text.indexOf(BEGIN)).split('\n').filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  const rules = rows.filter(([id]) => /^T\d{3}$/.test(id)).map(([id, label, rule, source]) => ({ id, label, text: rule, source }));
  const deviations = rows.filter(([id]) => /^D\d{2}$/.test(id)).map(([id, words]) => ({ id, text: words }));
  const cases = new Map(rows.filter(([id]) => /^[A-Z]{3}\d{2}$/.test(id)).map(([id, where]) => [id, where]));
  return { text, rules, deviations, cases, inBrowser: namedInBrowser() };
}

/** A comment such as `# ENV07, ENV08` stands above the tests of these cases. */
function namedInBrowser() {
  const tests = readdirSync(BROWSER_TESTS).filter((name) => name.endsWith('.py'));
  const comments = tests.flatMap((name) => readFileSync(BROWSER_TESTS + name, 'utf8').match(/^# [A-Z]{3}\d{2}\b.*$/gm) ?? []);
  return new Set(comments.flatMap((comment) => comment.match(/\b[A-Z]{3}\d{2}\b/g) ?? []));
}

/**
 * @param {Contract} contract
 * @param {readonly Scenario[]} scenarios
 * @returns {string[]} what does not agree
 */
export function check({ text, rules, deviations, cases, inBrowser }, scenarios) {
  const known = new Set(rules.map(({ id }) => id));
  const used = new Set(scenarios.flatMap((scenario) => scenario.rules));
  const usedCases = new Set(scenarios.flatMap((scenario) => scenario.cases));
  const shown = new Set(scenarios.flatMap(({ deviation }) => deviation ?? []));
  const shared = scenarios.filter(({ on }) => on.length > 1);
  return [
    ...doubles(rules.map(({ id }) => id)).map((id) => `rule ${id} stands there twice`),
    ...(shared.length < SHARED ? [`${shared.length} scenarios run on two LMSs or more; there should be ${SHARED}`] : []),
    ...doubles(scenarios.map(({ name }) => name)).map((name) => `two scenarios have the name “${name}”`),
    ...rules.filter(({ label }) => !/^\[(SCORM|BROWSER|LMS|POLICY)\]$/.test(label)).map(({ id, label }) => `rule ${id} has the label ${label}`),
    ...rules.filter(({ source }) => !source).map(({ id }) => `rule ${id} has no source`),
    ...rules.filter(({ id }) => !used.has(id)).map(({ id }) => `rule ${id} has no scenario`),
    ...[...used].filter((id) => !known.has(id)).map((id) => `a scenario names rule ${id}, which does not exist`),
    ...scenarios.filter((scenario) => scenario.rules.length === 0).map(({ name }) => `“${name}” names no rule`),
    ...scenarios.filter(({ on }) => on.length === 0).map(({ name }) => `“${name}” runs nowhere`),
    ...deviations.filter(({ id }) => !shown.has(id)).map(({ id }) => `deviation ${id} is not shown by a scenario`),
    ...[...shown].filter((id) => !deviations.some((deviation) => deviation.id === id)).map((id) => `deviation ${id} is not in the ledger`),
    ...[...cases].filter(([id, where]) => where === 'here' && !usedCases.has(id)).map(([id]) => `case ${id} has no scenario`),
    ...[...cases].filter(([id, where]) => where === 'browser' && !inBrowser.has(id)).map(([id]) => `case ${id} has no test in a browser`),
    ...[...usedCases].filter((id) => !cases.has(id)).map((id) => `a scenario names case ${id}, which is not in the table of cases`),
    ...(text.includes(table(rules, scenarios)) ? [] : ['the table of scenarios is out of date: run node tests/contract/write.js']),
  ];
}

/** Which scenarios stand for which rule. @param {Rule[]} rules @param {readonly Scenario[]} scenarios */
export function table(rules, scenarios) {
  const lines = rules.map(({ id }) => {
    const own = scenarios.filter((scenario) => scenario.rules.includes(id));
    return `- **${id}**: ${own.map(({ name, on }) => `${name} (${on.length === 1 ? on[0] : on.length})`).join(' · ')}`;
  });
  return `${BEGIN}\n${lines.join('\n')}\n${END}`;
}

/** @param {readonly Scenario[]} scenarios */
export function writeTable(scenarios) {
  const { text, rules } = readContract();
  writeFileSync(PAGE, text.slice(0, text.indexOf(BEGIN)) + table(rules, scenarios) + text.slice(text.indexOf(END) + END.length));
}

/** @param {string[]} words */
const doubles = (words) => words.filter((word, at) => words.indexOf(word) !== at);
