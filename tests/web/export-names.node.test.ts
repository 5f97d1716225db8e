/**
 * Names stay data: whatever a recipe, its columns and its data set are called, every program runs to the same numbers and
 * every file is read back.
 */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import { elementSnippet, frameSnippet, sandboxOf } from '../../web/embed/builder/snippets';
import { CurveRecorder } from '../../web/engine/curve';
import { historyCsv, predictionsCsv } from '../../web/export/csv';
import { modelJson } from '../../web/export/model-json';
import { numpyScript } from '../../web/export/numpy-script';
import { onnxModel } from '../../web/export/onnx/onnx-model';
import { pytorchScript } from '../../web/export/pytorch-script';
import { pytorchSketch } from '../../web/export/pytorch-sketch';
import { readModel } from '../../web/export/read-model';
import { trainedModel } from '../../web/export/trained-model';
import { testPredictions } from '../../web/library/train-result';
import { trainToEnd } from '../../web/library/train-to-end';
import { linkOf, readLink } from '../../web/recipe/link';
import { parseRecipeText } from '../../web/recipe/parse';
import type { Recipe } from '../../web/recipe/schema';
import { serialiseRecipe } from '../../web/recipe/serialise';
import { launchPage } from '../../web/scorm/launch-page';
import { manifest } from '../../web/scorm/manifest';
import { cmi5Course, tincan } from '../../web/scorm/xapi/course';
import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE } from '../engine/small-run';
import { metadataOf, predicted, rawFeatures } from './export-onnx';
import { expectSameRun, python, resultOf } from './export-python';
import { runPrograms } from './export-pytorch';
import { HOSTILE_NAMES } from './hostile-names';

const engine = await readEngine();
const TIMEOUT = 300_000;

const PLAIN = smallRecipe({ training: { stopAfter: { count: 2, unit: 'epochs' } } });

/** The small table and a recipe for it, with this name everywhere. */
function named(name: string): { recipe: Recipe; dataset: Dataset } {
  const called = (column: string) => `${name}${column}`;
  const dataset = {
    ...TABLE,
    title: name,
    source: name,
    warning: name,
    columns: TABLE.columns.map((column) => ({ name: called(column.name), meaning: name, unit: name })),
  };
  const { features, target } = PLAIN.data;
  const data = { ...PLAIN.data, features: features.map(called), target: called(target) };
  return { recipe: { ...PLAIN, name, data }, dataset };
}

const distributedScript = (recipe: Recipe, dataset: Dataset) => pytorchScript(recipe, dataset, { distributed: true });

const CASES = HOSTILE_NAMES.map((name) => ({ name, ...named(name) }));
const EXPECTED = trainToEnd(engine, PLAIN, TABLE);

/** As a file holds it. */
const written = (text: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** Trained for an epoch, with a curve. */
function trained({ recipe, dataset }: { recipe: Recipe; dataset: Dataset }) {
  const run = engine.createRun(recipe, dataset);
  const curve = new CurveRecorder(run, recipe);
  curve.trainBatches(Number.MAX_SAFE_INTEGER);
  const features = rawFeatures(recipe, dataset);
  const seen = {
    model: trainedModel(
      {
        recipe,
        progress: run.progress(),
        parameters: run.parameters(),
        trainingRows: run.rows('training'),
      },
      dataset,
    ),
    features,
    predictions: run.predict(features),
    rows: testPredictions(run),
    points: curve.points,
    parameters: run.parameters(),
  };
  run.dispose();
  return seen;
}

it('the names are 200, all different, and fit into a recipe', () => {
  expect(new Set(HOSTILE_NAMES).size).toBe(200);
  expect(HOSTILE_NAMES.filter((name) => name.length > 80)).toEqual([]);
});

describe('with hostile names', () => {
  it.each([
    ['NumPy', numpyScript],
    ['PyTorch', pytorchScript],
    ['distributed PyTorch', distributedScript],
  ] as const)(
    'the %s program trains to the same numbers, without a warning',
    (_language, program) => {
      const finished = runPrograms(CASES.map(({ recipe, dataset }) => written(program(recipe, dataset))));
      for (const [place, each] of finished.entries()) {
        const { result } = resultOf(each);
        expect(() => expectSameRun(result, EXPECTED), JSON.stringify(HOSTILE_NAMES[place])).not.toThrow();
      }
    },
    TIMEOUT,
  );

  it(
    'the programs are valid Python that names the columns as they are called',
    () => {
      const checker = `
import ast, json, sys

def strings(program):
    return [node.value for node in ast.walk(ast.parse(program)) if isinstance(node, ast.Constant)]

for case in json.load(sys.stdin):
    held = strings(case["program"])
    assert all(name in held for name in case["names"]), case
    compile(case["sketch"], "sketch.py", "exec")
`;
      const cases = CASES.map(({ recipe, dataset }) => ({
        program: written(numpyScript(recipe, dataset)),
        sketch: written(pytorchSketch(recipe)),
        names: [...recipe.data.features, recipe.data.target],
      }));
      const { complaint, exitCode } = python(['-c', checker], JSON.stringify(cases));
      expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
    },
    TIMEOUT,
  );

  it('a CSV file holds only its own names and numbers', () => {
    for (const each of CASES) {
      const { rows, points } = trained(each);
      for (const [text, columns] of [
        [historyCsv(points), ['epoch', 'batch', 'training_loss', 'validation_loss', 'test_loss']],
        [predictionsCsv(rows), ['row', 'actual', 'predicted']],
      ] as const) {
        const { data, errors } = Papa.parse<string[]>(text.trimEnd());
        expect(errors).toEqual([]);
        expect(data[0]).toEqual(columns);
        // A cell that begins with -, + or = would be a formula to a spreadsheet, unless it is a number.
        const cells = data.slice(1).flat();
        expect(cells.filter((cell) => cell !== '' && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell))).toEqual([]);
      }
    }
  });

  it('a recipe, a link and a model read back as they were', async () => {
    for (const { name, recipe, dataset } of CASES) {
      // The name alone: the columns are checked against the data sets of the page.
      const own: Recipe = {
        ...PLAIN,
        data: { source: 'boston', features: ['CRIM', 'ZN', 'INDUS'], target: 'MEDV' },
        name,
      };
      const opened = parseRecipeText(written(serialiseRecipe(own)));
      expect(opened.ok && opened.recipe, JSON.stringify(name)).toEqual(own);
      const link = await readLink(await linkOf({ recipe: own, parameters: null }));
      expect(link, JSON.stringify(name)).toMatchObject({ ok: true, shared: { recipe: { name } } });

      const { model, parameters } = trained({ recipe, dataset });
      const text = written(modelJson(model));
      expect(JSON.parse(text).target, JSON.stringify(name)).toBe(recipe.data.target);
      const read = readModel(written(modelJson({ ...model, recipe: own })));
      expect(read, JSON.stringify(name)).toEqual({ ok: true, shared: { recipe: own, parameters } });
    }
  });

  it(
    'an ONNX model predicts the same, and names the columns as they are called',
    async () => {
      for (const each of CASES) {
        const { model, features, predictions } = trained(each);
        const bytes = onnxModel(model, each.dataset, 'float64');
        const numbers = await predicted(bytes, features, 'float64');
        numbers.forEach((number, row) => {
          expect(number).toBeCloseTo(predictions[row] as number, 10);
        });
        const { data } = each.recipe;
        const metadata = metadataOf(bytes);
        expect(metadata).toMatchObject({ name: written(each.name), target: written(data.target) });
        expect(JSON.parse(metadata.features ?? '')).toEqual(data.features);
      }
    },
    TIMEOUT,
  );
});

/** Reads HTML with Python's own parser: each document as a list of [tag, attributes] and the text of its title. */
const HTML_READER = `
import html.parser, json, sys

class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.texts = [], {}
    def handle_starttag(self, tag, attributes):
        self.tags.append([tag, dict(attributes)])
    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
    def handle_data(self, text):
        tag = self.tags[-1][0] if self.tags else ""
        self.texts[tag] = self.texts.get(tag, "") + text

def read(document):
    reader = Reader()
    reader.feed(document)
    reader.close()
    return {"tags": reader.tags, "texts": reader.texts}

print(json.dumps([read(document) for document in json.load(sys.stdin)]))
`;

interface ReadHtml {
  readonly tags: readonly (readonly [string, Readonly<Record<string, string | null>>])[];
  readonly texts: Readonly<Record<string, string>>;
}

function readHtml(documents: readonly string[]): readonly ReadHtml[] {
  const { output, complaint } = python(['-c', HTML_READER], JSON.stringify(documents.map(written)));
  expect(complaint).toBe('');
  return JSON.parse(output);
}

/** What XML and HTML can hold of a text: no control characters, no lone surrogates. */
const holdable = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('with hostile titles', () => {
  it('a manifest of SCORM is XML that says the title', () => {
    for (const title of HOSTILE_NAMES) {
      const { root } = parseXml(written(manifest({ identifier: 'a', title, files: ['launch.html'] })));
      const titles = (root as XmlElement).children
        .flatMap((each) => ('children' in each ? (each as XmlElement).children : []))
        .flatMap((each) => ('children' in each ? (each as XmlElement).children : []))
        .filter((each) => 'name' in each && (each as XmlElement).name === 'title');
      expect(
        titles.map((each) => oneLine((each as XmlElement).text)),
        JSON.stringify(title),
      ).toEqual([oneLine(holdable(title))]);
    }
  });

  it.each([
    ['cmi5', cmi5Course],
    ['xAPI', tincan],
  ])('the description of a package of %s is XML that says the title', (_, description) => {
    for (const title of HOSTILE_NAMES) {
      const xml = description({ title, content: title, page: 'launch.html', completes: 'goal' });
      const { root } = parseXml(written(xml));
      expect(oneLine((root as XmlElement).text), JSON.stringify(title)).toContain(oneLine(holdable(title)));
    }
  });

  it('the launched page says the title, has no other elements, and hands over the options', () => {
    const page = (title: string) => launchPage({ title, options: new Map([['goal', title]]), completes: 'opening' });
    const [plain, ...pages] = readHtml([page('plain'), ...HOSTILE_NAMES.map(page)]);
    const tagsOf = ({ tags }: ReadHtml) => tags.map(([tag]) => tag);
    for (const [place, read] of pages.entries()) {
      const title = HOSTILE_NAMES[place] as string;
      expect(tagsOf(read), JSON.stringify(title)).toEqual(tagsOf(plain as ReadHtml));
      expect(oneLine(read.texts.title ?? ''), JSON.stringify(title)).toBe(oneLine(holdable(title)));
      const element = read.tags.find(([tag]) => tag === 'mini-factory');
      expect(element?.[1], JSON.stringify(title)).toEqual({ goal: holdable(title) });
    }
  });

  it('the HTML to copy has no other elements, and the attributes are the texts', () => {
    const frames = HOSTILE_NAMES.map((title) =>
      frameSnippet({ address: title, title, width: title, height: 400, sandbox: sandboxOf(false) }),
    );
    for (const [place, { tags }] of readHtml(frames).entries()) {
      const title = holdable(HOSTILE_NAMES[place] as string);
      expect(tags.map(([tag]) => tag)).toEqual(['iframe']);
      expect(tags[0]?.[1], JSON.stringify(title)).toMatchObject({ src: title, title, width: title });
    }
    const elements = HOSTILE_NAMES.map((text) => elementSnippet(text, new Map([['goal', text]])));
    for (const [place, { tags }] of readHtml(elements).entries()) {
      const text = holdable(HOSTILE_NAMES[place] as string);
      expect(tags.map(([tag]) => tag)).toEqual(['script', 'mini-factory']);
      expect(tags[0]?.[1], JSON.stringify(text)).toMatchObject({ src: text });
      expect(tags[1]?.[1], JSON.stringify(text)).toEqual({ goal: text });
    }
  });
});
