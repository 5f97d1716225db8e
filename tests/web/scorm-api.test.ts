import { describe, expect, test } from 'vitest';
import { type ApiWindow, findApi } from '../../web/scorm/lms-api';

describe('the platform is found', () => {
  const api = { LMSInitialize: () => 'true', LMSSetValue: () => 'true' };
  const top = (properties: object = {}): ApiWindow => {
    const window: Record<string, unknown> = { opener: null, ...properties };
    window.parent = window;
    return window as unknown as ApiWindow;
  };
  const within = (parent: ApiWindow, depth: number): ApiWindow =>
    depth === 0 ? parent : { parent: within(parent, depth - 1) };

  test.each([0, 1, 7, 12])('%s frames further out', (depth) => {
    expect(findApi(within(top({ API: api }), depth))).toBe(api);
  });

  test('around the window that opened this one', () => {
    expect(findApi(within(top({ opener: within(top({ API: api }), 2) }), 2))).toBe(api);
  });

  test('finds no API if there is none, if the object is something else, or if the outer windows belong to another site', () => {
    expect(findApi(within(top(), 3))).toBeNull();
    expect(findApi(within(top({ API: 'text' }), 3))).toBeNull();
    const foreign = top();
    for (const name of ['API', 'opener']) {
      Object.defineProperty(foreign, name, {
        get: () => {
          throw new DOMException('of another origin', 'SecurityError');
        },
      });
    }
    expect(findApi(within(foreign, 1))).toBeNull();
  });

  test('though frames were to lie in each other without end', () => {
    const endless = { parent: null as ApiWindow | null };
    endless.parent = { parent: endless };
    expect(findApi(endless)).toBeNull();
  });
});
