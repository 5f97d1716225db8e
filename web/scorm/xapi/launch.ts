/**
 * What a learning platform passes to a page that it launches, as parameters of the address.
 * Sources: cmi5 (AICC, 2016), 8.1, for `fetch`; Rustici Software's launch of xAPI packages for `auth`.
 */

/** How the page gets the value of the Authorization header: given, or fetched once from an address of the platform. */
export type Access = { readonly auth: string } | { readonly fetch: string };

export interface Launch {
  /** cmi5 prescribes statements, and gives a context for them; xAPI alone does not. */
  readonly standard: 'cmi5' | 'xapi';
  /** The address of the learning record store, with a slash at its end. */
  readonly endpoint: string;
  readonly access: Access;
  /** The learner, as xAPI describes an agent. */
  readonly actor: Readonly<Record<string, unknown>>;
  readonly activityId: string;
  /** The attempt; null if the platform does not tell attempts apart. */
  readonly registration: string | null;
}

/** Null if the address has no such parameters or an incomplete set, so that no platform has opened the page. */
export function readLaunch(parameters: URLSearchParams): Launch | null {
  const endpoint = webAddress(parameters.get('endpoint'));
  const actor = agentOf(parameters.get('actor'));
  const fetch = webAddress(parameters.get('fetch'));
  const auth = parameters.get('auth');
  const registration = parameters.get('registration');
  if (endpoint === null || actor === null) return null;
  const rest = { endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`, actor, registration };
  const activityId = parameters.get('activityId') ?? parameters.get('activity_id');
  if (!activityId) return null;
  if (fetch !== null && registration !== null) {
    return { standard: 'cmi5', access: { fetch }, activityId, ...rest };
  }
  return auth === null ? null : { standard: 'xapi', access: { auth }, activityId, ...rest };
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//.test(text) && URL.canParse(text) ? text : null;
}

/** An object; a name or an account that is a list of one, as some platforms write it, is unpacked. */
function agentOf(json: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, Array.isArray(each) && key !== 'member' ? each[0] : each]),
    );
  } catch {
    return null;
  }
}
