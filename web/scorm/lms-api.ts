/** The run-time API of SCORM 1.2, as a learning platform puts it on a window, and the search for it. */

/** Arguments and results of every call are text; `LMSInitialize`, `LMSFinish` and `LMSCommit` take an empty text. */
export interface LmsApi {
  LMSInitialize(empty: ''): unknown;
  LMSFinish(empty: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(empty: ''): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
  LMSGetDiagnostic(code: string): unknown;
}

/** The properties of a window that are used. */
export interface ApiWindow {
  readonly API?: unknown;
  readonly parent: ApiWindow | null;
  readonly opener?: ApiWindow | null;
}

/** The most nested frames to search; the example in the standard stops at 7. */
const MOST_PARENTS = 50;

/** The API of the nearest window around this one, else around its opener; null if there is none. */
export function findApi(self: ApiWindow): LmsApi | null {
  return apiAround(self) ?? apiAround(openerOf(outermost(self)));
}

function apiAround(from: ApiWindow | null): LmsApi | null {
  let api: LmsApi | null = null;
  walk(from, (window) => {
    api = apiOn(window);
    return api !== null;
  });
  return api;
}

function outermost(from: ApiWindow): ApiWindow {
  let last = from;
  walk(from, (window) => {
    last = window;
    return false;
  });
  return last;
}

/** Goes outwards from a window, until `isDone` or the outermost, which is its own parent. */
function walk(from: ApiWindow | null, isDone: (window: ApiWindow) => boolean): void {
  let window = from;
  for (let count = 0; window !== null && count <= MOST_PARENTS; count += 1) {
    if (isDone(window)) return;
    const { parent } = window;
    window = parent === window ? null : parent;
  }
}

function openerOf(window: ApiWindow): ApiWindow | null {
  try {
    return window.opener ?? null;
  } catch {
    return null;
  }
}

/** Null also for a window of another site, which cannot be read. */
function apiOn(window: ApiWindow): LmsApi | null {
  try {
    return isApi(window.API) ? window.API : null;
  } catch {
    return null;
  }
}

function isApi(value: unknown): value is LmsApi {
  return typeof value === 'object' && value !== null && 'LMSInitialize' in value && 'LMSSetValue' in value;
}
