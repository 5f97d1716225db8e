/** Goals made for the course, each with the preset it starts from. */

export interface Exercise {
  readonly id: string;
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly task: string;
  /** After which chapter of the lessons it can be done. */
  readonly chapter: number;
  readonly preset: string;
  /** As `parseGoal` reads it. */
  readonly goal: string;
}

export const EXERCISES: readonly Exercise[] = [
  {
    id: 'bend-the-line',
    title: 'Bend the line',
    task: 'A single linear unit can only fit a straight line: what has to be added?',
    chapter: 3,
    preset: 'chapter-3-linear',
    goal: 'test-rmse<4.5',
  },
  {
    id: 'under-four',
    title: 'Under four',
    task: 'The network of chapter 3 just misses 4: train it better, without making it larger.',
    chapter: 3,
    preset: 'chapter-3-one-hidden',
    goal: 'test-rmse<4,parameters<=200',
  },
  {
    id: 'ten-epochs',
    title: 'Ten epochs',
    task: 'Ten times over the data has to do: find a learning rate and a batch size that make use of it.',
    chapter: 3,
    preset: 'chapter-3-one-hidden',
    goal: 'test-rmse<4.5,epochs<=10',
  },
  {
    id: 'three-columns',
    title: 'Three columns',
    task: 'Of the thirteen columns keep three: which ones carry most of what there is to know?',
    chapter: 3,
    preset: 'chapter-3-one-hidden',
    goal: 'test-rmse<4.7,features<=3',
  },
  {
    id: 'sixty-four-numbers',
    title: 'Sixty-four numbers',
    task: 'A deep network of 378 parameters does well: how small can one be that does nearly as well?',
    chapter: 3,
    preset: 'chapter-3-two-hidden',
    goal: 'test-mae<2.7,parameters<=64',
  },
  {
    id: 'without-peeking',
    title: 'Without peeking',
    task: 'Choose by validation rows alone, and look at the test rows only when it is done.',
    chapter: 3,
    preset: 'careful-one-hidden',
    goal: 'validation-rmse<4.2',
  },
];
