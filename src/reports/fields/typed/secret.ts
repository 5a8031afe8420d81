/** Passwords, tokens and keys do not belong in any field (domain-rules §4.2); they are recognised by how they look. */

const PREFIXED_KEYS = [
  /\bxox[abeoprs]-[\w-]{8,}/i,
  /\bxapp-[\w-]{8,}/i,
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)[-_][\w-]{8,}/i,
  /\bgh[opsur]_\w{16,}/,
  /\bgithub_pat_\w{16,}/,
  /\b(?:AKIA|ASIA|LTAI)[0-9A-Za-z]{12,}/,
  /\bAIza[\w-]{30,}/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\bBearer\s+[\w.~+/-]{12,}/i,
];

// "Passwords are never shared" is a promise, "password: hunter2" is a password: a value must follow the word.
const NAMED_VALUE = new RegExp(
  [
    '(?:\\b(?:pass(?:word|wd|code)?|pwd|secret|token|api[ _-]?key|access[ _-]?key|app[ _-]?secret|private[ _-]?key)',
    '|密码|口令|密钥|令牌|秘钥)',
    '\\s*(?:is\\b|为|是|[:=])\\s*',
    '(?<value>["\'`]?[\\x21-\\x7e]{4,})',
  ].join(''),
  'iu',
);
const NOT_A_VALUE =
  /^["'`]?(?:none|never|not\b|n\/a|null|only|held|kept|changed|shared|stored|managed|required|forbidden)/i;

/** Whether the text holds something that looks like a password, token or key. Addresses are judged by name alone. */
export function looksLikeSecret(text: string): boolean {
  const plain = text.normalize('NFKC');
  const named = NAMED_VALUE.exec(plain)?.groups?.value;
  if (named !== undefined && !NOT_A_VALUE.test(named)) return true;
  if (PREFIXED_KEYS.some((pattern) => pattern.test(plain))) return true;
  // The identifiers of shared documents in an address look like keys and are none.
  const words = plain.replace(/https?:\/\/\S+/gi, ' ').split(/[\s,:;，；、"'()]+/);
  return words.some(looksRandom);
}

/** 32 characters or more of a key's alphabet, mixed as no word or contract number is. */
function looksRandom(word: string): boolean {
  if (!/^[\w+/=.-]{32,}$/.test(word)) return false;
  if (/^[0-9a-f]{32,}$/i.test(word)) return /[a-f]/i.test(word) && /\d/.test(word);
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d/g)?.length ?? 0) >= 3;
}
