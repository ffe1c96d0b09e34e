/**
 * Answers that the LMS was told, or should have been: what its report of questions is made of.
 *
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('../types.js').Answer} Answer
 */

import { drawnQuestions } from './attempt.js';
import { slot } from './state.js';

/**
 * The first answer to each practice question, and the answers of each quiz and test as it was handed in last.
 * @param {import('./data.js').CourseData} course
 * @param {import('./state.js').State} state
 * @param {Record<string, import('../types.js').QuestionType>} types
 * @returns {{question: Question, answer: Answer}[]}
 */
export function givenAnswers(course, state, types) {
  const practised = course.questions.filter(({ use }) => use === 'practice')
    .map((question) => ({ question, answer: slot(state, `question/${question.id}`).first ?? null }));
  const handedIn = course.assessments
    .filter(({ id }) => slot(state, `assessment/${id}`).handed > 0 && !slot(state, `assessment/${id}`).open)
    .flatMap((assessment) => drawnQuestions(state, course.questions, assessment))
    .map((question) => ({ question, answer: slot(state, `question/${question.id}`).now ?? null }));
  return [...practised, ...handedIn].filter(({ question, answer }) => types[question.type].isComplete(question, answer));
}
