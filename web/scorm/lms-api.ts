/** SCORM 1.2's run-time API, as a learning platform puts it on a window, and where it is found. */

/** Every call takes and gives texts; `LMSInitialize`, `LMSFinish` and `LMSCommit` take an empty one. */
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

/** What is looked at of a window. */
export interface ApiWindow {
  readonly API?: unknown;
  readonly parent: ApiWindow | null;
  readonly opener?: ApiWindow | null;
}

/** Frames within frames that are looked through: the standard's own example stops at 7. */
const MOST_PARENTS = 50;

/** The API of the nearest window around, else around the one that opened the outermost; null where there is none. */
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

/** From a window outwards, until `isDone` or the outermost, which is its own parent. */
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

/** Null also for a window of another site, which shows nothing of itself. */
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
