/** `npm run docs`: writes what the pages of docs/ repeat from the code. A test fails when they differ. */
import { readFile, writeFile } from 'node:fs/promises';
import { COMMANDS_PAGE, commandsPage } from './commands-page.ts';
import { HANDBOOK, withSettings } from './settings-table.ts';

const at = (page: string) => new URL(`../${page}`, import.meta.url);

await writeFile(at(COMMANDS_PAGE), commandsPage());
await writeFile(at(HANDBOOK), withSettings(await readFile(at(HANDBOOK), 'utf8')));
