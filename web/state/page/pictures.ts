/** The pictures of a run that share the space below the loss if not all of them fit. */
export const CHOICES = ['predictions', 'response', 'metrics', 'evaluations'] as const;
export type Choice = (typeof CHOICES)[number];
export type RunPicture = 'network' | 'loss' | Choice;

/** The left and the right picture. */
export type ChosenPictures = readonly [Choice, Choice];

export const FIRST_PICTURES: ChosenPictures = ['predictions', 'response'];

/** Puts a picture in one of the two places. If it is already in the other place, both pictures are swapped. */
export function withPicture(chosen: ChosenPictures, slot: number, picture: Choice): ChosenPictures {
  const [left, right] = chosen;
  if (slot === 0) return [picture, picture === right ? left : right];
  return [picture === left ? right : left, picture];
}

export function isChosenPictures(value: unknown): value is ChosenPictures {
  const isChoice = (item: unknown) => CHOICES.some((choice) => choice === item);
  return Array.isArray(value) && value.length === 2 && value.every(isChoice) && value[0] !== value[1];
}
