#!/usr/bin/env node
/** The command `minifactory`. Loads the rest only in a Node that can run it, so that an older one says what it needs. */
import { tooOldNode } from './node-version';

const complaint = tooOldNode(process.versions.node);
if (complaint === null) {
  // Without `await`, which old versions of Node cannot read here.
  import('./command').then(({ runCommand }) => runCommand(process.argv.slice(2)));
} else {
  console.error(complaint);
  process.exitCode = 1;
}
