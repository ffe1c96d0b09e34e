/**
 * Where everybody comes to rest in the network: the same as `builder/blocks/sociogram/drawing.py`, to the last
 * coordinate. Only sums, products and square roots, which IEEE 754 fixes; the order of the steps matters.
 *
 * @typedef {Record<string, string[]>} Choices  who chose whom, in the order of entry
 * @typedef {object} Line
 * @property {number} x1
 * @property {number} y1
 * @property {number} x2
 * @property {number} y2
 * @property {boolean} mutual
 * @property {string} head   path of the arrow head; '' for two who chose each other
 * @typedef {{name: string, x: number, y: number, chosen: boolean}} Person
 */

export const WIDTH = 440;
export const HEIGHT = 420;
export const RADIUS = 27;
const MARGIN = 34;
const ROUNDS = 160;

/**
 * @param {Choices} choices
 * @returns {{people: Person[], lines: Line[]}}
 */
export function draw(choices) {
  const names = Object.keys(choices);
  const places = settle(names, choices);
  const at = (/** @type {string} */ name) => places[names.indexOf(name)];
  const chose = (/** @type {string} */ a, /** @type {string} */ b) => choices[a].includes(b);
  /** @type {Line[]} */
  const lines = [];
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) if (chose(a, b) && chose(b, a)) lines.push(line(at(a), at(b), true));
  });
  for (const a of names) for (const b of choices[a]) if (!chose(b, a)) lines.push(line(at(a), at(b), false));
  const people = names.map((name) => {
    const [x, y] = at(name);
    return { name, x, y, chosen: names.some((other) => chose(other, name)) };
  });
  return { people, lines };
}

/** @param {string[]} names @param {Choices} choices @returns {[number, number][]} */
function settle(names, choices) {
  const count = names.length;
  const tie = (/** @type {string} */ a, /** @type {string} */ b) => (choices[a].includes(b) ? 1 : 0);
  const bonds = names.map((a) => names.map((b) => tie(a, b) + tie(b, a)));
  let spot = names.map((_, index) => onSquare(index / count));
  const ideal = 0.92 * Math.sqrt(WIDTH * HEIGHT / count);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const heat = 40 * (1 - turn / ROUNDS) + 0.5;
    /** @type {[number, number][]} */
    const moved = [];
    for (let i = 0; i < count; i += 1) {
      let fx = (WIDTH / 2 - spot[i][0]) * 0.06;
      let fy = (HEIGHT / 2 - spot[i][1]) * 0.06;
      for (let j = 0; j < count; j += 1) {
        if (i === j) continue;
        const dx = spot[i][0] - spot[j][0];
        const dy = spot[i][1] - spot[j][1];
        const gap = Math.max(Math.sqrt(dx * dx + dy * dy), 1);
        const push = ideal * ideal / (gap * gap);
        const pull = bonds[i][j] * gap / ideal * 0.55;
        fx += dx / gap * (push - pull) * 30;
        fy += dy / gap * (push - pull) * 30;
      }
      const force = Math.max(Math.sqrt(fx * fx + fy * fy), 1e-9);
      const step = Math.min(force, heat);
      moved.push([
        Math.min(WIDTH - MARGIN, Math.max(MARGIN, spot[i][0] + fx / force * step)),
        Math.min(HEIGHT - MARGIN, Math.max(MARGIN, spot[i][1] + fy / force * step)),
      ]);
    }
    spot = moved;
  }
  return spot.map(([x, y]) => [round(x), round(y)]);
}

/** A start on the edge of a square: `turn` 0 … 1 goes round once. @param {number} turn @returns {[number, number]} */
function onSquare(turn) {
  const side = Math.floor(turn * 4);
  const along = turn * 4 - side;
  const [x, y] = [[along, 0], [1, along], [1 - along, 1], [0, 1 - along]][side];
  return [MARGIN + x * (WIDTH - 2 * MARGIN), MARGIN + y * (HEIGHT - 2 * MARGIN)];
}

/** @param {[number, number]} start @param {[number, number]} end @param {boolean} mutual @returns {Line} */
function line(start, end, mutual) {
  const dx = end[0] - start[0];
  const dy = end[1] - start[1];
  const length = Math.max(Math.sqrt(dx * dx + dy * dy), 1);
  const ux = dx / length;
  const uy = dy / length;
  const x1 = round(start[0] + ux * RADIUS);
  const y1 = round(start[1] + uy * RADIUS);
  const tipX = end[0] - ux * (RADIUS + 2);
  const tipY = end[1] - uy * (RADIUS + 2);
  if (mutual) return { x1, y1, x2: round(tipX), y2: round(tipY), mutual, head: '' };
  const backX = tipX - ux * 12;
  const backY = tipY - uy * 12;
  const head = `M${round(tipX)},${round(tipY)} L${round(backX - uy * 5)},${round(backY + ux * 5)} `
    + `L${round(backX + uy * 5)},${round(backY - ux * 5)}z`;
  return { x1, y1, x2: round(backX), y2: round(backY), mutual, head };
}

/** A half goes to the even number, as in Python; −0 becomes 0. @param {number} value */
function round(value) {
  const below = Math.floor(value);
  if (value - below === 0.5) return (below % 2 === 0 ? below : below + 1) + 0;
  return Math.round(value) + 0;
}
