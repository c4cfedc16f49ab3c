// `npm start`: from a fresh clone to a running server.
import { prepare, runOnOwnNode } from './prepare.mjs';

prepare({ withDevelopment: false });
runOnOwnNode('lib/platform/commands/serve.ts', process.argv.slice(2));
