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
 * @property {boolean} hidden         the page is in a tab that is not shown
 * @property {boolean} unanswered     the LMS no longer waits for answers of its server, for the rest of the session
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

/** @typedef {Pick<Session, 'values' | 'launch' | 'course'>} Ended  a session at its end */

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
 * @property {boolean} wantsIdFirst    a member of a list begins with its id: until then its other elements are error 201
 * @property {boolean} fitsTypes       a type that what is there does not fit is refused: error 405
 * @property {(attempt: Attempt | undefined, asked: LaunchOptions) => Launch} launch
 * @property {(attempt: Attempt) => Values} resume  values that a new launch in the same attempt starts with
 * @property {(values: Values) => void} prepare     what the LMS makes of its own elements before the SCO reads them
 * @property {(session: Ended) => void} finish      what LMSFinish rewrites before it stores
 * @property {(session: Ended) => void} leave       what the server rewrites when the learner leaves without LMSFinish
 * @property {(values: Values) => void} keep        what the server rewrites whenever something was stored
 * @property {(sent: Values, session: Session) => Delivery} deliver
 * @property {(call: {name: string, args: unknown[]}, session: Session, proceed: () => unknown) => unknown} answer
 *   the last word on every call: may answer something else, or throw
 */

export {};
