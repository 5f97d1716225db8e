import wasmUrl from 'minifactory-wasm.wasm?url';
import { loadEngine } from '../../web/engine/load';
import { ledgerEngine } from '../../web/ledger/wasm-engine';
import { describeLedger } from './ledger.contract';

if (typeof window === 'undefined') {
  const { readEngine } = await import('./node-worker');
  describeLedger(async () => ledgerEngine(await readEngine()));
} else {
  describeLedger(async () => ledgerEngine(await loadEngine({ wasmUrl })));
}
