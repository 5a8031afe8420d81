import { createHash } from 'node:crypto';

/** Text that is markup already, or was made harmless. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped, but for what is `Html` itself. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const drawn = values.map((value) => {
    if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
    return 'html' in value ? value.html : value.map((each) => each.html).join('');
  });
  return { html: parts.reduce((text, part, index) => text + (drawn[index - 1] ?? '') + part) };
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d1c1d;--soft:#616061;--paper:#fff;--line:#ddd;--act:#0b6e4f}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--soft:#aaa;--paper:#1b1d21;--line:#3a3d43;--act:#2aa37c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"Noto Sans SC",sans-serif}
main{max-width:40rem;margin:12vh auto 0;padding:0 1.25rem}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem}
p,dl{margin:0 0 1rem}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0 0 .5rem}
code{display:block;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem;overflow-wrap:anywhere;
font:15px/1.5 ui-monospace,monospace;user-select:all}
button{font:inherit;font-weight:600;color:#fff;background:var(--act);border:0;border-radius:.5rem;padding:.625rem 1.25rem;
cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
a{color:inherit}
.soft{color:var(--soft)}`;

/** Nothing but this page's own style runs, nothing keeps it, and no other page learns its address. */
export const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
};

export const page = (locale: string, title: string, body: Html): string =>
  `<!doctype html>${
    html`<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ html: STYLE }}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`
      .html
  }`;
