import fc from 'fast-check';

/** The parts of JSON Schema that the API's description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Values that a schema allows, often at its edges, and sometimes ones that it does not. */
export function arbitraryOf(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: allowedBy(schema, schemas) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

function allowedBy(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined)
    return allowedBy(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => arbitraryOf(each, schemas)));
  switch (schema.type) {
    case 'object':
      return objects(schema, schemas);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, schemas), {
        minLength: schema.minItems ?? 0,
        maxLength: 3,
      });
    case 'string':
      return fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('', '无', '\0', '\ud800', '2026-05', '2026-13-40', '-1', '1e400', '9'.repeat(40)),
      );
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -2, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 31),
      });
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objects({ properties = {}, required = [] }: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema, schemas)]),
  );
  const some = fc.record(parts, { requiredKeys: required.filter((name) => name in parts) });
  // Of many inputs a few at a time, so that requests stay small.
  const few = fc
    .tuple(some, fc.subarray(Object.keys(parts), { maxLength: Math.min(6, Object.keys(parts).length) }))
    .map(([value, names]) =>
      Object.fromEntries(
        Object.entries(value).filter(([name]) => names.includes(name) || required.includes(name)),
      ),
    );
  return fc.oneof(
    { weight: 8, arbitrary: few },
    { weight: 1, arbitrary: few.map((value) => ({ ...value, unknown: 1 })) },
  );
}
