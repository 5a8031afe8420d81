import { writeFile } from 'node:fs/promises';
import { COMMANDS_PAGE, commandsPage } from './commands-page.ts';

await writeFile(new URL(`../${COMMANDS_PAGE}`, import.meta.url), commandsPage());
