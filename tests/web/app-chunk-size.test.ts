import { expect, it } from 'vitest';
import { ChunkSize } from '../../web/app/session/chunk-size';

it('a chunk at most doubles while calls are short, and shrinks immediately when they are long', () => {
  const chunk = new ChunkSize(0);
  expect(chunk.size).toBe(4);
  chunk.observe(1);
  expect(chunk.size).toBe(8);
  chunk.observe(41);
  expect(chunk.size).toBe(8);
  chunk.observe(201);
  expect(chunk.size).toBe(2);
  chunk.observe(10_000);
  expect(chunk.size).toBe(1);
});
