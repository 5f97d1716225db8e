/**
 * Tables that are computed from a seed, a size and an amount of noise, with the same bits in every engine: two features
 * x1 and x2 (a line has x1 only), and a target. The shapes of two clouds, circle, exclusive-or, two spirals, plane and
 * Gaussian bumps are those of TensorFlow Playground (playground.tensorflow.org, dataset.ts); the code is ours.
 */
import { categoryColumn } from '../change-column';
import { makeTable, type Table } from '../table';
import { TableError } from '../table-error';
import { cosine, sine } from './arithmetic';
import { Random } from './random';

export interface GeneratedOptions {
  /** An integer from 0 to 2³² − 1. */
  readonly seed: number;
  /** The number of rows, from `GENERATED_LIMITS.leastRows` to `mostRows`. */
  readonly rows: number;
  /** From 0 (none) to 0.5. */
  readonly noise: number;
}

export const GENERATED_LIMITS = { leastRows: 10, mostRows: 10_000, mostNoise: 0.5 } as const;

type Point<Target> = readonly [x1: number, x2: number, target: Target];

/** One point; `share` runs from 0 to 1 over the rows of a class, or over all rows of a regression. */
type Draw<Target> = (random: Random, noise: number, share: number) => Point<Target>;

interface Shape {
  readonly title: string;
  readonly meaning: string;
  readonly target: string;
}

interface RegressionShape extends Shape {
  readonly features: 1 | 2;
  readonly draw: Draw<number>;
}

interface ClassShape extends Shape {
  /** One for each part of the rows, all of the same size if the rows can be divided evenly. */
  readonly draws: readonly Draw<string>[];
}

const A = 'blue';
const B = 'orange';
const C = 'green';

const clamped = (value: number) => Math.min(Math.max(value, 0), 1);
const distance = (x: number, y: number) => Math.sqrt(x * x + y * y);

/** A cloud of normal numbers; `variance` says how wide it is at this noise. */
const cloud =
  (x: number, y: number, label: string, variance: (noise: number) => number): Draw<string> =>
  (random, noise) => {
    const deviation = Math.sqrt(variance(noise));
    return [x + deviation * random.normal(), y + deviation * random.normal(), label];
  };

/** From `from` to `to` away from the centre. The label follows from the place with noise, the point has none. */
const ring =
  (from: number, to: number): Draw<string> =>
  (random, noise) => {
    const radius = random.between(from, to);
    const angle = random.between(0, 2 * Math.PI);
    const [x, y] = [radius * sine(angle), radius * cosine(angle)];
    const [dx, dy] = [random.between(-5, 5) * noise, random.between(-5, 5) * noise];
    return [x, y, distance(x + dx, y + dy) < 2.5 ? A : B];
  };

/** A gap of 0.6 along the axes keeps the four squares apart. */
const checkerboard: Draw<string> = (random, noise) => {
  const coordinate = () => {
    const value = random.between(-5, 5);
    return value + (value > 0 ? 0.3 : -0.3);
  };
  const [x, y] = [coordinate(), coordinate()];
  const [dx, dy] = [random.between(-5, 5) * noise, random.between(-5, 5) * noise];
  return [x, y, (x + dx) * (y + dy) >= 0 ? A : B];
};

/** One arm: 1.75 turns from the centre to a radius of 5. */
const arm =
  (start: number, label: string): Draw<string> =>
  (random, noise, share) => {
    const angle = 1.75 * share * 2 * Math.PI + start;
    const x = share * 5 * sine(angle) + random.between(-1, 1) * noise;
    const y = share * 5 * cosine(angle) + random.between(-1, 1) * noise;
    return [x, y, label];
  };

const BUMPS = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
] as const;

/** The height of the bump that is highest or deepest at a place: ±1 at its centre, 0 from a distance of 2 on. */
function bumpHeight(x: number, y: number): number {
  let height = 0;
  for (const [centreX, centreY, sign] of BUMPS) {
    const own = sign * clamped(1 - distance(x - centreX, y - centreY) / 2);
    if (Math.abs(own) > Math.abs(height)) height = own;
  }
  return height;
}

/** A height over the square from −6 to 6; the noise moves the place whose height is taken. */
const surface =
  (height: (x: number, y: number) => number): Draw<number> =>
  (random, noise) => {
    const [x, y] = [random.between(-6, 6), random.between(-6, 6)];
    const [dx, dy] = [random.between(-6, 6) * noise, random.between(-6, 6) * noise];
    return [x, y, height(x + dx, y + dy)];
  };

const REGRESSIONS = {
  line: {
    title: 'A line',
    meaning: '2·x1 + 1, plus normal noise.',
    target: 'y',
    features: 1,
    draw: (random, noise) => {
      const x = random.between(-5, 5);
      return [x, 0, 2 * x + 1 + 5 * noise * random.normal()];
    },
  },
  plane: {
    title: 'A plane',
    meaning: '(x1 + x2)/10, taken at a place that noise has moved.',
    target: 'y',
    features: 2,
    draw: surface((x, y) => (x + y) / 10),
  },
  'gaussian-bumps': {
    title: 'Gaussian bumps',
    meaning: 'Height of six bumps, three up and three down, taken at a place that noise has moved.',
    target: 'y',
    features: 2,
    draw: surface(bumpHeight),
  },
} as const satisfies Readonly<Record<string, RegressionShape>>;

const cloudVariance = (noise: number) => 0.5 + 7 * noise;

const CLASSES = {
  'two-clouds': {
    title: 'Two clouds',
    meaning: 'The cloud that the point belongs to.',
    target: 'class',
    draws: [cloud(2, 2, A, cloudVariance), cloud(-2, -2, B, cloudVariance)],
  },
  circle: {
    title: 'Circle',
    meaning: 'Blue inside, orange outside.',
    target: 'class',
    draws: [ring(0, 2.5), ring(3.5, 5)],
  },
  'exclusive-or': {
    title: 'Exclusive-or',
    meaning: 'Blue where x1 and x2 have the same sign.',
    target: 'class',
    draws: [checkerboard],
  },
  'two-spirals': {
    title: 'Two spirals',
    meaning: 'The arm that the point belongs to.',
    target: 'class',
    draws: [arm(0, A), arm(Math.PI, B)],
  },
  'three-blobs': {
    title: 'Three blobs',
    meaning: 'The blob that the point belongs to.',
    target: 'class',
    draws: [cloud(0, 3, A, cloudVariance), cloud(-3, -2, B, cloudVariance), cloud(3, -2, C, cloudVariance)],
  },
} as const satisfies Readonly<Record<string, ClassShape>>;

export type GeneratedId = keyof typeof REGRESSIONS | keyof typeof CLASSES;

export const GENERATED_IDS: readonly GeneratedId[] = [
  ...(Object.keys(REGRESSIONS) as (keyof typeof REGRESSIONS)[]),
  ...(Object.keys(CLASSES) as (keyof typeof CLASSES)[]),
];

function check({ seed, rows, noise }: GeneratedOptions): void {
  const { leastRows, mostRows, mostNoise } = GENERATED_LIMITS;
  const isWhole = (value: number, from: number, to: number) => Number.isInteger(value) && value >= from && value <= to;
  if (!isWhole(rows, leastRows, mostRows)) {
    throw new TableError('BAD_TABLE', `The number of rows must be a whole number from ${leastRows} to ${mostRows}.`);
  }
  if (!isWhole(seed, 0, 2 ** 32 - 1)) {
    throw new TableError('BAD_TABLE', 'The seed must be a whole number from 0 to 4294967295.');
  }
  if (!(noise >= 0 && noise <= mostNoise)) {
    throw new TableError('BAD_TABLE', `The noise must be a number from 0 to ${mostNoise}.`);
  }
}

/** The points of several parts, one part after the other; the first ones have a row more if they cannot be even. */
function pointsOf<Target>(draws: readonly Draw<Target>[], { seed, rows, noise }: GeneratedOptions): Point<Target>[] {
  const random = new Random(seed);
  return draws.flatMap((draw, part) => {
    const length = Math.floor(rows / draws.length) + (part < rows % draws.length ? 1 : 0);
    return Array.from({ length }, (_, index) => draw(random, noise, index / length));
  });
}

const isRegression = (id: GeneratedId): id is keyof typeof REGRESSIONS => Object.hasOwn(REGRESSIONS, id);

/** The table. Error BAD_TABLE if an option is out of its bounds. */
export function generatedTable(id: GeneratedId, options: GeneratedOptions): Table {
  check(options);
  const shape: RegressionShape | ClassShape = isRegression(id) ? REGRESSIONS[id] : CLASSES[id];
  const points: readonly Point<number | string>[] =
    'draw' in shape ? pointsOf([shape.draw], options) : pointsOf(shape.draws, options);
  const described = { name: shape.target, meaning: shape.meaning, unit: '' };
  const feature = (index: 0 | 1) => ({
    type: 'number' as const,
    name: `x${index + 1}`,
    meaning: index === 0 ? 'First coordinate of the point.' : 'Second coordinate of the point.',
    unit: '',
    values: Float64Array.from(points, (point) => point[index]),
  });
  const target = isRegression(id)
    ? { ...described, type: 'number' as const, values: Float64Array.from(points, ([, , value]) => Number(value)) }
    : categoryColumn(
        described,
        points.map(([, , label]) => String(label)),
      );
  const hasOneFeature = 'features' in shape && shape.features === 1;
  return makeTable({
    id,
    title: shape.title,
    target: shape.target,
    source: `Computed from seed ${options.seed}: ${options.rows} rows with noise ${options.noise}.`,
    licence: 'Free to use: the numbers are computed',
    columns: [feature(0), ...(hasOneFeature ? [] : [feature(1)]), target],
  });
}
