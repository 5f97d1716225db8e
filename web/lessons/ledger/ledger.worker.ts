/** The ledger's worker: computes every number the course prints, and says each one as it is done. */
import wasmUrl from 'minifactory-wasm.wasm?url';
import entries from '../../../tests/golden/ledger.json';
import { loadEngine } from '../../engine/load';
import { ledgerRows } from '../../ledger/compute';
import { ledgerEngine } from '../../ledger/wasm-engine';
import type { LedgerMessage } from './ledger-messages';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const say = (message: LedgerMessage): void => scope.postMessage(message);

try {
  const engine = ledgerEngine(await loadEngine({ wasmUrl }));
  for await (const { entry, obtained, agrees } of ledgerRows(entries, engine)) {
    say({ kind: 'row', row: { id: entry.id, obtained, agrees } });
  }
  say({ kind: 'done' });
} catch (error) {
  say({ kind: 'failure', sentence: error instanceof Error ? error.message : String(error) });
}
