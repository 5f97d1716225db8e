/** Relative to the loader, or to embed.html; replaced by the build, which renames modules. */
declare const ELEMENT_MODULE: string;
declare const PACKED_SCRIPT: string;
/** What each kind of part needs at once, the element included. */
declare const PART_FILES: Readonly<Record<string, readonly string[]>>;
declare const FONT_FILES: readonly string[];
