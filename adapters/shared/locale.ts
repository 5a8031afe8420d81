import type { Locale } from '../../src/chat/conversation.ts';

/** @param tag a BCP 47 tag or nothing; every Chinese reads zh, everybody else en */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
