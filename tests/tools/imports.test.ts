import { describe, expect, it } from 'vitest';
import { findCycles, findViolations, ORDER } from '../../scripts/lib/imports.mjs';

const violations = (path: string, source: string) => findViolations(new Map([[path, source]]));

describe('the import rule', () => {
  it('lets a folder import from itself, from those before it, and from packages', () => {
    const source = "import { a } from './a'; import type { B } from '../recipe/b'; import { html } from 'lit';";
    expect(violations('web/state/x.ts', source)).toEqual([]);
  });

  it.each([
    ['a value', "import { c } from '../views/c';"],
    ['a type', "import type { C } from '../views/c';"],
    ['a re-export', "export { c } from '../views/c';"],
    ['everything', "export * from '../views/c';"],
    ['a lazy import', "const later = () => import('../views/c');"],
    ['an inline type', "let c: import('../views/c').C;"],
    ['a worker', "new Worker(new URL('../views/c.ts', import.meta.url));"],
  ])('catches an import from a later folder: %s', (_, source) => {
    expect(violations('web/recipe/x.ts', source)).toEqual([
      expect.stringMatching(/^web\/recipe\/x\.ts: web\/recipe comes before web\/views/),
    ]);
  });

  it('catches every pair that is the wrong way round', () => {
    const web = ORDER.filter((folder) => folder.startsWith('web/'));
    for (const [low, lower] of web.entries()) {
      for (const [high, higher] of web.entries()) {
        const source = `import '../${higher.slice('web/'.length)}/x';`;
        expect(violations(`${lower}/a.ts`, source)).toHaveLength(high > low ? 1 : 0);
      }
    }
  });

  it('keeps the core free of Emscripten and of the bindings', () => {
    expect(violations('wasm/core/a.cpp', '#include <emscripten/bind.h>')).toHaveLength(1);
    expect(violations('wasm/core/a.cpp', '#include <emscripten.h>')).toHaveLength(1);
    expect(violations('wasm/core/a.cpp', '#include "../bindings/b.hpp"')).toHaveLength(1);
    expect(violations('wasm/core/a.cpp', '#include "eigen.hpp"\n#include <vector>')).toEqual([]);
    expect(violations('wasm/bindings/a.cpp', '#include <emscripten/bind.h>\n#include "../core/error.hpp"')).toEqual([]);
  });

  it('orders the folders of the core too', () => {
    const source = '#include "layers/layer.hpp"\n#include "error.hpp"\n#include <Eigen/Core>';
    expect(violations('wasm/core/training/a.cpp', source)).toEqual([]);
    expect(violations('wasm/core/layers/a.cpp', source)).toEqual([]);
    expect(violations('wasm/core/operations/a.cpp', source)).toEqual([
      expect.stringMatching(/wasm\/core\/operations comes before wasm\/core\/layers/),
    ]);
    expect(violations('wasm/core/a.cpp', source)).toHaveLength(1);
    expect(violations('wasm/bindings/a.cpp', source)).toEqual([]);
  });

  it('wants a place for every new folder', () => {
    expect(violations('web/surprise/a.ts', '')).toHaveLength(1);
    expect(violations('web/state/a.ts', "import '../surprise/b';")).toHaveLength(1);
    expect(violations('web/main.ts', "import './views/b';")).toEqual([]);
  });

  it('refuses a file it cannot read as a module', () => {
    expect(() => violations('web/state/a.ts', 'import {')).toThrow('web/state/a.ts');
  });
});

describe('import cycles', () => {
  const cycles = (files: Readonly<Record<string, string>>) => findCycles(new Map(Object.entries(files)));

  it('finds none if files import one after the other, or the same file twice', () => {
    const files = {
      'web/state/a.ts': "import { b } from './b'; import { c } from './c';",
      'web/state/b.ts': "import type { C } from './c';",
      'web/state/c.ts': "import { html } from 'lit';",
    };
    expect(cycles(files)).toEqual([]);
  });

  it('prints the whole cycle, and only that', () => {
    const files = {
      'web/views/entry.ts': "import '../state/a';",
      'web/state/a.ts': "import { b } from './b';",
      'web/state/b.ts': "import { c } from './run/c';",
      'web/state/run/c.ts': "import { b } from '../b';",
    };
    expect(cycles(files)).toEqual(['Import cycle: web/state/b.ts → web/state/run/c.ts → web/state/b.ts.']);
  });

  it.each([
    ['types', "import type { A } from './a';"],
    ['an inline type', "let a: import('./a').A;"],
    ['a lazy import', "const later = () => import('./a');"],
    ['a re-export', "export * from './a';"],
    ['a file with its ending', "import './a.ts';"],
    ['a file with a query', "import text from './a.ts?raw';"],
  ])('finds a cycle by %s', (_, back) => {
    expect(cycles({ 'web/state/a.ts': "import { b } from './b';", 'web/state/b.ts': back })).toHaveLength(1);
  });

  it('finds a file that imports itself, and every separate cycle', () => {
    const files = {
      'web/state/a.ts': "import { a } from './a';",
      'web/state/b.ts': "import { c } from './c';",
      'web/state/c.js': "import { b } from './b';",
    };
    expect(cycles(files)).toHaveLength(2);
  });

  it('leaves C++ headers alone', () => {
    expect(cycles({ 'wasm/core/a.hpp': '#include "b.hpp"', 'wasm/core/b.hpp': '#include "a.hpp"' })).toEqual([]);
  });
});
