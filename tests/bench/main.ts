import { parseArgs } from 'node:util';
import { benchSteps } from './steps';
import { benchSubmission } from './submission';
import { withSurroundings } from './surroundings';

/**
 * `npm run bench`: both benches; `npm run bench -- submission` or `-- steps`: one of them. See the README
 * beside this file for what they measure.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    /** Submissions a round. */
    size: { type: 'string', default: '500' },
    /** Of a round at half saturation. */
    seconds: { type: 'string', default: '20' },
  },
});
const benches = ['submission', 'steps'] as const;
const unknown = positionals.filter((word) => !(benches as readonly string[]).includes(word));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}: ${benches.join(', ')}.`);
  process.exit(2);
}
const wanted = benches.filter((name) => positionals.length === 0 || positionals.includes(name));
for (const name of wanted) {
  await withSurroundings((on) =>
    name === 'submission'
      ? benchSubmission(on, {
          rounds: Number(values.rounds ?? 5),
          perRound: Number(values.size),
        })
      : benchSteps(on, { rounds: Number(values.rounds ?? 5), seconds: Number(values.seconds) }),
  );
}
// Keep-alive connections and timers of pools that are closed keep nobody here.
process.exit(0);
