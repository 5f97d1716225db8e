/**
 * A small learning platform for cmi5 and xAPI: gives access once, keeps documents, and refuses statements that break the
 * standards. Its rules are those of xAPI 1.0.3, parts 2 and 3, and of cmi5, 9.3 to 9.6.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACTOR = { objectType: 'Agent', account: { homePage: 'https://school.example', name: 'ada' } };
export const REGISTRATION = '3f2d6a2e-6a0e-4b2b-9f59-0a1f3d5e7c11';
export const ACTIVITY = 'https://school.example/unit/7';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const KEY = 'bG9jYWw6a2V5';
const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

// biome-ignore lint/suspicious/noExplicitAny: statements are JSON from outside.
type Received = any;

export class FakeLrs {
  readonly statements: Received[] = [];
  /** Sentences about requests that were refused. */
  readonly refused: string[] = [];
  readonly documents = new Map<string, unknown>();
  #launches = 0;
  readonly #given = new Set<string>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** The content of a package, served under `/package/`. */
  files: Readonly<Record<string, Uint8Array>> = {};
  /** Answers every request with this status, if it is set. */
  failing: number | null = null;

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The package as a server of another origin has it. */
  get packageOrigin(): string {
    return `http://localhost:${this.#port}`;
  }

  get verbs(): string[] {
    return this.statements.map(({ verb }) => verb.id.split('/').at(-1));
  }

  /** A new launch by cmi5: the parameters of the address. `data` changes what the platform says about it. */
  launchCmi5(data: object = {}): URLSearchParams {
    this.#launches += 1;
    this.documents.set('LMS.LaunchData', {
      launchMode: 'Normal',
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'https://school.example/publisher/7' }] },
        extensions: { [SESSION]: `session ${this.#launches}` },
      },
      ...data,
    });
    return new URLSearchParams({
      endpoint: `${this.origin}/xapi`,
      fetch: `${this.origin}/fetch?launch=${this.#launches}`,
      actor: JSON.stringify(ACTOR),
      registration: REGISTRATION,
      activityId: ACTIVITY,
    });
  }

  /** The launch of a package that knows only xAPI. */
  launchXapi(): URLSearchParams {
    return new URLSearchParams({
      endpoint: `${this.origin}/xapi/`,
      auth: `Basic ${KEY}`,
      actor: JSON.stringify({ name: ['Ada'], mbox: ['mailto:ada@school.example'] }),
      activity_id: ACTIVITY,
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    let body = '';
    for await (const part of request) body += part;
    const reply = (status: number, content?: unknown) => {
      response.writeHead(status, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Experience-API-Version',
        'Access-Control-Allow-Methods': 'GET, POST, PUT',
        'Content-Type': 'application/json',
      });
      response.end(content === undefined ? '' : JSON.stringify(content));
    };
    const refuse = (status: number, sentence: string) => {
      this.refused.push(sentence);
      reply(status, { error: sentence });
    };
    if (request.method === 'OPTIONS') return reply(204);
    const content = this.files[url.pathname.slice('/package/'.length)];
    if (url.pathname.startsWith('/package/') && content !== undefined) {
      response.writeHead(200, { 'Content-Type': TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'text/plain' });
      return void response.end(content);
    }
    if (url.pathname === '/course') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      return void response.end('<!doctype html><title>A course</title><link rel="icon" href="data:,">');
    }
    if (this.failing !== null) return reply(this.failing);
    if (url.pathname === '/fetch') {
      if (this.#given.has(url.search)) return reply(200, { 'error-code': '1', 'error-text': 'used already' });
      this.#given.add(url.search);
      return reply(200, { 'auth-token': KEY });
    }
    if (request.headers.authorization !== `Basic ${KEY}`) return refuse(401, 'no access');
    if (request.headers['x-experience-api-version'] !== '1.0.3') return refuse(400, 'no version');
    const call = `${request.method} ${url.pathname}`;
    if (call === 'POST /xapi/statements') {
      const statements: Received[] = [JSON.parse(body)].flat();
      const problems = statements.flatMap((statement) => this.#problems(statement));
      if (problems.length > 0) return refuse(400, problems.join('; '));
      this.statements.push(...statements);
      return reply(
        200,
        statements.map(({ id }) => id),
      );
    }
    if (url.searchParams.get('agent') === null) return refuse(400, 'no agent');
    const name = url.searchParams.get('stateId') ?? url.searchParams.get('profileId') ?? '';
    if (call === 'PUT /xapi/activities/state') {
      this.documents.set(name, JSON.parse(body));
      return reply(204);
    }
    if (call === 'GET /xapi/activities/state' || call === 'GET /xapi/agents/profile') {
      return this.documents.has(name) ? reply(200, this.documents.get(name)) : reply(404);
    }
    return refuse(404, `no such call: ${call}`);
  }

  #problems({ id, timestamp, actor, verb, object, context = {}, result = {} }: Received): string[] {
    const name = verb?.id?.split('/').at(-1);
    const session = context.extensions?.[SESSION];
    const ofSession = this.statements.filter((each) => each.context?.extensions?.[SESSION] === session);
    const earlier = ofSession.map((each) => each.verb.id.split('/').at(-1));
    const categories = (context.contextActivities?.category ?? []).map((each: { id: string }) => each.id);
    const isCmi5 = session !== undefined;
    const isAllowed = name === 'progressed';
    const isJudged = name === 'completed' || name === 'passed';
    const rules: readonly (readonly [boolean, string])[] = [
      [UUID.test(id), 'the id is no UUID'],
      [!Number.isNaN(Date.parse(timestamp)), 'the timestamp is no time'],
      [Array.isArray(actor?.name) === false && (actor?.mbox ?? actor?.account) !== undefined, 'the actor is nobody'],
      [/^https?:/.test(verb?.id) && typeof verb.display?.en === 'string', 'the verb has no name'],
      [object?.id === ACTIVITY && object.objectType === 'Activity', 'another activity'],
      [result.score === undefined || Math.abs(result.score.scaled) <= 1, 'the score is out of range'],
      [!isCmi5 || context.registration === REGISTRATION, 'another registration'],
      [!isCmi5 || context.contextActivities?.grouping?.length === 1, 'the template is not kept'],
      [!isCmi5 || categories.includes(CMI5) === !isAllowed, `${name}: the category of cmi5`],
      [!isCmi5 || categories.includes(MOVE_ON) === isJudged, `${name}: the category of moveOn`],
      [
        (earlier.length === 0 && name === 'initialized') || earlier[0] === 'initialized' || !isCmi5,
        `${name} comes first`,
      ],
      [!isCmi5 || !earlier.includes('terminated'), `${name} comes after the end`],
      [!earlier.includes(name) || isAllowed || !isCmi5, `${name} comes twice`],
      [!isJudged || !this.verbs.includes(name), `${name} comes twice in a registration`],
      [!(isJudged || name === 'terminated') || /^PT\d+\.\d\dS$/.test(result.duration), `${name} has no duration`],
      [name !== 'completed' || result.completion === true, 'completed without completion'],
      [name !== 'passed' || result.success === true, 'passed without success'],
    ];
    return rules.filter(([holds]) => !holds).map(([, sentence]) => sentence);
  }
}
