// Prepares this machine for a command.

import { BUILD_PACKAGES, installPackages } from './debian.mjs';
import { installNodeModules } from './node-modules.mjs';
import { StepError, step } from './step.mjs';

const OLDEST_NODE = [20, 19];

function checkSystem() {
  if (process.platform === 'win32') {
    throw new StepError(
      'Minifactory cannot be built on Windows itself.',
      'Please use WSL 2: run `wsl --install -d Debian` once, then work in its terminal. docs/systems.md says how.',
    );
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new StepError(
      `This is Node ${process.versions.node}; Minifactory needs ${OLDEST_NODE.join('.')} or later.`,
      'Please install a newer Node (https://nodejs.org), then try again.',
    );
  }
}

/** Updates the list of operations, losses, optimisers and layer types that the page is built from. */
async function updateParts() {
  // Imported late, because npm may have installed the packages it needs only just now.
  const { updateCatalogue } = await import('../../web/explanations/subjects.js');
  return updateCatalogue(!process.env.CI) ? 'written' : 'unchanged';
}

/**
 * Installs what is missing and updates the catalogue of parts.
 * @param {readonly import('./debian.mjs').Package[]} [packages]
 */
export async function setUp(packages = BUILD_PACKAGES) {
  checkSystem();
  checkNode();
  await step('System packages', (note) => installPackages(packages, note));
  await step('npm packages', (note) => installNodeModules(note));
  await step('Catalogue of parts', updateParts);
}
