/** Frames cannot share a worker whose script is text in the packed script: each would start it from its own address. */
export const startFrameWorker = null;
