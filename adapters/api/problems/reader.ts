import type { FastifyRequest } from 'fastify';
import type { Translate } from '../../../src/chat/messages/translate.ts';
import { type ReaderDefaults, readerFor } from '../../../src/chat/reader.ts';

/** In whose words a request is answered: what it asks for, else the language of whoever took the key. */
export function translateFor(defaults: ReaderDefaults, request: FastifyRequest): Translate {
  const asked = request.headers['accept-language']?.split(/[,;]/)[0]?.trim();
  const preferences = { locale: asked || request.holder?.locale || null, zone: null };
  return readerFor(defaults, preferences).t;
}
