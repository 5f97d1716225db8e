import wasmUrl from 'minifactory-wasm.wasm?url';
import { loadEngine } from '../../web/engine/load';
import { describeEngine } from './engine.contract';

if (typeof window === 'undefined') {
  const { readEngine } = await import('./node-worker');
  describeEngine('in WebAssembly, in Node', readEngine, 'same bits');
} else {
  describeEngine('in WebAssembly, in a browser', () => loadEngine({ wasmUrl }), 'same bits');
}
