/** The site's font, the latin letters in every weight, as a file of its own. */
export { default } from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
