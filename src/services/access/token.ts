import { createHash, randomBytes } from 'node:crypto';

/** What stands in the address of a single-use page: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const keyPath = (token: string): string => `/keys/${token}`;
