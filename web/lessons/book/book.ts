/** The book that the lessons follow. */
export const BOOK = {
  title: 'Deep Learning from Scratch',
  subtitle: 'Building with Python from First Principles',
  author: 'Seth Weidman',
  publisher: 'O’Reilly',
  year: 2019,
} as const;
