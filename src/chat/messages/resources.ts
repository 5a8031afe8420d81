import type { Locale } from '../conversation.ts';
import { accounts as accountsEn } from './en/accounts.ts';
import { chat as chatEn } from './en/chat.ts';
import { commands as commandsEn } from './en/commands.ts';
import { common as commonEn } from './en/common.ts';
import { flatten, type MessageTree } from './flatten.ts';
import { accounts as accountsZh } from './zh/accounts.ts';
import { chat as chatZh } from './zh/chat.ts';
import { commands as commandsZh } from './zh/commands.ts';
import { common as commonZh } from './zh/common.ts';

/** One file a domain and language; the name here is the first part of every key in it. */
export const DOMAINS = {
  en: { common: commonEn, chat: chatEn, commands: commandsEn, accounts: accountsEn },
  zh: { common: commonZh, chat: chatZh, commands: commandsZh, accounts: accountsZh },
} satisfies Readonly<Record<Locale, MessageTree>>;

/** Every message under its whole key. */
export const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: flatten(DOMAINS.en),
  zh: flatten(DOMAINS.zh),
};
