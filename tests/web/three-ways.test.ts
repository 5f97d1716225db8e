/** Names, shapes and numbers in formulas; the formulas, terms and programs of a whole network; the pictures. */
import { describe, expect, it } from 'vitest';
import { datasetNamed } from '../../web/datasets/datasets';
import { listingText } from '../../web/diagrams/explained/code-listing';
import { liveShape, liveTerm } from '../../web/diagrams/explained/live-terms';
import { networkExplanation } from '../../web/diagrams/explained/network/explanation';
import { networkFormulas } from '../../web/diagrams/explained/network/formulas';
import { layOutTerms } from '../../web/diagrams/explained/picture/layout';
import { matrixMathml, nameMathml } from '../../web/diagrams/explained/term-mathml';
import { holds, type TermPicture } from '../../web/explanations/explanation';
import { explanationIds, loadExplanation } from '../../web/explanations/explanations';
import { numpyScript } from '../../web/export/numpy-script';
import { pytorchSketch } from '../../web/export/pytorch-sketch';
import { presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';
import { networkOf, recipeOf } from './network-fixture';

const ELEMENT = /<m[ion][^>]*>[^<]*<\/m[ion]>|<msub>.*?<\/msub>|<mrow>(?:(?!<mrow>).)*?<\/mrow>/.source;

/** A formula as text: fractions with a slash, exponents and indices as they come. */
const text = (mathml: string): string =>
  mathml
    .replace(new RegExp(`<mfrac>(${ELEMENT})`, 'g'), '$1/')
    .replace(/<[^>]*>/g, '')
    .replaceAll('⋅', '·')
    .replaceAll('\u2061', '');

const lines = (recipe: Recipe) =>
  networkFormulas(recipe, networkOf(recipe).operations).map(({ mathml }) => text(mathml));

describe('names and numbers in a formula', () => {
  it('writes an index below its letter, a derivative as a fraction, a mark beside', () => {
    expect(nameMathml('X')).toBe('<mi>X</mi>');
    expect(nameMathml('W12')).toBe('<msub><mi>W</mi><mn>12</mn></msub>');
    expect(nameMathml('∂L/∂W1')).toBe(
      '<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><msub><mi>W</mi><mn>1</mn></msub></mrow></mfrac>',
    );
    expect(nameMathml('B1′')).toContain('<mo lspace="0" rspace="0">′</mo>');
  });

  const cells = (rows: number, columns: number) => {
    const values = Float64Array.from({ length: rows * columns }, (_, i) => i + 0.5);
    const table = matrixMathml({ rows, columns, values });
    return [...table.matchAll(/<mtr>(.*?)<\/mtr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<mtd>(.*?)<\/mtd>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
    );
  };

  it('writes a small matrix completely', () => {
    expect(cells(2, 3)).toEqual([
      ['0.5000', '1.500', '2.500'],
      ['3.500', '4.500', '5.500'],
    ]);
  });

  it('writes the corners of a large one, with dots between', () => {
    expect(cells(32, 13)).toEqual([
      ['0.5000', '⋯', '12.50'],
      ['⋮', '⋱', '⋮'],
      ['403.5', '⋯', '415.5'],
    ]);
    expect(cells(4, 1)).toEqual([['0.5000'], ['⋮'], ['3.500']]);
    expect(cells(1, 4)).toEqual([['0.5000', '⋯', '3.500']]);
  });

  it('finds a term by its id before it looks at its array', () => {
    const matrix = { rows: 2, columns: 3, values: new Float64Array(6) };
    const live = new Map([
      ['parameter', { name: 'W1', value: matrix }],
      ['bias', { name: 'B1', value: 7 }],
    ]);
    expect(liveTerm(live, { id: 'weights', array: 'parameter' })?.name).toBe('W1');
    expect(liveTerm(live, { id: 'bias', array: 'parameter' })?.name).toBe('B1');
    expect(liveTerm(live, { id: 'other', array: null })).toBeUndefined();
    expect(liveShape(live.get('parameter'))).toBe('(2, 3)');
    expect(liveShape(live.get('bias'))).toBe('');
  });
});

describe('the formulas of a network', () => {
  it('go forward, back and on to the update, line by line', () => {
    const recipe = recipeOf({
      data: { features: ['RM'] },
      layers: [
        { units: 2, activation: 'sigmoid' },
        { units: 1, activation: 'linear' },
      ],
    });
    expect(lines(recipe)).toEqual([
      'M1=X·W1',
      'N1=M1+B1',
      'O1=1/1+e−N1',
      'M2=O1·W2',
      'N2=M2+B2',
      'P=N2',
      'L=1/n∑i(Pi−yi)2',
      '∂L/∂P=2/n(P−y)',
      '∂L/∂N2=∂L/∂P',
      '∂L/∂M2=∂L/∂N2',
      '∂L/∂B2=∑rows∂L/∂N2',
      '∂L/∂O1=∂L/∂M2·W2T',
      '∂L/∂W2=O1T·∂L/∂M2',
      '∂L/∂N1=∂L/∂O1∘O1∘(1−O1)',
      '∂L/∂M1=∂L/∂N1',
      '∂L/∂B1=∑rows∂L/∂N1',
      '∂L/∂X=∂L/∂M1·W1T',
      '∂L/∂W1=XT·∂L/∂M1',
      'W1′=W1−η·∂L/∂W1',
      'B1′=B1−η·∂L/∂B1',
      'W2′=W2−η·∂L/∂W2',
      'B2′=B2−η·∂L/∂B2',
    ]);
  });

  it.each([
    ['tanh', 'O1=tanhN1', '∂L/∂N1=∂L/∂O1∘(1−O12)'],
    ['relu', 'O1=max(N1,0)', '∂L/∂N1={∂L/∂O1N1&gt;00N1≤0'],
    ['leaky-relu', 'O1=max(0.2N1,N1)', '∂L/∂N1={∂L/∂O1N1&gt;00.2∂L/∂O1N1≤0'],
    ['linear', 'O1=N1', '∂L/∂N1=∂L/∂O1'],
  ] as const)('have the slope of %s', (activation, forward, backward) => {
    const found = lines(
      recipeOf({
        layers: [
          { units: 3, activation },
          { units: 1, activation: 'linear' },
        ],
      }),
    );
    expect(found).toContain(forward);
    expect(found).toContain(backward);
  });

  it.each([
    ['mean', '∂L/∂P=2/n(P−y)'],
    ['sum', '∂L/∂P=2(P−y)'],
    ['half-sum', '∂L/∂P=P−y'],
  ] as const)('have the recipe’s gradient of the loss: %s', (gradient, line) => {
    expect(lines(recipeOf({ loss: { gradient } }))).toContain(line);
  });

  it('name the bug of chapter 2', () => {
    const { recipe } = presetNamed('chapter-2-network') as { recipe: Recipe };
    expect(lines(recipe)).toContain('∂L/∂B1=∑rows∑units∂L/∂N1');
  });
});

describe('the formulas of a subject', () => {
  it.each([
    ['bias-add', [{}, { quirks: { summedBiasGradient: true } }]],
    [
      'mean-squared-error',
      [{ loss: { gradient: 'mean' } }, { loss: { gradient: 'sum' } }, { loss: { gradient: 'half-sum' } }],
    ],
  ] as const)('of %s: each recipe has one of its own among those with a condition', async (id, inputs) => {
    const { formulas } = await loadExplanation(id);
    const conditional = formulas.filter(({ when }) => when !== null);
    const chosen = inputs.map((input) => {
      const { quirks, loss } = recipeOf(input);
      return conditional.filter(({ when }) => holds(when, { ...quirks, ...loss })).map(({ label }) => label);
    });
    expect(chosen.every(({ length }) => length === 1)).toBe(true);
    expect(new Set(chosen.flat()).size).toBe(inputs.length);
    expect(conditional).toHaveLength(inputs.length);
  });
});

describe('a whole network', async () => {
  const general = await loadExplanation('neural-network');
  const { recipe } = presetNamed('chapter-3-two-hidden') as { recipe: Recipe };
  const dataset = datasetNamed(recipe.data.source);
  const explanation = networkExplanation(recipe, dataset, networkOf(recipe).operations, general);
  const ids = explanation.terms.map(({ id }) => id);
  const listing = (language: string) => {
    const found = explanation.listings.find((one) => one.language === language);
    if (found === undefined) throw new Error(`There is no ${language}.`);
    return found;
  };
  const tokensOf = (language: string, term: string) =>
    explanation.listings
      .filter((one) => one.language === language)
      .flatMap(({ lines: all }) => all.flat())
      .filter((token) => token.term === term)
      .map(({ text: written }) => written);

  it('has its programs to the last character', () => {
    expect(listingText(listing('numpy'))).toBe(numpyScript(recipe, dataset));
    expect(listingText(listing('pytorch'))).toBe(pytorchSketch(recipe));
    expect(listing('cpp').source?.file).toBe('wasm/core/layers/neural_network.cpp');
  });

  it('has no term twice, and every term of a formula or a listing among its terms', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const used = [
      ...explanation.formulas.flatMap(({ mathml }) =>
        [...mathml.matchAll(/class="term-([^"]*)"/g)].map(([, id]) => id),
      ),
      ...explanation.listings.flatMap(({ lines: all }) => all.flat().flatMap(({ term }) => term ?? [])),
    ];
    expect(new Set(used.filter((id) => !ids.includes(id ?? '')))).toEqual(new Set());
    expect(ids.filter((id) => !used.includes(id))).toEqual([]);
  });

  it('finds a layer’s sums, weights and activation in the line that makes it', () => {
    expect(tokensOf('numpy', 'N2')).toEqual(['dense']);
    expect(tokensOf('numpy', 'O2')).toEqual(['Sigmoid()']);
    expect(tokensOf('numpy', 'W3').join('')).toBe('13, 1');
    expect(tokensOf('pytorch', 'N3')).toEqual(['nn.Linear']);
    expect(tokensOf('pytorch', 'O1')).toEqual(['nn.Sigmoid()']);
    expect(tokensOf('pytorch', 'W1').join('')).toBe('13, 13');
    expect(tokensOf('cpp', 'X')).toContain('features');
    expect(tokensOf('cpp', 'y')).toContain('targets');
  });
});

describe.each(explanationIds.map(({ id }) => id))('the picture of %s', (id) => {
  it('has edges around its boxes, terms that there are, and nothing over anything else', async () => {
    const explanation = await loadExplanation(id);
    const picture = explanation.picture as TermPicture;
    expect(picture.edges).toHaveLength(picture.boxes.length + 1);
    const ids = new Set(explanation.terms.map((term) => term.id));
    const used = [
      ...picture.edges.flatMap(({ forward, backward }) => [...forward, ...backward]),
      ...picture.boxes.flatMap(({ hanging, gradients }) => [...hanging, ...gradients]),
    ];
    expect(used.filter((term) => !term.id.startsWith('~') && !ids.has(term.id))).toEqual([]);
    expect(picture.boxes.flatMap(({ term }) => (term === null || ids.has(term) ? [] : [term]))).toEqual([]);
    expect(used.length).toBeGreaterThan(1);

    const { boxes, terms, width, height } = layOutTerms(picture, () => 8);
    const tags = terms.flatMap(({ tag }) => tag ?? []);
    const pieces = [...boxes, ...tags].sort((a, b) => a.y - b.y || a.x - b.x);
    for (const [i, piece] of pieces.entries()) {
      expect(piece.x).toBeGreaterThanOrEqual(0);
      expect(piece.x + piece.width).toBeLessThanOrEqual(width);
      expect(piece.y + piece.height).toBeLessThanOrEqual(height);
      const next = pieces[i + 1];
      if (next !== undefined && next.y === piece.y) expect(next.x).toBeGreaterThanOrEqual(piece.x + piece.width);
    }
  });
});
