/** A conversation that branches. Each first choice counts; another try is always possible. */

import { all, find, icon, make, moveFocus } from '../../player/screen/dom.js';
import { words } from '../../player/screen/marks.js';
import { printPart } from '../../player/screen/print.js';

/**
 * @typedef {import('../../player/types.js').Question} Question
 * @typedef {import('../../player/types.js').Answer} Answer
 * @typedef {{quality: 'best' | 'half' | 'poor', next: string}} ReplyData
 * @typedef {Record<string, string>} Chosen  turn → reply
 */

const END = 'end';
const POINTS = { best: 2, half: 1, poor: 0 };
/** @type {Record<ReplyData['quality'], [string, string]>} */
const EFFECT = { best: ['check', 'Dit opent het gesprek'], half: ['back', 'Bijna'], poor: ['back', 'Nog niet'] };

/** @param {Answer} answer @returns {Chosen} */
const chosen = (answer) => (answer && typeof answer === 'object' && !Array.isArray(answer) ? answer : {});

/** @param {Question} question @param {string} turn @param {string} reply @returns {ReplyData | undefined} */
const replyOf = (question, turn, reply) => question.data.turns[turn]?.[reply];

/** Turns in the order in which the choices lead through them. @param {Question} question @param {Chosen} choices */
function pathOf(question, choices) {
  const path = [];
  let turn = question.data.start;
  while (turn !== END && question.data.turns[turn] && path.length < 20) {
    path.push(turn);
    const reply = replyOf(question, turn, choices[turn]);
    if (!reply) break;
    turn = reply.next;
  }
  return path;
}

/** @param {Question} question @param {Chosen} choices */
function isOver(question, choices) {
  const path = pathOf(question, choices);
  return replyOf(question, path[path.length - 1], choices[path[path.length - 1]])?.next === END;
}

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'conversation',
  isComplete: (question, answer) => isOver(question, chosen(answer)),
  score(question, answer) {
    const choices = chosen(answer);
    const turns = Object.keys(choices).filter((turn) => replyOf(question, turn, choices[turn]));
    if (turns.length === 0) return 0;
    const points = turns.reduce((sum, turn) => sum + POINTS[/** @type {ReplyData} */ (replyOf(question, turn, choices[turn])).quality], 0);
    return points / (2 * turns.length);
  },
  interaction(question, answer) {
    const choices = chosen(answer);
    const best = this.solution(question);
    return {
      type: 'performance',
      response: pathOf(question, choices).filter((turn) => choices[turn]).map((turn) => `${turn}=${choices[turn]}`).join(' ').slice(0, 255),
      pattern: Object.entries(chosen(best)).map(([turn, reply]) => `${turn}=${reply}`).join(' ').slice(0, 255),
    };
  },
  solution(question) {
    /** @type {Chosen} */
    const path = {};
    let turn = question.data.start;
    while (turn !== END) {
      const best = Object.entries(/** @type {Record<string, ReplyData>} */ (question.data.turns[turn])).find(([, reply]) => reply.quality === 'best');
      if (!best) break;
      [path[turn]] = best;
      turn = best[1].next;
    }
    return path;
  },
  mount: () => {},
  read: () => null,
  write: () => {},
  mark: () => {},
  clear: () => {},
  lock: () => {},
  play: (root, question, play) => new Talk(root, question, play).show(false),
};

/** One run through the conversation on the screen. */
class Talk {
  /** @param {HTMLElement} root @param {Question} question @param {import('../../player/types.js').Play} play */
  constructor(root, question, play) {
    this.root = root;
    this.question = question;
    this.play = play;
    this.first = { ...chosen(play.first) };
    this.now = { ...chosen(play.now) };
    /** @type {Set<string>} turns in which a try was made before the one that stands */
    this.tried = new Set();
    find('[data-restart]', root).addEventListener('click', () => {
      this.now = {};
      this.tried.clear();
      this.save();
      this.show(true);
    });
    find('[data-print]', root).addEventListener('click', () => printPart(window, root, find('[data-print-hint]', root)));
  }

  /** @param {string} turn */
  source(turn) {
    return find(`[data-turn="${turn}"]`, this.root);
  }

  save() {
    this.play.save({ ...this.first }, { ...this.now }, isOver(this.question, this.now));
    this.offerRestart();
  }

  /** Not before anything was said. */
  offerRestart() {
    find('[data-restart]', this.root).hidden = Object.keys(this.now).length + this.tried.size === 0;
  }

  /** @param {boolean} focus */
  show(focus) {
    this.offerRestart();
    const path = pathOf(this.question, this.now);
    const over = isOver(this.question, this.now);
    find('.talk', this.root).replaceChildren(...path.flatMap((turn) => this.turnItems(turn)));
    const here = path[path.length - 1];
    const length = path.length + (over ? 0 : this.turnsLeft(here));
    find('[data-turn-place]', this.root).textContent = over ? 'Afgerond' : `Beurt ${path.length} van ${length}`;
    if (over) this.showEnd();
    else this.showReplies(here);
    if (!focus) return;
    const heard = over ? find('[data-ending]', this.root) : this.source(here).querySelector('[data-says]');
    this.announce(heard && !over ? `${this.name}: ${words(heard)}` : words(heard));
    moveFocus(find('.question__prompt', this.root));
  }

  /** What came into the talk, for who does not see it. @param {string} text */
  announce(text) {
    find('[data-announce]', this.root).textContent = text;
  }

  get name() {
    return words(this.root.querySelector('[data-model] .talk__them small'));
  }

  /** @param {string} turn */
  turnsLeft(turn) {
    let left = 0;
    let here = turn;
    while (here !== END && left < 20) {
      const best = Object.values(/** @type {Record<string, ReplyData>} */ (this.question.data.turns[here])).find(({ quality }) => quality === 'best');
      here = best?.next ?? END;
      if (here !== END) left += 1;
    }
    return left;
  }

  /** @param {string} turn @returns {HTMLElement[]} */
  turnItems(turn) {
    const says = this.source(turn).querySelector('[data-says]');
    const items = says ? [this.them(says)] : [];
    const id = this.now[turn];
    const reply = replyOf(this.question, turn, id);
    if (!reply) return items;
    return [...items, ...this.exchange(turn, id, reply)];
  }

  /** @param {string} turn @param {string} id @param {ReplyData} reply */
  exchange(turn, id, reply) {
    const text = (/** @type {string} */ selector) => find(selector, this.source(turn));
    const you = make('li', { class: 'talk__you' }, make('small', {}, 'Jij'), ...copies(text(`[data-reply="${id}"] [data-text]`)));
    const [sign, opens] = EFFECT[reply.quality];
    const effect = reply.quality === 'best' && reply.next === END ? 'Dit helpt' : opens;
    const distance = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    distance.setAttribute('class', 'distance');
    distance.setAttribute('viewBox', '0 0 150 50');
    distance.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `#distance-${reply.quality}`);
    distance.append(use);
    const explained = make('li', { class: `talk__effect talk__effect--${reply.quality}` }, distance,
      make('p', { class: 'feedback__title' }, icon(sign), effect), ...copies(text(`[data-explanation="${id}"]`)));
    return [you, this.them(text(`[data-reaction="${id}"]`)), explained];
  }

  /** @param {Element} said */
  them(said) {
    const portrait = this.root.querySelector('[data-model] .image--portrait')?.cloneNode(true);
    return make('li', { class: 'talk__them' }, ...(portrait ? [portrait] : []),
      make('div', { class: 'talk__words' }, make('small', {}, this.name), ...copies(said)));
  }

  /** @param {string} turn @param {string} [again]  reply that was chosen just now and can be better */
  showReplies(turn, again) {
    const source = this.source(turn);
    find('.question__prompt', this.root).textContent = again ? 'Probeer het anders. Wat zeg je?' : find('[data-prompt]', source).textContent;
    const replies = all('[data-reply]', source);
    find('.replies', this.root).replaceChildren(...replies.map((element, place) => {
      const id = element.dataset.reply ?? '';
      const says = make('span', {}, ...copies(find('[data-text]', element)));
      if (id === again) says.append(' ', make('span', { class: 'small' }, 'Dit koos je net.'));
      const button = make('button', { type: 'button', class: 'reply', 'aria-pressed': String(id === again) },
        make('b', { 'aria-hidden': 'true' }, 'ABCDE'[place]), says);
      button.addEventListener('click', () => this.choose(turn, id));
      return button;
    }));
  }

  /** @param {string} turn @param {string} id */
  choose(turn, id) {
    const reply = /** @type {ReplyData} */ (replyOf(this.question, turn, id));
    const isAgain = this.tried.has(turn);
    if (!this.first[turn]) this.first[turn] = id;
    this.tried.add(turn);
    const talk = find('.talk', this.root);
    talk.append(...this.exchange(turn, id, reply));
    this.announce([...talk.children].slice(-2).map(words).join(' '));
    this.now[turn] = id;
    for (const later of pathOf(this.question, this.now).slice(pathOf(this.question, this.now).indexOf(turn) + 1)) delete this.now[later];
    this.save();
    const onward = make('button', { type: 'button', class: reply.quality === 'best' ? 'button' : 'button button--quiet' },
      reply.next === END ? 'Rond het gesprek af' : 'Ga verder', icon('next'));
    onward.addEventListener('click', () => this.show(true));
    if (reply.quality === 'best') {
      find('.question__prompt', this.root).textContent = isAgain ? 'Zo kan het ook' : 'Zo gaat het gesprek verder';
      find('.replies', this.root).replaceChildren(onward);
      moveFocus(onward);
      return;
    }
    if (reply.next !== this.bestNext(turn)) {
      // The talk takes another turn here, in which it can be repaired.
      find('.question__prompt', this.root).textContent = 'Het gesprek loopt nu anders';
      const again = make('button', { type: 'button', class: 'text-button' }, icon('back'), 'Zeg het anders');
      again.addEventListener('click', () => this.tryAgain(turn, id));
      find('.replies', this.root).replaceChildren(onward, again);
      moveFocus(onward);
      return;
    }
    this.tryAgain(turn, id);
  }

  /** @param {string} turn */
  bestNext(turn) {
    return Object.values(/** @type {Record<string, ReplyData>} */ (this.question.data.turns[turn])).find(({ quality }) => quality === 'best')?.next;
  }

  /** The same moment once more; the earlier try stays readable. @param {string} turn @param {string} id */
  tryAgain(turn, id) {
    delete this.now[turn];
    this.save();
    this.showReplies(turn, id);
    moveFocus(find('.question__prompt', this.root));
  }

  showEnd() {
    find('.question__prompt', this.root).textContent = 'Het gesprek is afgerond';
    const model = find('[data-model] .answer-key__body', this.root);
    find('.replies', this.root).replaceChildren(
      make('div', { class: 'talk__ending ground' }, ...copies(find('[data-ending]', this.root))),
      make('details', { class: 'accordion__item' }, make('summary', {}, 'Zo kan het gesprek lopen'),
        make('div', { class: 'accordion__body' }, ...copies(model))));
  }
}

/** @param {Element} element */
const copies = (element) => [...element.childNodes].map((node) => node.cloneNode(true));
