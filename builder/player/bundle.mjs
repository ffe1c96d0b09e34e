/**
 * Bundles the player with the behaviour of every block room into build/player.js.
 *
 * `--check` compares instead of writing, and fails when the committed bundle is stale.
 * The import 'blocks' stands for all rooms: a new room needs no line anywhere else.
 */

import { readFile, readdir, writeFile, access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const rooms = join(here, '..', 'blocks');
const output = join(here, 'build', 'player.js');

async function roomsWithBehaviour() {
  const names = (await readdir(rooms, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found = [];
  for (const { name } of names) {
    const file = join(rooms, name, 'player.js');
    if (await access(file).then(() => true, () => false)) found.push({ name, file });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @type {import('esbuild').Plugin} */
const blocks = {
  name: 'blocks',
  setup(build) {
    build.onResolve({ filter: /^blocks$/ }, () => ({ path: 'blocks', namespace: 'blocks' }));
    build.onLoad({ filter: /.*/, namespace: 'blocks' }, async () => {
      const found = await roomsWithBehaviour();
      const imports = found.map(({ file }, i) => `import room${i} from ${JSON.stringify(file)};`);
      return {
        contents: `${imports.join('\n')}\nexport default [${found.map((_, i) => `room${i}`).join(', ')}];`,
        resolveDir: here,
      };
    });
  },
};

const result = await build({
  entryPoints: [join(here, 'main.js')],
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020', 'chrome100', 'firefox102', 'safari15.4'],
  charset: 'ascii',
  legalComments: 'none',
  write: false,
  plugins: [blocks],
});
const fresh = result.outputFiles[0].text;

if (process.argv.includes('--check')) {
  const committed = await readFile(output, 'utf8').catch(() => '');
  if (committed !== fresh) {
    console.error('builder/player/build/player.js is stale: run `make bundle` and commit it.');
    process.exit(1);
  }
} else {
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, fresh);
  console.log(`build/player.js: ${fresh.length} bytes`);
}
