/**
 * One learner at one device with one LMS: the real tracker in a fake window, on a fake clock, against any LMS.
 *
 * `createWorld` sets it up, `world.open()` opens the course, and what it gives back is a page on which the learner works
 * (`answer`, `visit`, `test`) and to which things happen (`hide`, `leave`, `kill`).
 */
import { createTracker } from '../../builder/player/tracking/tracker.js';
import { COURSE } from './course.js';
import { createClock } from './clock.js';

/** @typedef {import('../lms/lms.js').Lms} Lms */
/** @typedef {import('../../builder/player/types.js').Health} Health */
/** @typedef {import('../../builder/player/types.js').Resume} Resume */
/** @typedef {import('../../builder/player/tracking/tracker.js').Settings} Settings */

/**
 * @typedef {object} WorldOptions
 * @property {(options: import('../lms/lms.js').LmsOptions) => Lms} lms   makes the LMS
 * @property {{id: string, name: string}} [learner]
 * @property {import('../lms/types.js').Course} [manifest]  what the LMS knows of the course
 * @property {import('./course.js').CourseKind} [course]  default: the small one
 * @property {Partial<Settings>} [settings]
 * @property {Device} [device]   of another world: the next learner on the same device
 * @property {boolean} [storage] false: the browser allows none
 */

/**
 * What stays on the device when a page is gone.
 * @typedef {{items: Map<string, string>, listeners: Set<{hear: (message: string) => void, page: object}>}} Device
 */

/** @returns {Device} */
export const createDevice = () => ({ items: new Map(), listeners: new Set() });

/** @param {WorldOptions} options */
export function createWorld(options) {
  const clock = createClock();
  const lms = options.lms({ now: clock.now, wait: clock.block, learner: options.learner, course: options.manifest });
  const device = options.device ?? createDevice();
  const kind = options.course ?? COURSE;

  const world = {
    clock, lms, device,
    /** What the browser says, which may differ from the truth: only `false` means something. */
    onLine: true,
    /** What asking the server of the package answers; by default the truth about `lms.network`.
     * @type {() => Promise<'ok' | 'offline' | 'signed-out' | 'unknown'>} */
    probe: async () => (lms.network === 'online' ? 'ok' : lms.network),
    /** Times of the probes. @type {number[]} */
    probes: [],
    storage: options.storage ?? true,
    /** Things that the player did to the window which it never may. @type {string[]} */
    misdeeds: [],

    /** @param {number} ms */
    pass: (ms) => clock.pass(ms),
    /** Long enough for everything to be sent that will be sent. */
    quiet: () => clock.pass(120_000),

    /** @param {import('../lms/types.js').Network} network @param {boolean} [told]  does the browser notice? */
    connection(network, told = true) {
      lms.network = network;
      world.onLine = !(told && network === 'offline');
    },

    /**
     * @param {object} [how]
     * @param {import('../lms/types.js').LaunchOptions} [how.launch]
     * @param {(api: import('../lms/types.js').Api | null) => any} [how.place]  the window, given the API; default: a parent
     * @param {boolean} [how.api]  false: there is no LMS around the course
     * @param {import('./course.js').Quirks} [how.quirks]
     * @param {boolean} [how.channel] false: the windows cannot hear each other (another browser, another device)
     * @param {boolean} [how.follow]  false: the course does not follow yet
     */
    async open(how = {}) {
      const running = how.api === false ? null : lms.launch(how.launch);
      const place = how.place ?? ((api) => (api ? { parent: windowWith({ API: api }) } : {}));
      let alive = true;
      const page = { alive: () => alive };

      const windowLike = place(running?.API ?? null);
      forbid(windowLike, world.misdeeds);

      const tracker = createTracker({
        windowLike,
        monotonic: clock.now,
        setTimer: (run, ms) => clock.setTimer(run, ms, page.alive),
        clearTimer: clock.clearTimer,
        storage: storageOf(device, () => world.storage),
        probe: () => {
          world.probes.push(clock.now());
          return world.probe();
        },
        online: () => world.onLine,
        channel: how.channel === false ? null : channelOf(device, page, clock),
      }, {
        course: 'eenzaamheid', edition: 'vo', endsWith: 'passed', revisionOf: kind.revisionOf, ...options.settings,
      });

      /** @type {Health[]} */
      const health = [];
      tracker.onHealth((now) => { if (alive) health.push({ ...now }); });
      const resume = await clock.until(tracker.start());
      const course = kind.create(resume, how.quirks);
      if (how.follow !== false) tracker.follow((revision) => course.describe(revision));
      await clock.settle();

      let longest = 0;
      /** Does what the learner does, and measures how long it kept the page busy. @param {() => void} act */
      const learner = (act) => {
        const begin = clock.now();
        act();
        tracker.activity();
        tracker.changed();
        longest = Math.max(longest, clock.now() - begin);
      };

      const hide = () => {
        running?.hide();
        tracker.hide();
      };

      return {
        tracker, course, resume, running, health,
        get now() {
          return /** @type {Health} */ (health.at(-1));
        },
        /** Every notice that the learner has seen, in order, without repeats. */
        get notices() {
          return health.map(({ notice }) => notice).filter((notice, at, all) => notice !== 'none' && notice !== all[at - 1]);
        },
        /** The longest that something the learner did kept the page busy, in milliseconds. */
        get longest() {
          return longest;
        },

        /** @param {string} id @param {any} answer */
        answer: (id, answer) => learner(() => course.answer(id, answer)),
        /** @param {string} lesson */
        visit: (lesson) => learner(() => course.visit(lesson)),
        /** @param {number} [score]  a course that grades by itself does not ask for it */
        test: (score = 0) => learner(() => course.test(score)),

        hide,
        show() {
          running?.show();
          tracker.show();
        },
        /** The learner leaves in the ordinary way: the page is hidden, then dismissed. */
        async leave() {
          hide();
          running?.leave();
          tracker.finish();
          await clock.settle();
          alive = false;
          running?.close();
        },
        /** The page is gone without any event. */
        async kill() {
          alive = false;
          running?.close();
        },
      };
    },

    /** Answers that the LMS holds, whatever the course of now thinks. */
    get heldAnswers() {
      return kind.answersIn(lms.held('cmi.suspend_data'));
    },

    /** Calls of one function, or sets of one element. @param {string} name @param {string} [element] */
    calls: (name, element) => lms.calls.filter((call) => call.name === name && (element === undefined || call.args[0] === element)),

    /** What was set, in order, as 'element=value'. @returns {string[]} */
    get sets() {
      return lms.calls.filter((call) => call.name === 'LMSSetValue').map(({ args }) => `${args[0]}=${args[1]}`);
    },

    /** Sets that a strict LMS would have refused for their value or their name. @returns {string[]} */
    get refused() {
      return lms.calls.filter(({ name, error, threw }) => name === 'LMSSetValue' && !threw && ['201', '402', '403', '405'].includes(error))
        .map(({ args, error }) => `${args[0]}=${args[1]} (${error})`);
    },
  };
  return world;
}

/** @typedef {ReturnType<typeof createWorld>} World */
/** @typedef {Awaited<ReturnType<World['open']>>} Page */

/** A window with these properties that is its own parent, as a top window is. @param {Record<string, any>} properties */
export function windowWith(properties) {
  /** @type {any} */
  const self = Object.defineProperties({}, Object.getOwnPropertyDescriptors(properties));
  if (!('parent' in properties)) self.parent = self;
  return self;
}

/** A window of another origin: every look at it throws. */
export const foreignWindow = () => new Proxy({}, {
  get() {
    throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
  },
});

/** @param {any} windowLike @param {string[]} misdeeds */
function forbid(windowLike, misdeeds) {
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'close']) {
    if (!(name in windowLike)) windowLike[name] = () => { misdeeds.push(name); };
  }
}

/** @param {Device} device @param {() => boolean} allowed */
function storageOf(device, allowed) {
  const guard = () => {
    if (!allowed()) throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  return {
    /** @param {string} key */
    getItem(key) {
      guard();
      return device.items.get(key) ?? null;
    },
    /** @param {string} key @param {string} value */
    setItem(key, value) {
      guard();
      device.items.set(key, String(value));
    },
    /** @param {string} key */
    removeItem(key) {
      guard();
      device.items.delete(key);
    },
  };
}

/** A BroadcastChannel: everybody but the sender hears it, a moment later.
 * @param {Device} device @param {{alive: () => boolean}} page @param {import('./clock.js').Clock} clock */
function channelOf(device, page, clock) {
  return {
    /** @param {string} message */
    post(message) {
      for (const listener of device.listeners) {
        if (listener.page !== page) clock.setTimer(() => listener.hear(message), 1, /** @type {any} */ (listener.page).alive);
      }
    },
    /** @param {(message: string) => void} hear */
    listen(hear) {
      device.listeners.add({ hear, page });
    },
  };
}
