/**
 * What an embedding page can hide. Separate from host-context.ts, because only the embed builder and the docs need the texts.
 */

/** Every control by name, with a description. A name that a part does not have changes nothing there. */
export const HIDEABLE = {
  header: 'The bar at the top: name, views, presets, sharing and colours.',
  views: 'The links to the views.',
  'train-view': 'The link to the training view.',
  'inside-view': 'The link to the Inside view, which shows every number of a pass.',
  'check-view': 'The link to the gradient check.',
  'runs-view': 'The link to the kept runs.',
  'data-view': 'The link to the data.',
  'recipe-view': 'The link to the recipe as text, with its exports.',
  presets: 'The list of models of the course to start from.',
  lessons: 'The link to the lessons.',
  share: 'The button that makes a link.',
  colours: 'The choice between light and dark colours.',
  title: 'The heading of a part.',
  build: 'The whole build panel, with the name of the model.',
  layers: 'The layers in the build panel.',
  learning: 'The learning settings in the build panel.',
  data: 'The data settings in the build panel.',
  quirks: 'The course’s quirks in the build panel.',
  transport: 'The training buttons and the progress of the run.',
  train: 'The button that trains and pauses.',
  batch: 'The button that trains one batch.',
  epoch: 'The button that trains one epoch.',
  reset: 'The button that goes back to the same first weights.',
  seed: 'The button that starts over with a new seed.',
  progress: 'The progress of the run, as a bar and in numbers.',
  speed: 'The training speed.',
  rate: 'The learning rate that readers can change during a run.',
  rewind: 'The slider that goes back to an earlier point of the run.',
  network: 'The drawing of the network in the playground.',
  loss: 'The loss chart in the playground.',
  predictions: 'Predicted against actual prices in the playground.',
  response: 'The response to one feature in the playground.',
  metrics: 'The table of metrics in the playground.',
  evaluations: 'The table of evaluations in the playground.',
  numbers: 'The line of live numbers under a part.',
  feature: 'The choice of the feature whose response is drawn.',
  overlay: 'The choice of runs to compare in the loss chart.',
  drawings: 'The choice between boxes, layers and circles in the Inside view.',
  explanation: 'Math, diagram and code in the Inside view.',
  edit: 'The editing of numbers in the Check view.',
  'take-along': 'Exports of the recipe, the run and the network.',
  goal: 'The goal and its conditions. It is still judged.',
  footer: 'The line at the bottom of the playground.',
} as const;

export type HideableName = keyof typeof HIDEABLE;

export const HIDEABLE_NAMES = Object.keys(HIDEABLE) as readonly HideableName[];
