/**
 * What an embedding page can hide. Apart from host-context.ts, since only the embed builder and the docs need the texts.
 */

/** Every control by name, with a description. A name that a part does not have changes nothing there. */
export const HIDEABLE = {
  header: 'The header: name, views, choice of a model, sharing and colours.',
  views: 'The links to the views.',
  'train-view': 'The link to the training view.',
  'inside-view': 'The link to the view of every number of a pass.',
  'check-view': 'The link to the gradient check.',
  'runs-view': 'The link to the stored runs.',
  'data-view': 'The link to the data.',
  'recipe-view': 'The link to the recipe as text, with its exports.',
  presets: 'The choice of a model of the course to start from.',
  lessons: 'The link to the lessons.',
  share: 'The button that creates a link to share.',
  colours: 'The choice of the colour theme.',
  title: 'The heading of a part.',
  build: 'The settings of the model, with its name.',
  layers: 'The layers.',
  learning: 'The learning settings.',
  data: 'The data settings.',
  quirks: 'The course’s quirks.',
  transport: 'The training buttons and the timeline.',
  train: 'The button that trains and pauses.',
  skip: 'The button that skips to the end, or extends a finished run.',
  batch: 'The button that trains one batch.',
  epoch: 'The button that trains one epoch.',
  reset: 'The button that resets to the same first weights.',
  seed: 'The button that starts again with a new seed.',
  progress: 'The progress of the run in numbers.',
  speed: 'The training speed.',
  rate: 'The learning rate, which can be changed during training.',
  rewind: 'Dragging on the timeline to go back in the run.',
  network: 'The drawing of the network in the playground.',
  loss: 'The loss chart in the playground.',
  predictions: 'Predicted against actual prices in the playground.',
  response: 'The response to one feature in the playground.',
  metrics: 'The table of metrics in the playground.',
  evaluations: 'The table of evaluations in the playground.',
  numbers: 'The line of live numbers under a part.',
  feature: 'The choice of the feature whose response is drawn.',
  overlay: 'The choice of runs drawn behind the loss.',
  drawings: 'The choice between boxes, layers and circles in the inside view.',
  explanation: 'Math, diagram and code in the inside view.',
  edit: 'The editing of numbers in the check view.',
  'take-along': 'Exports of the recipe, the run and the network.',
  goal: 'The goal and its progress. A hidden goal is still judged.',
  footer: 'The footer of the playground.',
} as const;

export type HideableName = keyof typeof HIDEABLE;

export const HIDEABLE_NAMES = Object.keys(HIDEABLE) as readonly HideableName[];
