/**
 * Points to percentages, and what they mean. There is one rounding rule: whole per cents, downwards,
 * so that the score shown, the score sent and the decision to pass can never disagree.
 *
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('../types.js').QuestionType} QuestionType
 * @typedef {import('../types.js').Answer} Answer
 */

/**
 * @param {number} points
 * @param {number} total
 * @returns {number}  0 … 100, whole
 */
export function percentage(points, total) {
  if (total <= 0) return 0;
  return Math.max(0, Math.min(100, Math.floor((points / total) * 100 + 1e-9)));
}

/**
 * @typedef {object} Result
 * @property {number} points
 * @property {number} total
 * @property {number} percent
 * @property {Map<string, {points: number, total: number}>} objectives
 * @property {boolean} safetyRight   true too when no question is about safety
 * @property {Map<string, number>} scores  per question id, 0 … 1
 */

/**
 * @param {Question[]} questions
 * @param {(question: Question) => Answer} answerTo
 * @param {Record<string, QuestionType>} types
 * @returns {Result}
 */
export function grade(questions, answerTo, types) {
  /** @type {Result['objectives']} */
  const objectives = new Map();
  const scores = new Map();
  let points = 0;
  let safetyRight = true;
  for (const question of questions) {
    const score = types[question.type].score(question, answerTo(question));
    scores.set(question.id, score);
    points += score;
    if (question.safety && score < 1) safetyRight = false;
    const objective = objectives.get(question.objective) ?? { points: 0, total: 0 };
    objectives.set(question.objective, { points: objective.points + score, total: objective.total + 1 });
  }
  return { points, total: questions.length, percent: percentage(points, questions.length), objectives, safetyRight, scores };
}
