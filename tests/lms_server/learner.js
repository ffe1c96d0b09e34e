/**
 * Somebody who knows every answer, in the page of the LMS: works through the elements of the course's frame, in any
 * browser and with any test tool. Give it to the page as a script; it sets `window.learner`.
 */
(() => {
  const frame = () => document.querySelector('iframe');
  const course = () => frame().contentDocument;
  const all = (selector, root) => [...root.querySelectorAll(selector)];
  const data = () => JSON.parse(course().querySelector('[data-course]').textContent);
  const current = () => course().querySelector('[data-lesson].is-current');
  const happen = (element, ...names) => {
    for (const name of names) element.dispatchEvent(new (frame().contentWindow.Event)(name, { bubbles: true }));
  };

  /** What a right answer needs, per type of question. The answer to none of them is read from the screen. */
  const right = {
    'single-choice': (form, { right: id }) => option(form, id).click(),
    'true-false': (form, { right: id }) => option(form, id).click(),
    'multiple-choice'(form, { right: ids }) {
      for (const row of all('[data-option]', form)) {
        const input = row.querySelector('input');
        if (input.checked !== ids.includes(row.dataset.option)) input.click();
      }
    },
    categorise(form, { items }) {
      for (const { id, right: target } of items) {
        form.querySelector(`[data-item="${id}"] [data-target="${target}"]`)?.click();
      }
    },
    match(form, { pairs }) {
      for (const id of pairs) {
        const select = form.querySelector(`[data-item="${id}"] select`);
        if (!select) continue;
        select.value = id;
        happen(select, 'input', 'change');
      }
    },
    order(form, { items }) {
      items.forEach((id, place) => {
        const rows = () => all('[data-order] [data-item]', form).map((row) => row.dataset.item);
        while (rows().indexOf(id) > place) form.querySelector(`[data-item="${id}"] [data-move="up"]`).click();
      });
    },
    number: (form, { right: answer }) => type(form.querySelector('.field--number'), answer),
    estimate: (form, { right: answer }) => type(form.querySelector('[type="range"]'), answer),
    conversation(root) {
      for (let turn = 0; turn < 12; turn += 1) {
        const replies = all('.replies .reply', root);
        if (replies.length === 0) return;
        const source = all('[data-turn]', root).find((section) =>
          replies.every((reply) => section.textContent.includes(reply.querySelector('span').textContent.trim())));
        replies[all('[data-reply]', source).findIndex((reply) => reply.dataset.quality === 'best')].click();
        root.querySelector('.replies .button').click();
      }
    },
  };
  const option = (form, id) => form.querySelector(`[data-option="${id}"] input`);
  const type = (field, value) => {
    field.value = String(value);
    happen(field, 'input', 'change');
  };
  const questionOf = (form) => data().questions.find(({ id }) => id === form.dataset.question);
  const fill = (form) => right[form.dataset.type](form, questionOf(form).data);
  const button = (root, words) => all('button', root).find((candidate) => candidate.textContent.includes(words) && !candidate.disabled);

  window.learner = {
    isReady: () => frame()?.contentDocument?.documentElement?.dataset.ready === 'true',
    where: () => current()?.dataset.lesson ?? '',
    heading: () => current()?.querySelector('h1')?.textContent.trim() ?? '',
    saving: () => /saving--(\w+)/.exec(course().querySelector('[data-saving]').className)?.[1] ?? '',
    notice: () => course().querySelector('[data-health] h2')?.textContent ?? '',
    lessons: () => data().lessons.map(({ id }) => id),
    faults: () => window.lms.calls.filter(({ error, threw }) => threw || !['0', ''].includes(String(error)))
      .map(({ name, args, error, threw }) => `${name} ${args.join(' ')}: ${threw ?? error}`),

    /** From the start page to the first lesson. */
    begin: () => course().querySelector('[data-continue]').click(),
    onward: () => all('[data-onward] a.button', current()).at(-1).click(),

    /** Questions of the open lesson, by id, with whether each is practice of the kind that has a check button. */
    questions: () => all('[data-question]', current()).filter((form) => !form.closest('[data-assessment]'))
      .map((form) => form.dataset.question),

    /** Answers a practice question right. @param {string} id @returns {string} what is then said under it */
    practise(id) {
      const form = current().querySelector(`[data-question="${id}"]`);
      fill(form);
      all('.confidence input', form).at(-1)?.click();
      button(form, 'Kijk na')?.click();
      return form.textContent;
    },

    /** Answers a choice question wrong, then takes the offer to try again. @param {string} id */
    practiseWrong(id) {
      const form = current().querySelector(`[data-question="${id}"]`);
      const { right: answer } = questionOf(form).data;
      all('[data-option]', form).find((row) => row.dataset.option !== answer).querySelector('input').click();
      all('.confidence input', form).at(-1)?.click();
      button(form, 'Kijk na').click();
      const said = form.textContent;
      button(form, 'Probeer opnieuw').click();
      return said;
    },

    /** The quiz or test in the open lesson, from begin to end. @returns {string} the result, as shown */
    assess() {
      const root = current().querySelector('[data-assessment]');
      if (!root) return '';
      const view = (name) => root.querySelector(`[data-view="${name}"]`);
      root.querySelector('[data-begin]').click();
      for (let turn = 0; turn < 60; turn += 1) {
        fill(view('questions').querySelector('[data-question]'));
        const next = all('.onward button', view('questions')).at(-1);
        const isLast = next.textContent.includes('Lever in');
        next.click();
        if (isLast) break;
      }
      return view('result').textContent;
    },

    /** What stands in every question of the lessons: id → values of its controls, in a fixed order. */
    shown: () => Object.fromEntries(all('[data-lesson] [data-question]', course()).map((form) => [form.dataset.question,
      all('input:not([name$="confidence"]), select', form).map((field) => (
        ['radio', 'checkbox'].includes(field.type) ? `${field.value}=${field.checked}` : `${field.id}=${field.value}`))
        .concat(all('[aria-pressed="true"]', form).map((pressed) => `${pressed.closest('[data-item]')?.dataset.item}=${pressed.dataset.target}`))
        .concat(all('[data-order] [data-item]', form).map((row) => row.dataset.item))
        .concat(all('.talk__you', form).filter((said) => !said.closest('[data-model]')).map((said) => said.textContent))])),

    open(id) {
      course().defaultView.location.hash = `#${id}`;
    },
    text: (selector) => course().querySelector(selector)?.textContent.trim() ?? '',
    value: (selector) => course().querySelector(selector)?.value ?? '',
    isHidden: (selector) => course().querySelector(selector)?.hidden ?? true,
  };
})();
