import { type JsonObject, stringAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { COMPONENT, isFilled, placedIn, problem } from '../walk.ts';

const COMPONENTS_TOGETHER = 40;
const WORDS_TOGETHER = 4_000;

/** Of a message that is all components. https://discord.com/developers/docs/components/overview */
export function layoutProblems(body: JsonObject, components: readonly JsonObject[]): Problem[] {
  const placed = placedIn(components);
  const words = placed.reduce((sum, { component }) => {
    return sum + (component.type === COMPONENT.text ? (stringAt(component, 'content')?.length ?? 0) : 0);
  }, 0);
  const legacy = ['content', 'embeds', 'poll', 'sticker_ids'].filter((key) => isFilled(body[key]));
  const problems = legacy.map((key) =>
    problem(
      [key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
  if (placed.length > COMPONENTS_TOGETHER)
    problems.push(
      problem(
        ['components'],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components must not exceed ${COMPONENTS_TOGETHER}`,
      ),
    );
  if (words > WORDS_TOGETHER)
    problems.push(
      problem(
        ['components'],
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The total size of displayable text exceeds ${WORDS_TOGETHER}`,
      ),
    );
  return problems;
}
