import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What `npm start` and `npm test` have in common before any package can be imported: it runs on
 * whatever Node the machine has, with or without node_modules. Nothing here may import a package.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const oldestNode = [20, 9];

/** Checks Node and installs what package-lock.json asks for and node_modules has not. */
export function prepare({ withDevelopment }) {
  process.chdir(root);
  refuseOldNode();
  if (isInstalled(withDevelopment)) return;
  console.log('Installing packages (only the first time, and when they have changed) …');
  install(withDevelopment);
  if (!isInstalled(withDevelopment)) {
    stop(
      'npm ended well, but node_modules is not what package-lock.json says. Run "npm install" and read what it prints.',
    );
  }
}

/** Runs a TypeScript file on the project's own Node with tsx, and ends as it ends. */
export function runOnOwnNode(file, args) {
  const child = spawn(
    ownNode(),
    ['--disable-warning=ExperimentalWarning', '--import', 'tsx', file, ...args],
    { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  // A terminal's Ctrl-C reaches the child by itself; a signal to this process alone is passed on.
  // The child takes the same signal twice for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => stop(`Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  stop(
    `This needs Node ${oldestNode.join('.')} or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
}

/** Compares the two lock files: what should be installed, and what npm says it has installed. */
function isInstalled(withDevelopment) {
  const wanted = readLock('package-lock.json');
  const present = readLock(join('node_modules', '.package-lock.json'));
  if (!wanted)
    stop('package-lock.json is missing. Get it back with "git checkout package-lock.json".');
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const has = present[path];
    if (path === '' || entry.link || entry.optional || entry.devOptional || entry.peer) return true;
    if (entry.dev && !withDevelopment) return true;
    return has?.version === entry.version && has?.integrity === entry.integrity;
  });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install(withDevelopment) {
  // Not `npm ci`: it refuses a lock file that was made where other machines' optional packages could
  // not be looked up. This installs the locked versions too, only what is missing, and saves nothing.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (withDevelopment) args.push('--include=dev');
  const byNpm = process.env.npm_execpath;
  // Started by npm: the same npm again. Started by hand: the one on the path.
  const result = byNpm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [byNpm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) {
    stop(
      `npm could not be started (${result.error.message}). Install Node with npm from https://nodejs.org and try again.`,
    );
  }
  if (result.status !== 0) {
    stop(
      'The packages could not be installed. npm has said above why; often the network or a proxy is in the way. Put that right and try again.',
    );
  }
}

/** Node 24 from the package "node"; else this very Node, when it is as new. */
function ownNode() {
  const own = join(
    root,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  );
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(
    'Node 24 is missing from node_modules: its install script did not run. Run "npm rebuild --ignore-scripts=false", or install Node 24 yourself.',
  );
}

function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
