/** Every scenario, by subject. */
import { scenarios as calling } from './calling.js';
import { scenarios as committing } from './committing.js';
import { scenarios as confirming } from './confirming.js';
import { scenarios as device } from './device.js';
import { scenarios as everyday } from './everyday.js';
import { scenarios as exit } from './exit.js';
import { scenarios as finding } from './finding.js';
import { scenarios as grading } from './grading.js';
import { scenarios as interactions } from './interactions.js';
import { scenarios as learner } from './learner.js';
import { scenarios as leaving } from './leaving.js';
import { scenarios as modes } from './modes.js';
import { scenarios as moodle } from './moodle.js';
import { scenarios as passing } from './passing.js';
import { scenarios as probing } from './probing.js';
import { scenarios as questionTypes } from './question-types.js';
import { scenarios as reading } from './reading.js';
import { scenarios as savedState } from './saved-state.js';
import { scenarios as score } from './score.js';
import { scenarios as sendingAgain } from './sending-again.js';
import { scenarios as sources } from './sources.js';
import { scenarios as status } from './status.js';
import { scenarios as stumbling } from './stumbling.js';
import { scenarios as time } from './time.js';
import { scenarios as windows } from './windows.js';

/** @type {readonly import('../scenario.js').Scenario[]} */
export const scenarios = [
  ...finding, ...calling, ...reading, ...savedState, ...exit, ...time, ...status, ...score, ...grading, ...passing,
  ...interactions, ...stumbling, ...questionTypes,
  ...leaving, ...committing, ...windows, ...confirming, ...probing, ...sendingAgain,
  ...device, ...modes, ...moodle, ...learner, ...sources, ...everyday,
];
