/** A file's name without its ending, of the letters and digits of a title: `chapter-3-two-hidden-layers`. */
export function fileStem(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-') || 'minifactory';
}
