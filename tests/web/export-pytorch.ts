/** Runs exported PyTorch programs: many in one Python, or one in several processes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from '../../scripts/lib/find.mjs';
import type { Finished } from './export-python';
import { python } from './export-python';

/**
 * Runs each program as if it was started alone with `--json`; one process, because loading PyTorch takes longer than
 * most.
 */
const HARNESS = `
import contextlib, io, json, sys

def run(program):
    output, complaint, exit_code = io.StringIO(), "", 0
    sys.argv = ["program.py", "--json"]
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})
        except SystemExit as end:
            complaint, exit_code = end.code or "", 1 if end.code else 0
    return {"output": output.getvalue(), "complaint": complaint, "exitCode": exit_code}

print(json.dumps([run(program) for program in json.load(sys.stdin)]))
`;

/** The output of each program, and how it ended. */
export function runPrograms(programs: readonly string[]): Finished[] {
  const { output, complaint, exitCode } = python(['-c', HARNESS], JSON.stringify(programs));
  if (exitCode !== 0 || complaint !== '') throw new Error(complaint);
  return JSON.parse(output);
}

/**
 * One program in several processes of this machine, started by `torchrun`. The torchrun of Debian's PyTorch 1.13 is
 * older than Python 3.11 and fails unless something is redirected, so the last process's messages are.
 */
export function runDistributed(program: string, processes: number): Finished {
  const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
  const file = join(folder, 'program.py');
  writeFileSync(file, program);
  const redirected = `${processes - 1}:2`;
  const place = ['--standalone', '--nproc_per_node', `${processes}`];
  const logs = ['--redirects', redirected, '--tee', redirected, '--log_dir', join(folder, 'logs')];
  const { stdout, stderr, status, error } = spawnSync(
    findPython() ?? 'python3',
    ['-m', 'torch.distributed.run', ...place, ...logs, file, '--json'],
    { encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1' } },
  );
  rmSync(folder, { recursive: true });
  if (error) throw error;
  return { output: stdout, complaint: stderr, exitCode: status };
}
