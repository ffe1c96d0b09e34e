/**
 * The types that the layers of the player share. Types only: nothing here runs.
 *
 * Data flows one way: the course turns answers into a Snapshot, tracking turns snapshots into LMS calls.
 */

/** @typedef {'practice' | 'quiz' | 'test'} Use  what a question is for; practice, quiz and test never share one */

/**
 * An answer as the learner gave it, by stable ids, never by position.
 * @typedef {string | string[] | Record<string, string> | number | null} Answer
 *   one option id · option ids (chosen, or in order) · item id → category or target id · a number · none
 */

/**
 * One question as the builder hands it to the player. `data` is what the question type's own room put there.
 * @typedef {object} Question
 * @property {string} id
 * @property {string} type          name of the room, such as 'single-choice'
 * @property {string} objective     'LD1' … 'LD9'
 * @property {Use} use
 * @property {string[]} sectors     sectors that get this question
 * @property {number} index         fixed place in cmi.interactions, from 0, the same for every learner
 * @property {string} [lesson]      lesson that holds it (practice) or explains it (quiz, test)
 * @property {boolean} [safety]     about immediate danger: one is in every test
 * @property {boolean} [confidence] asks how sure the learner is
 * @property {string} [kind]        questions of the same kind are not drawn together if it can be helped
 * @property {string[]} codes       ids of the answer in their fixed order: the letters in interactions
 * @property {string[]} targets     the same for what items are put to
 * @property {any} data
 */

/**
 * A question type's behaviour; the default export of `builder/blocks/<type>/player.js`.
 * The first four are pure and run in Node; the others touch only the element they are given.
 * @typedef {object} QuestionType
 * @property {string} type
 * @property {boolean} [immediate]  practice: feedback comes with each choice, without a check button
 * @property {boolean} [guess]  nobody can know it: checking shows the answer at once, and there is no 'not yet'
 * @property {string} [ask]     what is still to do before it can be checked, when that is not choosing an answer
 * @property {(question: Question, answer: Answer) => boolean} isComplete   may it be checked or handed in?
 * @property {(question: Question, answer: Answer) => number} score         0 … 1
 * @property {(question: Question, answer: Answer) => Interaction} interaction  strict SCORM 1.2 formats
 * @property {(question: Question) => Answer} solution  an answer that scores 1
 * @property {(root: HTMLElement, question: Question, change: () => void, random: () => number) => void} mount
 *   make the element work; call `change` when the answer changes; shuffle only with `random`
 * @property {(root: HTMLElement, question: Question) => Answer} read
 * @property {(root: HTMLElement, question: Question, answer: Answer) => void} write  null: as nobody has touched it
 * @property {(root: HTMLElement, question: Question, answer: Answer, reveal: boolean) => void} mark
 *   show what is right and what not yet; with `reveal` everything, explanation of every option included
 * @property {(question: Question, answer: Answer) => string} [tally]  how much of a wrong answer is right, in a sentence
 * @property {(root: HTMLElement, question: Question, answer: Answer, reveal: boolean) => Node[]} [feedback]
 *   what the type has to say under the question
 * @property {(root: HTMLElement, question: Question, answer: Answer, reveal: boolean) => string} [say]
 *   what a screen reader hears of the marks, which others see
 * @property {(root: HTMLElement, question: Question) => void} clear  take the marks away for a new try
 * @property {(root: HTMLElement, locked: boolean) => void} lock
 * @property {(root: HTMLElement, question: Question, play: Play) => void} [play]
 *   for a type that runs its own practice, such as a conversation; then the frame stays away
 */

/**
 * What a type that runs its own practice gets.
 * @typedef {object} Play
 * @property {Answer} first   the answer that counts: what was chosen first
 * @property {Answer} now     where the learner stands
 * @property {(first: Answer, now: Answer, done: boolean) => void} save
 */

/**
 * What a question tells the LMS. Formats: SCORM 1.2 RTE 3.4.7 and table 3.2.
 * @typedef {object} Interaction
 * @property {'true-false' | 'choice' | 'fill-in' | 'matching' | 'performance' | 'sequencing' | 'likert' | 'numeric'} type
 * @property {string} response      such as 'a,c', 'a.b,c.d', '3', 't'
 * @property {string} pattern       the right response in the same format
 */

/**
 * An interaction with its place and outcome, ready for the LMS.
 * @typedef {Interaction & {index: number, id: string, objective: string, result: 'correct' | 'wrong' | 'neutral',
 *   time: string, latency: string, weighting: string}} InteractionRecord
 *   time 'HH:MM:SS' of the day; latency 'HHHH:MM:SS.SS'
 */

/** @typedef {{id: string, score: number | null, status: 'not attempted' | 'incomplete' | 'completed' | 'passed'}} ObjectiveRecord */

/**
 * Everything that the LMS should hold now. Made anew by the course after each change; never edited.
 * @typedef {object} Snapshot
 * @property {string} state         the encoded saved state, [A-Za-z0-9_-] only; holds the revision that `describe` was given
 * @property {string} location      id of the lesson that is open
 * @property {'incomplete' | 'completed' | 'passed'} status
 * @property {number | null} score  0 … 100; null before the test has been done
 * @property {ObjectiveRecord[]} objectives
 * @property {InteractionRecord[]} interactions  those known by now, ordered by index
 * @property {string[]} interactionIds  the id of every interaction of the edition, by index: an LMS wants no gaps
 */

/**
 * What the LMS told at the start; every field is already cleaned of the quirks of LMSs.
 * @typedef {object} Resume
 * @property {boolean} connected
 * @property {'normal' | 'review' | 'browse'} mode   review and browse: nothing is written
 * @property {string} state         '' when there is none
 * @property {string} location
 * @property {'' | 'not attempted' | 'incomplete' | 'completed' | 'passed' | 'failed' | 'browsed'} status
 * @property {number | null} score
 * @property {string} learnerName   as the LMS gives it, '' when it does not
 * @property {string} owner         whose things on the device may be shown, as a hash; '' where that cannot be known
 * @property {boolean} restored     `state` comes from the device: the LMS missed it
 * @property {boolean} retell       what was answered in earlier sessions has to be told again, as it may not be there
 */

/**
 * Whether the learner's work is safe, for the quiet line and the one banner.
 * @typedef {object} Health
 * @property {'saved' | 'saving' | 'unsaved' | 'device' | 'reading'} saving
 *   in the LMS · on its way · neither in the LMS nor on the device · on this device only · nothing is written
 * @property {'none' | 'no-lms' | 'scorm-2004' | 'broken-lms' | 'offline' | 'signed-out' | 'other-window' | 'restored'} notice
 *   scorm-2004: no API of SCORM 1.2, but one of SCORM 2004: the package was imported as the wrong kind
 */

/**
 * A block that is no question but does something, such as cards that turn over.
 * @typedef {object} BlockBehaviour
 * @property {string} block  name of the room
 * @property {(root: HTMLElement, notes: import('./screen/notes.js').Notes) => void} enhance  called once for each `[data-block="…"]` in the page
 */

export {};
