import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isObject, type JsonObject } from '../../../common/json.ts';
import schema from '../slack-blocks.schema.json' with { type: 'json' };
import { withDiscriminators } from './unions.ts';

/** The roots that the generated schema describes. */
export type Described = 'KnownBlock' | 'ModalView' | 'HomeView' | 'MessageMetadata';

const ID = 'slack';
let compiled: Ajv | undefined;

/** What Slack's published types say against `value`, in Slack's words, each with a JSON pointer below `pointer`. */
export function schemaProblems(kind: Described, value: unknown, pointer: string): string[] {
  const validate = validatorFor(kind);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  return [...new Set(told(errors).map((error) => inSlacksWords(error, pointer)))];
}

function validatorFor(kind: Described): ValidateFunction {
  compiled ??= compile();
  const validate = compiled.getSchema(`${ID}#/definitions/${kind}`);
  if (!validate) throw new Error(`The schema has no ${kind}; run scripts/generate-slack-schema.ts.`);
  return validate;
}

function compile(): Ajv {
  const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false });
  const definitions: Record<string, JsonObject> = {};
  for (const [name, node] of Object.entries(schema.definitions)) if (isObject(node)) definitions[name] = node;
  // A view's blocks are checked one by one; here they only have to be blocks of some kind.
  definitions.AnyBlock = { type: 'object', required: ['type'] };
  ajv.addSchema({ $id: ID, definitions: withDiscriminators(definitions) });
  return ajv;
}

// That no branch fits says nothing when a branch says why it does not; nor does a type that is not there at all.
function told(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const vague = ({ keyword, params }: ErrorObject) =>
    keyword === 'anyOf' ||
    keyword === 'oneOf' ||
    (keyword === 'discriminator' && params.tagValue === undefined);
  const exact = errors.filter((error) => !vague(error));
  return exact.length > 0 ? exact : errors;
}

function inSlacksWords(error: ErrorObject, pointer: string): string {
  const at = `${pointer}${error.instancePath}`;
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `missing required field: ${params.missingProperty} [json-pointer:${at}]`;
    case 'additionalProperties':
      return `invalid additional property: ${params.additionalProperty} [json-pointer:${at}]`;
    case 'discriminator':
      return `unsupported type: ${params.tagValue} [json-pointer:${at}/type]`;
    case 'type':
      return `must provide a ${params.type} [json-pointer:${at}]`;
    case 'const':
    case 'enum':
      return `must be a valid enum value [json-pointer:${at}]`;
    default:
      return `failed to match all allowed schemas [json-pointer:${at}]`;
  }
}
