/**
 * Open edX with the SCORM XBlock (overhangio/openedx-scorm-xblock): says "true" to everything, checks nothing, stores with
 * each LMSSetValue, reads from the server each time, and keeps status, score and learner in columns of its own that read back differently.
 */
import { strict } from './strict.js';

/** @returns {import('../types.js').Profile} */
export function openEdx() {
  return {
    ...strict(),
    name: 'open-edx',
    about: 'Open edX XBlock: everything is "true", some reads are empty, scores are long numbers',
    accepts: () => true,
    takesAnyType: true,
    readsBeyondLists: true,
    initialisesAgain: true,
    forgetsUnsent: true,
    countsUnfinished: false,
    wantsIdFirst: false,
    fitsTypes: false,

    launch: (attempt) => ({ newAttempt: attempt === undefined, entry: '', mode: 'normal', credit: 'credit' }),
    /** The column for the status has a default. */
    resume(attempt) {
      if (!attempt.values.has('cmi.core.lesson_status')) attempt.values.set('cmi.core.lesson_status', 'incomplete');
      return new Map(attempt.values);
    },
    finish: () => {},
    leave: () => {},
    deliver: (sent, session) => (session.network() === 'online' ? 'stored' : 'pretended'),

    answer(call, session, proceed) {
      const element = String(call.args[0]);
      switch (call.name) {
        case 'LMSInitialize':
          session.state = 'running';
          return 'true';
        case 'LMSGetLastError':
          return '0';
        case 'LMSSetValue':
          // No state, no list and no name is checked: it is a dictionary on the server.
          session.values.set(element, String(call.args[1]));
          session.send();
          return 'true';
        case 'LMSGetValue':
          // Each read is a request too, and its answer is parsed without looking.
          if (session.network() !== 'online') throw new SyntaxError('Unexpected token < in JSON at position 0');
          return read(element, session.held(element), session.values.get('cmi.core.student_id') ?? '');
        default:
          proceed();
          return 'true';
      }
    },
  };
}

/** Its ids are numbers. @param {string} learner */
const number = (learner) => [...learner].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 17);

/** @param {string} element @param {string} value  as the server holds it @param {string} learner @returns {unknown} */
function read(element, value, learner) {
  switch (element) {
    case 'cmi.core.lesson_status':
      return { passed: 'completed', failed: 'completed' }[value] ?? value;
    case 'cmi.core.score.raw':
      return (Number(value) / 100) * 100;
    case 'cmi.core.student_id':
      return number(learner);
    case 'cmi.core.student_name':
      return 'jdevries7';
    case 'cmi.core.lesson_mode':
      return 'normal';
    case 'cmi.core.entry':
    case 'cmi.core.credit':
    case 'cmi.core.total_time':
    case 'cmi.student_data.mastery_score':
      return '';
    default:
      return value;
  }
}
