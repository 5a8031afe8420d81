const ICON = [
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='#1f6f5c'/>",
  "<path d='M9 16.5l5 5 9-11' fill='none' stroke='#fff' stroke-width='3.2' stroke-linecap='round'/></svg>",
].join('');

/** Nothing from elsewhere, nothing inline: the page works offline, and typed text can never become script. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function pageHtml(digest: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baobei</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<link rel="stylesheet" href="/simulator/assets/page-${digest}.css">
<script type="module" src="/simulator/assets/page-${digest}.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;
}
