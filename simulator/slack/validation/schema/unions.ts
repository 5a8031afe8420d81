import { isObject, type Json, type JsonObject, objectsAt } from '../../../common/json.ts';

type Definitions = Readonly<Record<string, JsonObject>>;

/**
 * The generated schema says "any of these twenty" wherever Slack's types have a union. Told by their `type` apart, a
 * mistake gets one exact explanation instead of twenty.
 */
export function withDiscriminators(definitions: Definitions): Definitions {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, node]) => [name, asObject(rewrite(node, definitions))]),
  );
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function rewrite(value: Json | undefined, definitions: Definitions): Json {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, definitions));
  if (!isObject(value)) return value ?? null;
  const branches = branchesOf(value, definitions);
  const names = branches.map((branch) => typeName(branch, definitions));
  if (branches.length > 1 && names.every((name) => name !== undefined)) {
    return union(grouped(branches, definitions), definitions);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item, definitions)]));
}

/** The branches of a union, those of the unions among them included. */
function branchesOf(node: JsonObject, definitions: Definitions): JsonObject[] {
  return objectsAt(node, 'anyOf').flatMap((branch) => {
    const inner = branchesOf(resolve(branch, definitions), definitions);
    return inner.length > 0 ? inner : [branch];
  });
}

function resolve(node: JsonObject, definitions: Definitions): JsonObject {
  const name = typeof node.$ref === 'string' ? node.$ref.split('/').at(-1) : undefined;
  return name === undefined ? node : (definitions[name] ?? {});
}

function typeName(branch: JsonObject, definitions: Definitions): string | undefined {
  const properties = resolve(branch, definitions).properties;
  const type = isObject(properties) ? properties.type : undefined;
  const name = isObject(type) ? type.const : undefined;
  return typeof name === 'string' ? name : undefined;
}

function grouped(branches: readonly JsonObject[], definitions: Definitions): [string, JsonObject[]][] {
  const groups = Map.groupBy(branches, (branch) => typeName(branch, definitions) ?? '');
  return [...groups];
}

function union(groups: readonly [string, JsonObject[]][], definitions: Definitions): JsonObject {
  const branches = groups.map(([name, alternatives]) => oneType(name, alternatives, definitions));
  const [only] = branches;
  if (branches.length === 1 && only) return only;
  return { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: branches };
}

function oneType(name: string, alternatives: readonly JsonObject[], definitions: Definitions): JsonObject {
  const [only] = alternatives;
  if (alternatives.length === 1 && only?.$ref) return only;
  const bodies = alternatives.map((alternative) => rewrite(alternative, definitions));
  return { type: 'object', required: ['type'], properties: { type: { const: name } }, anyOf: bodies };
}
