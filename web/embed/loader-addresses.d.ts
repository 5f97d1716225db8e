/** Relative to the loader; replaced by the build, which renames modules. */
declare const ELEMENT_MODULE: string;
declare const PACKED_SCRIPT: string;
