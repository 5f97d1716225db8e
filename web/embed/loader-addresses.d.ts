/** From the loader's place: put in by the build, which gives modules names of its own. */
declare const ELEMENT_MODULE: string;
declare const PACKED_SCRIPT: string;
