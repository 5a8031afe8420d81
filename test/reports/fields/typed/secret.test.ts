import { describe, expect, it } from 'vitest';
import { looksLikeSecret } from '../../../../src/reports/fields/typed/secret.ts';

// Put together at run time, so that no scanner takes this file for a leak.
const made = (...parts: string[]): string => parts.join('');

describe('passwords, tokens and keys', () => {
  it.each([
    'password: hunter22',
    'Password is hunter22',
    'login with pwd=abc123',
    '密码：Abc12345',
    '密码是 qwe123',
    '口令:tmall2026',
    '密钥=a1b2c3d4',
    'api key: 9f8e7d6c',
    'ａｐｉ＿ｋｅｙ＝９ｆ８ｅ７ｄ６ｃ',
    'app_secret = 0123abcd',
    made('xoxb', '-1234567890-abcdefghij'),
    made('ghp', '_abcdefghijklmnopqrstuvwxyz0123456789'),
    made('AKIA', 'IOSFODNN7EXAMPLE'),
    made('LTAI', '5tAbCdEfGhIjKlMn'),
    made('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0In0', '.abcdefghijk'),
    made('-----BEGIN RSA ', 'PRIVATE KEY-----'),
    'Authorization: Bearer abcdefghijklmnop',
    '0123456789abcdef0123456789abcdef',
    'key aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3',
  ])('%j is taken for one', (text) => {
    expect(looksLikeSecret(text)).toBe(true);
  });

  it.each([
    'Passwords are never shared',
    'password: none needed',
    '密码由店铺自行保管',
    'token: never leaves the shop',
    'HT-2026-000123456789012345678901234567',
    'The secret of good service',
    'orders: read, refunds: write',
    'https://docs.example.com/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    '123e4567-e89b-12d3-a456-426614174000',
  ])('%j is not', (text) => {
    expect(looksLikeSecret(text)).toBe(false);
  });
});
