/** The exercises of the course: each has a goal and the preset it starts from. */

export interface Exercise {
  readonly id: string;
  readonly title: string;
  /** The task, in a sentence or two. */
  readonly task: string;
  /** The chapter of the lessons after which a reader can do it. */
  readonly chapter: number;
  readonly preset: string;
  /** As `parseGoal` reads it. */
  readonly goal: string;
}

export const EXERCISES: readonly Exercise[] = [
  {
    id: 'bend-the-line',
    title: 'Bend the line',
    task: 'A linear model cannot bend: each feature changes its prediction along a straight line. What can you add?',
    chapter: 3,
    preset: 'chapter-3-linear',
    goal: 'test-rmse<4.5',
  },
  {
    id: 'under-four',
    title: 'Under four',
    task: 'The network of chapter 3 just misses an RMSE of 4. Train it better without making it larger.',
    chapter: 3,
    preset: 'chapter-3-one-hidden',
    goal: 'test-rmse<4,parameters<=200',
  },
  {
    id: 'ten-epochs',
    title: 'Ten epochs',
    task: 'You have ten passes over the data. Find a learning rate and a batch size that make good use of them.',
    chapter: 3,
    preset: 'chapter-3-one-hidden',
    goal: 'test-rmse<4.5,epochs<=10',
  },
  {
    id: 'three-columns',
    title: 'Three columns',
    task: 'Keep three of the thirteen columns. Which ones say most about the price?',
    chapter: 3,
    preset: 'chapter-3-one-hidden',
    goal: 'test-rmse<4.7,features<=3',
  },
  {
    id: 'sixty-four-numbers',
    title: 'Sixty-four numbers',
    task: 'A deep network with 378 parameters does well. How small can a network be that does nearly as well?',
    chapter: 3,
    preset: 'chapter-3-two-hidden',
    goal: 'test-mae<2.7,parameters<=64',
  },
  {
    id: 'without-peeking',
    title: 'Without peeking',
    task: 'Choose your settings by the validation rows alone. Look at the test rows only when you are done.',
    chapter: 3,
    preset: 'careful-one-hidden',
    goal: 'validation-rmse<4.2',
  },
];
