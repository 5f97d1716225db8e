/** The site's font, the Latin letters in every weight, as a separate file. */
export { default } from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
