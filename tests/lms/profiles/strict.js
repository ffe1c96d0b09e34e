/**
 * The LMS that follows the RTE to the letter, and where the RTE leaves room, the strictest reading that content may meet.
 *
 * @typedef {import('../types.js').Profile} Profile
 */

/** @returns {Profile} */
export function strict() {
  return {
    name: 'strict',
    about: 'SCORM 1.2 RTE to the letter; refuses whatever a careful LMS may refuse',
    implemented: () => true,
    accepts: (element, value, interactionType) => element.accepts(value, interactionType),
    takesAnyType: false,
    readsBeyondLists: false,
    initialisesAgain: false,
    forgetsUnsent: false,
    stalePage: false,
    countsUnfinished: true,
    wantsIdFirst: true,
    fitsTypes: true,

    // RTE 3.4.4, cmi.core.entry: ab-initio the first time, resume after exit = suspend, otherwise blank.
    launch: (attempt, { mode = 'normal', credit = mode === 'normal' ? 'credit' : 'no-credit' }) => ({
      newAttempt: attempt === undefined,
      entry: attempt === undefined ? 'ab-initio' : attempt.values.get('cmi.core.exit') === 'suspend' ? 'resume' : '',
      mode, credit,
    }),

    resume(attempt) {
      const values = new Map(attempt.values);
      values.delete('cmi.core.exit');
      return values;
    },

    prepare: () => {},

    finish(session) {
      if (!session.values.has('cmi.core.exit')) session.values.set('cmi.core.exit', '');
      decideStatus(session);
    },
    leave: decideStatus,
    keep: () => {},

    deliver: (sent, session) => (session.network() === 'online' ? 'stored' : 'refused'),
    answer: (call, session, proceed) => proceed(),
  };
}

/**
 * RTE 3.4.4, cmi.core.lesson_status, additional behaviour: upon LMSFinish, or when the user navigates away, the LMS
 * decides where the SCO did not.
 * @param {import('../types.js').Ended} session
 */
function decideStatus({ values, launch, course }) {
  if ((values.get('cmi.core.lesson_status') ?? 'not attempted') !== 'not attempted') return;
  const status = launch.mode === 'browse' ? 'browsed' : statusByMastery(values, course, 'completed');
  values.set('cmi.core.lesson_status', status);
}

/**
 * @param {import('../types.js').Values} values
 * @param {import('../types.js').Course} course
 * @param {string} otherwise  the status when there is no mastery score or no score
 */
export function statusByMastery(values, course, otherwise) {
  const raw = values.get('cmi.core.score.raw') ?? '';
  const mastery = course.mastery_score ?? '';
  if (raw === '' || mastery === '') return otherwise;
  return Number(raw) >= Number(mastery) ? 'passed' : 'failed';
}
