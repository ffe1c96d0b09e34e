/**
 * The page of the LMS: the API of tests/lms around a course, with a real server behind it.
 *
 * As in the field, a commit is a synchronous request, and a beacon when the page is being dismissed and the browser
 * forbids synchronous requests. What the API answers then is the profile's own habit.
 */
import { randomFrom } from '../../builder/player/course/random.js';
import { createLms } from '../lms/lms.js';
import { hostile } from '../lms/profiles/hostile.js';
import { PROFILES } from '../lms/profiles/index.js';

/**
 * @typedef {object} Launch
 * @property {string} profile
 * @property {{id: string, name: string}} learner
 * @property {string} course      address of the course's page
 * @property {Record<string, string>} frame  attributes of the iframe
 * @property {string} base        address of this learner's place on the server
 * @property {string | null} saved  the attempts so far
 * @property {boolean} silent     a refusal of the server is answered with "true" all the same
 * @property {boolean} api        false: there is none
 * @property {'' | 'normal' | 'browse' | 'review'} mode
 * @property {Partial<Faults>} faults
 * @property {number} seed        decides which calls fail, where only some do
 */

/**
 * What goes wrong in the LMS itself; tests change it while the course runs.
 * @typedef {object} Faults
 * @property {number} throws   chance that a call throws
 * @property {number} denies   chance that a call says "false" and does nothing
 * @property {number} wait     milliseconds that a call takes, storing included
 * @property {number} moment   number of the call at which the server is told, before the call does anything; 0 is never
 */

/** @type {Launch} */
const launch = JSON.parse(document.getElementById('launch')?.textContent ?? '');
/** @type {Faults} */
const faults = { throws: 0, denies: 0, wait: 0, moment: 0, ...launch.faults };
const random = randomFrom(launch.seed);
const REPORTS = ['LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'];

/** Blocks, as an LMS that waits for its server does. @param {string} method @param {string} path @param {string} [body] */
function ask(method, path, body) {
  const request = new XMLHttpRequest();
  request.open(method, launch.base + path, false);
  request.send(body);
  return request.status === 200 ? request.responseText : '';
}

/** @param {number} ms */
function wait(ms) {
  if (ms <= 0) return;
  try {
    ask('GET', `wait/${Math.round(ms)}`);
  } catch {
    // Off line there is nothing to wait for.
  }
}

/** @param {Map<string, string>} sent @returns {import('../lms/types.js').Delivery} */
function deliver(sent) {
  const body = JSON.stringify([...sent]);
  try {
    if (ask('POST', 'store', body) === 'stored') return 'stored';
    return launch.silent ? 'pretended' : 'refused';
  } catch {
    // No network, or a page that is being dismissed. Moodle hands it to a beacon and says "true" in both cases.
    const queued = navigator.sendBeacon(`${launch.base}store`, body);
    if (launch.profile.startsWith('moodle') || launch.silent) return 'pretended';
    return queued && document.visibilityState === 'hidden' ? 'pretended' : 'refused';
  }
}

const base = launch.profile === 'hostile' ? hostile() : PROFILES[launch.profile]();
const lms = createLms({
  profile: { ...base, deliver },
  learner: launch.learner,
  saved: launch.saved ?? undefined,
});

let number = 0;
lms.intercept = (call, session, proceed) => {
  const begin = performance.now();
  if (!REPORTS.includes(call.name)) {
    number += 1;
    if (number === faults.moment) Object.assign(faults, JSON.parse(ask('POST', 'moment', call.name)));
    if (random() < faults.denies) {
      session.error = '101';
      return call.name === 'LMSGetValue' ? '' : 'false';
    }
  }
  if (random() < faults.throws) throw new Error('the LMS fell over');
  const answer = proceed();
  wait(faults.wait - (performance.now() - begin));
  return answer;
};

Object.assign(window, { lms, faults });
if (launch.api) Object.assign(window, { API: lms.launch(launch.mode ? { mode: launch.mode } : {}).API });

const frame = document.createElement('iframe');
frame.title = 'Cursus';
for (const [name, value] of Object.entries(launch.frame)) frame.setAttribute(name, value);
frame.src = launch.course;
document.body.append(frame);
