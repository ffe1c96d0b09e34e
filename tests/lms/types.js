/** The types that the parts of the LMS share. Types only: nothing here runs. */

/** @typedef {Map<string, string>} Values  element → value */

/** @typedef {'online' | 'offline' | 'signed-out'} Network  as the learner's browser meets the server of the LMS */

/**
 * One attempt of one learner at one SCO, as the server keeps it.
 * @typedef {object} Attempt
 * @property {Values} values     what was committed, write-only elements included
 * @property {string} totalTime  CMITimespan
 * @property {number} launches
 */

/**
 * How the LMS opens the SCO.
 * @typedef {object} LaunchOptions
 * @property {'normal' | 'browse' | 'review'} [mode]  what the learner or the LMS asks for
 * @property {'credit' | 'no-credit'} [credit]
 * @property {boolean} [samePage]  the LMS's own page was not loaded anew since the last launch
 */

/**
 * @typedef {object} Launch
 * @property {boolean} newAttempt
 * @property {'ab-initio' | 'resume' | ''} entry
 * @property {'normal' | 'browse' | 'review'} mode
 * @property {'credit' | 'no-credit'} credit
 */

/**
 * A call of the content, as it is recorded.
 * @typedef {object} Call
 * @property {string} name      such as 'LMSSetValue'
 * @property {unknown[]} args   exactly as given
 * @property {unknown} result   exactly as answered; undefined when it threw
 * @property {string} error     the code that LMSGetLastError would give
 * @property {string} [threw]   message of what the call threw
 * @property {number} time      milliseconds on the LMS's clock
 * @property {number} launch    which launch, from 1
 */

/**
 * The eight functions of RTE 3.3. What they answer depends on the LMS, so it is unknown.
 * @typedef {object} Api
 * @property {(...args: unknown[]) => unknown} LMSInitialize
 * @property {(...args: unknown[]) => unknown} LMSFinish
 * @property {(...args: unknown[]) => unknown} LMSGetValue
 * @property {(...args: unknown[]) => unknown} LMSSetValue
 * @property {(...args: unknown[]) => unknown} LMSCommit
 * @property {(...args: unknown[]) => unknown} LMSGetLastError
 * @property {(...args: unknown[]) => unknown} LMSGetErrorString
 * @property {(...args: unknown[]) => unknown} LMSGetDiagnostic
 */

/**
 * The running SCO, as a profile may look at it and change it.
 * @typedef {object} Session
 * @property {Values} values          what the SCO would read back now
 * @property {Launch} launch
 * @property {'before' | 'running' | 'finished'} state
 * @property {string} error           last error code
 * @property {boolean} leaving        the page is being dismissed: no synchronous requests any more
 * @property {Course} course
 * @property {() => Network} network
 * @property {(element: string) => string} held  what the server has now, also from another window
 * @property {() => string} send      hands what changed to the server now; 'true' or 'false'
 */

/**
 * What the manifest tells the LMS about the course.
 * @typedef {object} Course
 * @property {string} [mastery_score]
 * @property {string} [max_time_allowed]
 * @property {string} [time_limit_action]
 * @property {string} [launch_data]
 * @property {string} [comments_from_lms]
 */

/**
 * What became of data that were sent.
 * stored · refused: the API says so · pretended: the API says "true" and nothing was stored
 * @typedef {'stored' | 'refused' | 'pretended'} Delivery
 */

/**
 * How one LMS behaves. `profiles/strict.js` has the complete set; the others are strict with differences.
 * @typedef {object} Profile
 * @property {string} name
 * @property {string} about  one sentence for people
 * @property {(element: import('./datamodel.js').Element) => boolean} implemented  otherwise error 401
 * @property {(element: import('./datamodel.js').Element, value: string, interactionType?: string) => boolean} accepts
 *   otherwise error 405
 * @property {boolean} takesAnyType     a value that is no string is turned into one instead of refused
 * @property {boolean} readsBeyondLists reading past the end of a list gives '' without an error
 * @property {boolean} initialisesAgain after LMSFinish the same API object may be initialised again
 * @property {boolean} forgetsUnsent    what could not be sent counts as sent and is not sent again
 * @property {boolean} stalePage        a second launch from the same page of the LMS starts from what that page first knew
 * @property {boolean} countsUnfinished session_time counts although LMSFinish never came
 * @property {(attempt: Attempt | undefined, asked: LaunchOptions) => Launch} launch
 * @property {(attempt: Attempt) => Values} resume  values that a new launch in the same attempt starts with
 * @property {(session: Session) => void} finish    what LMSFinish rewrites before it stores
 * @property {(sent: Values, session: Session) => Delivery} deliver
 * @property {(call: {name: string, args: unknown[]}, session: Session, proceed: () => unknown) => unknown} answer
 *   the last word on every call: may answer something else, or throw
 */

export {};
