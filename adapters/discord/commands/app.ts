import { createRegistry } from '../../../src/chat/commands/registry.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { VOCABULARIES } from '../../../src/vocabularies.ts';
import { definitions } from './definitions.ts';

/** The slash commands of this very bot. */
export const appCommands = () => definitions(createRegistry(VOCABULARIES), createTranslators());
