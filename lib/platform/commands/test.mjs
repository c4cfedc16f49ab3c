// `npm test`: from a fresh clone to a verdict.
import { prepare, runOnOwnNode } from './prepare.mjs';

prepare({ withDevelopment: true });
runOnOwnNode('lib/platform/commands/check.ts', process.argv.slice(2));
