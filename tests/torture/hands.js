/**
 * What a learner does and sees, from the page of the LMS: it lives beside the course's frame and works through its
 * elements, because after the back/forward cache a test tool no longer knows the frame.
 *
 * `window.told` is the way out of the page: it is heard even when the page is killed straight after.
 */
(() => {
  if (window !== window.top) return;
  const course = () => document.querySelector('iframe')?.contentDocument;
  const data = () => JSON.parse(course().querySelector('[data-course]').textContent);
  const all = (selector, root) => [...root.querySelectorAll(selector)];
  const isLocked = (form) => all('[data-options] input', form).every((input) => input.disabled);

  /** How much later than asked for a timer came, at most, since the last look. A busy machine is not the course's fault. */
  let lag = 0;
  let before = performance.now();
  const behind = () => Math.round(Math.max(lag, performance.now() - before - 100));
  setInterval(() => {
    lag = behind();
    before = performance.now();
  }, 100);

  /** What stands in the quiet line and the banner, told at each change. */
  let shown = '';
  const look = () => {
    const page = course();
    const saving = page?.querySelector('[data-saving]');
    if (!saving) return;
    const kind = /saving--(\w+)/.exec(saving.className)?.[1] ?? '';
    const notice = page.querySelector('[data-health] h2')?.textContent ?? '';
    const text = JSON.stringify({ kind, notice });
    if (text === shown) return;
    shown = text;
    window.told({ at: Date.now(), kind, notice, lag: behind() });
    lag = 0;
  };
  /** When the course committed, as the LMS's page saw it. */
  let heard = 0;
  const listen = () => {
    const calls = window.lms?.calls ?? [];
    for (; heard < calls.length; heard += 1) {
      if (calls[heard].name === 'LMSCommit') window.told({ at: Date.now(), commit: true, lag: behind() });
    }
  };
  const watch = () => {
    listen();
    const page = course();
    const root = page?.documentElement;
    if (root?.dataset.ready && !root.dataset.watched) {
      root.dataset.watched = 'true';
      for (const place of all('[data-saving], [data-notices]', page)) {
        new MutationObserver(look).observe(place, { childList: true, subtree: true, attributes: true });
      }
      look();
    }
    setTimeout(watch, 50);
  };
  watch();

  const answerOf = (form) => all('[data-option]', form).filter((row) => row.querySelector('input').checked)
    .map((row) => row.dataset.option).sort();

  /** Chooses; `choice` is 0 … 1. @returns what stands there now: option ids */
  const choose = (form, choice) => {
    if (isLocked(form)) all('[data-actions] button', form)[0].click();
    const inputs = all('[data-options] input', form);
    inputs[Math.floor(choice * inputs.length)].click();
    return answerOf(form);
  };

  const isReady = () => course()?.documentElement?.dataset.ready === 'true';

  window.hands = {
    isReady,
    isBlank: () => (course()?.body?.innerText ?? '').trim() === '',
    now: () => Date.now(),
    calls: () => window.lms.calls.filter(({ name }) => !/GetLast|GetError|GetDiag/.test(name)).length,

    /** A practice question; null in a page that a reload has put here just now, where nobody sees it yet.
     * @param {string} id @param {number} choice @param {boolean} check */
    answer(id, choice, check) {
      if (!isReady()) return null;
      const form = course().querySelector(`[data-question="${id}"]`);
      const at = Date.now();
      const answer = choose(form, choice);
      const sure = all('.confidence input', form);
      if (check && sure.length > 0 && !sure.some((input) => input.checked)) sure[Math.floor(choice * sure.length)].click();
      if (check) form.querySelector('[data-actions] button:not(:disabled)')?.click();
      return { at, answers: { [id]: answer } };
    },

    open(id) {
      course().defaultView.location.hash = `#${id}`;
    },

    /** Does the test from begin to end. @param {string} id @param {boolean} right @param {number} choice */
    test(id, right, choice) {
      if (!isReady()) return null;
      const root = course().querySelector(`[data-assessment="${id}"]`);
      const questions = new Map(data().questions.map((question) => [question.id, question]));
      const at = Date.now();
      const view = (name) => root.querySelector(`[data-view="${name}"]`);
      if (view('questions').hidden) {
        const begin = view('result').hidden ? root.querySelector('[data-begin]')
          : all('button', view('result')).find((button) => button.textContent.includes('opnieuw'));
        if (!begin) return null;
        begin.click();
      }
      const answers = {};
      for (let turn = 0; turn < 40; turn += 1) {
        const form = view('questions').querySelector('[data-question]');
        const { data: known } = questions.get(form.dataset.question);
        const wanted = new Set([known.right].flat());
        for (const row of all('[data-option]', form)) {
          const input = row.querySelector('input');
          if (right ? input.checked !== wanted.has(row.dataset.option) && (input.type === 'checkbox' || wanted.has(row.dataset.option)) : false) input.click();
        }
        if (!right && answerOf(form).length === 0) choose(form, choice);
        answers[form.dataset.question] = answerOf(form);
        const next = view('questions').querySelector('.onward button:last-of-type');
        const isLast = next.textContent.includes('Lever in');
        next.click();
        if (!isLast) continue;
        all('[data-ask] button', view('questions')).find((button) => button.textContent.includes('toch'))?.click();
        break;
      }
      return { at, answers, handedIn: true };
    },

    /** The learner looks at another tab for a moment. @param {number} ms */
    hide(ms) {
      const page = course();
      const become = (state) => {
        for (const place of [page, document]) {
          Object.defineProperty(place, 'visibilityState', { value: state, configurable: true });
          place.dispatchEvent(new Event('visibilitychange'));
        }
      };
      become('hidden');
      setTimeout(() => become('visible'), ms);
    },

    retry() {
      all('[data-notices] button', course()).find((button) => button.textContent.includes('Probeer opnieuw'))?.click();
    },

    /** What the screen shows of every question in a lesson: id → option ids. */
    shown() {
      return Object.fromEntries(all('[data-lesson] [data-question]', course())
        .filter((form) => form.querySelector('[data-options]'))
        .map((form) => [form.dataset.question, answerOf(form)]));
    },
    status: () => ({
      kind: /saving--(\w+)/.exec(course().querySelector('[data-saving]').className)?.[1] ?? '',
      notice: course().querySelector('[data-health] h2')?.textContent ?? '',
      at: Date.now(),
      lag: behind(),
    }),
  };
})();
