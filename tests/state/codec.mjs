// The player's codec for test_agreement.py: a job per line in, its result per line out.
import { createInterface } from 'node:readline';
import { decode, encode } from '../../builder/player/state/codec.js';

for await (const line of createInterface({ input: process.stdin })) {
  const { layout, state, text } = JSON.parse(line);
  const decoded = decode(layout, text);
  console.log(JSON.stringify({
    text: encode(layout, new Map(Object.entries(state))),
    decoded: decoded.ok ? Object.fromEntries(decoded.state) : decoded.reason,
  }));
}
