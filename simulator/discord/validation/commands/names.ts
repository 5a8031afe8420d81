import { Locale } from 'discord-api-types/v10';
import { type JsonObject, objectAt, stringAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { problem } from '../walk.ts';

type Path = Problem['path'];

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Of a command or an option. */
export function namedProblems(named: JsonObject, path: Path): Problem[] {
  const names = [
    [[...path, 'name'], stringAt(named, 'name') ?? ''] as const,
    ...Object.entries(objectAt(named, 'name_localizations') ?? {}).map(
      ([locale, name]) => [[...path, 'name_localizations', locale], String(name)] as const,
    ),
  ];
  const wrong = names
    .filter(([, name]) => !NAME.test(name) || name !== name.toLowerCase())
    .map(([at]) =>
      problem(
        at,
        'APPLICATION_COMMAND_INVALID_NAME',
        'Command name is invalid: lower-case letters, digits, - and _ only',
      ),
    );
  const described = stringAt(named, 'description') ?? '';
  return [
    ...wrong,
    ...(described === ''
      ? [problem([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : []),
    ...localeProblems(named, path),
  ];
}

function localeProblems(named: JsonObject, path: Path): Problem[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) =>
    Object.keys(objectAt(named, key) ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) =>
        problem([...path, key, locale], 'BASE_TYPE_CHOICES', `"${locale}" is not a locale of Discord's`),
      ),
  );
}
