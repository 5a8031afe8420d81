import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * Where Discord's API is, and by what it is asked: Node's own fetch. By default discord.js takes the undici that it was installed
 * with, whose connections are those of whichever undici the process loaded last, and that one refuses its files.
 */
export const restOptions = (
  apiUrl: string | undefined,
): { readonly makeRequest: MakeRequest; api?: string } => ({
  ...(apiUrl ? { api: apiUrl.replace(/\/$/, '') } : {}),
  makeRequest: (url, { dispatcher: _, ...init }) => fetch(url, init as RequestInit),
});
