/** The element as one module, which defines it. A build of its own writes it beside the others. */
export {};
