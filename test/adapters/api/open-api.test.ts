import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../../adapters/api/schemas/common.ts';
import { arbitraryOf, type Schema, type Schemas } from './arbitrary-of.ts';
import { type ApiRig, apiRig, type Caller, givenFilling } from './calling.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly summary?: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

let rig: ApiRig;
let document: Document;
/** Of every mode one caller. */
let callers: readonly Caller[];
let knownIds: readonly string[];

beforeAll(async () => {
  rig = await apiRig({ limits: { perKey: 100_000, perAddress: 100_000 } });
  document = (await rig.server.inject('/api/openapi.json')).json();
  callers = [rig.call, await rig.as({ mode: 'SANDBOX' })];
  const ids = async (call: Caller, list: string) =>
    (await call('GET', list)).json().items.map(({ id }: { id: string }) => id);
  knownIds = [await givenFilling(rig)];
  for (const call of callers)
    knownIds = [...knownIds, ...(await ids(call, '/items')), ...(await ids(call, '/reports'))];
});
afterAll(() => rig[Symbol.asyncDispose]());

const METHODS = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const;
type Method = keyof typeof METHODS;
const isMethod = (name: string): name is Method => name in METHODS;

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      isMethod(method) ? [{ path, method, operation }] : [],
    ),
  );

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(await new Validator().validate({ ...structuredClone(document) })).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('tells of every operation what it is for, and that it may be refused', () => {
    const silent = operations().filter(({ operation }) => !operation.summary || !operation.responses['429']);
    expect(operations().length).toBeGreaterThan(10);
    expect(silent).toEqual([]);
  });

  it('is read by people at /api/docs, and by anybody', async () => {
    const page = await rig.server.inject('/api/docs');
    const parts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    const found = await Promise.all(parts.map((path) => rig.server.inject(path)));
    expect([page.statusCode, parts.length > 5]).toEqual([200, true]);
    expect(found.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
  });
});

/** A request that the description allows, or one that is a little off. */
function requestTo({ path, method, operation }: ReturnType<typeof operations>[number]) {
  const { schemas } = document.components;
  const value = ({ name, schema }: { readonly name: string; readonly schema: Schema }) =>
    name === 'id'
      ? fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...knownIds) },
          { weight: 1, arbitrary: fc.string({ maxLength: 120 }) },
        )
      : arbitraryOf(schema, schemas);
  const of = (where: string) => {
    const found = (operation.parameters ?? []).filter((parameter) => parameter.in === where);
    const arbitraries = Object.fromEntries(found.map((each) => [each.name, value(each)]));
    return where === 'path' ? fc.record(arbitraries) : fc.record(arbitraries, { requiredKeys: [] });
  };
  const contents = Object.entries(operation.requestBody?.content ?? {});
  const body =
    contents.length === 0
      ? fc.constant(undefined)
      : fc.oneof(
          ...contents.map(([type, { schema }]) =>
            type === 'application/json'
              ? arbitraryOf(schema, schemas).map((json) => ({ type, text: JSON.stringify(json) }))
              : fc.string({ unit: 'binary', maxLength: 200 }).map((text) => ({ type, text })),
          ),
        );
  return fc
    .record({ path: of('path'), query: of('query'), body, sandbox: fc.boolean() })
    .map(({ sandbox, ...parts }) => ({
      caller: sandbox ? 1 : 0,
      method: METHODS[method],
      url: address(path.replace('/api/v1', ''), parts),
      body: parts.body,
    }));
}

function address(path: string, parts: { readonly path: object; readonly query: object }): string {
  const text = (value: unknown) =>
    encodeURIComponent(String(typeof value === 'object' ? JSON.stringify(value) : value).toWellFormed());
  const filled = Object.entries(parts.path).reduce(
    (url, [name, value]) => url.replace(`{${name}}`, text(value) || '-'),
    path,
  );
  const query = Object.entries(parts.query)
    .map(([name, value]) => `${name}=${text(value)}`)
    .join('&');
  return query === '' ? filled : `${filled}?${query}`;
}

describe('no request that can be made from the description', () => {
  it('fails: each is answered, or refused as a problem that says what is wrong', async () => {
    const request = fc.oneof(...operations().map(requestTo));
    await fc.assert(
      fc.asyncProperty(request, async ({ caller, method, url, body }) => {
        const call = callers[caller] ?? rig.call;
        const answer = await call(
          method,
          url,
          body ? { body: body.text, headers: { 'content-type': body.type } } : {},
        );
        expect(answer.statusCode, answer.body).toBeLessThan(500);
        if (answer.statusCode >= 400) expect(problem.safeParse(answer.json()).error).toBeUndefined();
      }),
      { numRuns: 400, seed: 20_260_504 },
    );
  }, 120_000);
});
