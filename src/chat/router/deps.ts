import type { App } from '../../app.ts';
import type { Registry } from '../commands/registry.ts';
import type { ReaderDefaults } from '../reader.ts';

export interface ConversationDeps {
  readonly app: App;
  readonly registry: Registry;
  readonly defaults: ReaderDefaults;
}
