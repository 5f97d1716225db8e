/**
 * The table of contents of the book: titles of sections and numbers of figures of the chapters covered here. The
 * descriptions of figures are our own words.
 */

export interface BookFigure {
  /** `1-4` */
  readonly id: string;
  readonly shows: string;
}

export interface BookSection {
  /** As in a lesson's `source`: `1 Derivatives`. */
  readonly id: string;
  readonly title: string;
  /** 1 for a section, 2 and 3 for its subsections. */
  readonly level: 1 | 2 | 3;
  readonly figures: readonly BookFigure[];
}

export interface BookChapter {
  /** `Preface`, `1`, `2`, `3`, `A`: the beginning of its sections' ids. */
  readonly id: string;
  readonly title: string;
  readonly sections: readonly BookSection[];
}

type Line = readonly [level: 1 | 2 | 3, title: string, figures?: Readonly<Record<string, string>>];

function chapter(id: string, title: string, lines: readonly Line[]): BookChapter {
  const sections = lines.map(
    ([level, name, figures = {}]): BookSection => ({
      id: `${id} ${name}`,
      title: name,
      level,
      figures: Object.entries(figures).map(([number, shows]) => ({ id: number, shows })),
    }),
  );
  return { id, title, sections };
}

export const CHAPTERS_OF_BOOK: readonly BookChapter[] = [
  chapter('Preface', 'Preface', [
    [1, 'Understanding Neural Networks Requires Multiple Mental Models'],
    [1, 'Chapter Outlines'],
  ]),
  chapter('1', 'Foundations', [
    [1, 'Functions', { '1-1': 'two functions as curves', '1-2': 'two functions as boxes' }],
    [2, 'Code caveat #1: NumPy', { '1-3': 'a two-dimensional array with its axes' }],
    [2, 'Code caveat #2: Type-checked functions'],
    [2, 'Basic functions in NumPy'],
    [1, 'Derivatives', { '1-4': 'a derivative as a slope', '1-5': 'a derivative as strings on a box' }],
    [1, 'Nested Functions', { '1-6': 'two functions in a row', '1-7': 'two functions as one box' }],
    [1, 'The Chain Rule', { '1-8': 'the slopes 3 and −2 in a row', '1-9': 'two chains with their derivatives' }],
    [
      1,
      'A Slightly Longer Example',
      { '1-10': 'the slopes of three functions in a row', '1-11': 'chains of three with their derivatives' },
    ],
    [1, 'Functions with Multiple Inputs', { '1-12': 'two inputs, a sum and a function' }],
    [1, 'Derivatives of Functions with Multiple Inputs', { '1-13': 'the backward pass to both inputs' }],
    [1, 'Functions with Multiple Vector Inputs'],
    [
      1,
      'Creating New Features from Existing Features',
      {
        '1-14': 'a dot product as one box',
        '1-15': 'the products and the sum within',
        '1-16': 'the dot product, drawn another way',
      },
    ],
    [1, 'Derivatives of Functions with Multiple Vector Inputs', { '1-17': 'the backward pass through a product' }],
    [1, 'Vector Functions and Their Derivatives: One Step Further', { '1-18': 'a product followed by a function' }],
    [1, 'Vector Functions and Their Derivatives: The Backward Pass', { '1-19': 'the backward pass through both' }],
    [2, 'Is this right?', { '1-20': 'a gradient check on one input' }],
    [1, 'Computational Graph with Two 2D Matrix Inputs', { '1-21': 'a product, a function and a sum' }],
    [1, 'The Fun Part: The Backward Pass', { '1-22': 'the backward pass through all three' }],
    [
      2,
      'Describing these gradients visually',
      { '1-23': 'the whole computation as one function of one input', '1-24': 'L against one input' },
    ],
    [1, 'Conclusion'],
  ]),
  chapter('2', 'Fundamentals', [
    [1, 'Supervised Learning Overview', { '2-1': 'from a relationship in the data to parameters' }],
    [1, 'Supervised Learning Models'],
    [1, 'Linear Regression'],
    [2, 'Linear Regression: A Diagram', { '2-2': 'a regression as single products and sums' }],
    [3, '“Training” this model'],
    [2, 'Linear Regression: A More Helpful Diagram (and the Math)', { '2-3': 'a regression as a graph' }],
    [2, 'Adding in the Intercept', { '2-4': 'a regression with its bias' }],
    [2, 'Linear Regression: The Code'],
    [1, 'Training the Model'],
    [2, 'Calculating the Gradients: A Diagram', { '2-5': 'the backward pass through a regression' }],
    [2, 'Calculating the Gradients: The Math (and Some Code)'],
    [2, 'Calculating the Gradients: The (Full) Code'],
    [2, 'Using These Gradients to Train the Model'],
    [1, 'Assessing Our Model: Training Set Versus Testing Set'],
    [1, 'Assessing Our Model: The Code', { '2-6': 'predicted and actual prices of the regression' }],
    [
      2,
      'Analyzing the Most Important Feature',
      { '2-7': 'the most important feature and the price', '2-8': 'both, with the line of the regression' },
    ],
    [1, 'Neural Networks from Scratch'],
    [2, 'Step 1: A Bunch of Linear Regressions'],
    [2, 'Step 2: A Nonlinear Function', { '2-9': 'the sigmoid from −5 to 5' }],
    [2, 'Step 3: Another Linear Regression'],
    [2, 'Diagrams', { '2-10': 'the network as a graph' }],
    [3, 'Another diagram?', { '2-11': 'the network as circles and lines' }],
    [2, 'Code'],
    [2, 'Neural Networks: The Backward Pass', { '2-12': 'the derivative of each operation' }],
    [3, 'Math (and code)'],
    [3, 'The overall loss gradient'],
    [1, 'Training and Assessing Our First Neural Network', { '2-13': 'predicted and actual prices of the network' }],
    [2, 'Two Reasons Why This Is Happening', { '2-14': 'the most important feature with the curve of the network' }],
    [1, 'Conclusion'],
  ]),
  chapter('3', 'Deep Learning from Scratch', [
    [1, 'Deep Learning Definition: A First Pass'],
    [
      1,
      'The Building Blocks of Neural Networks: Operations',
      { '3-1': 'an operation with its inputs and outputs', '3-2': 'an operation with a parameter' },
    ],
    [
      1,
      'The Building Blocks of Neural Networks: Layers',
      { '3-3': 'the operations grouped into layers', '3-4': 'the network as layers' },
    ],
    [2, 'Connection to the brain'],
    [1, 'Building Blocks on Building Blocks'],
    [2, 'The Layer Blueprint'],
    [2, 'The Dense Layer'],
    [1, 'The NeuralNetwork Class, and Maybe Others', { '3-5': 'the backward pass, layer by layer' }],
    [2, 'Loss Class'],
    [1, 'Deep Learning from Scratch'],
    [2, 'Implementing Batch Training'],
    [2, 'NeuralNetwork: Code'],
    [1, 'Trainer and Optimizer'],
    [2, 'Optimizer'],
    [2, 'Trainer'],
    [1, 'Putting Everything Together'],
    [2, 'Our First Deep Learning Model (from Scratch)'],
    [1, 'Conclusion and Next Steps'],
  ]),
  chapter('A', 'Deep Dives', [
    [1, 'Matrix Chain Rule'],
    [1, 'Gradient of the Loss with Respect to the Bias Terms'],
  ]),
];

/** Parts of the lecture's notebook, by what they print; the ledger contains the numbers. */
export const LECTURE_PARTS: Readonly<Record<string, string>> = {
  derivative: 'the derivative of the square',
  'chain-2': 'a chain of two functions',
  'chain-3': 'a chain of three functions',
  sum: 'two inputs and a sum',
  vector: 'a dot product and a sigmoid',
  matrix: 'two matrices',
  'exact-fit': 'the least-squares fit',
  linear: 'the linear regression',
  network: 'the neural network',
};

/** The place of a section: `chapter 1`, `the preface`, `appendix A`. */
export function placeOfChapter({ id }: BookChapter): string {
  return id === 'Preface' ? 'the preface' : /^\d/.test(id) ? `chapter ${id}` : `appendix ${id}`;
}
