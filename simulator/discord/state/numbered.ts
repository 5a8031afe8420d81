import { isObject, type Json, type JsonObject } from '../../common/json.ts';

const NESTING = ['components', 'component', 'accessory'] as const;

/**
 * Gives each component that has none a number, counting from 1 in reading order past those that the app has taken.
 * https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 */
export function numbered(components: readonly JsonObject[]): readonly JsonObject[] {
  const taken = new Set(idsIn([...components]));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (component: JsonObject): JsonObject => {
    const id = hasNumber(component) ? component.id : next();
    const nested = NESTING.flatMap((key): (readonly [string, Json])[] => {
      const inner = component[key];
      if (Array.isArray(inner)) return [[key, inner.filter(isObject).map(number)]];
      return isObject(inner) ? [[key, number(inner)]] : [];
    });
    return { ...component, id, ...Object.fromEntries(nested) };
  };
  return components.map(number);
}

// Zero stands for none.
const hasNumber = ({ id }: JsonObject): boolean => typeof id === 'number' && id > 0;

function idsIn(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  return [...(value.id === undefined ? [] : [value.id]), ...NESTING.flatMap((key) => idsIn(value[key]))];
}
