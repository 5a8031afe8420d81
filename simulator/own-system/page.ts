export interface Heard {
  readonly id: string;
  /** As it was signed. */
  readonly body: string;
}

interface Shown {
  readonly heard: readonly Heard[];
  /** What the API said to the last key that was given. */
  readonly problem: string | null;
  readonly connected: boolean;
}

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:46rem;margin:6vh auto;padding:0 1.25rem}
input{font:inherit;width:24rem;max-width:100%;padding:.4rem .6rem}
button{font:inherit;padding:.4rem 1rem}
li{margin:.5rem 0;overflow-wrap:anywhere}
[role=alert]{color:#b3261e}`;

/** In both languages at once: nobody has told this system which one they read. */
export const systemPage = ({ heard, problem, connected }: Shown): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A provider’s own system · 服务商自有系统</title><style>${STYLE}</style>
<h1>A provider’s own system <span lang="zh">服务商自有系统</span></h1>
<p>It takes webhooks whose signature is right, and shows them, the newest first.
<span lang="zh">接收并展示签名正确的 Webhook，最新的在最前。</span></p>
<form method="post" action="own-system/connect"><label>API key <span lang="zh">密钥</span>
<input name="key" autocomplete="off" required placeholder="bb_test_…"></label>
<button>${connected ? 'Connect anew 重新连接' : 'Connect 连接'}</button></form>
${problem === null ? '' : `<p role="alert">${escaped(problem)}</p>`}
${connected ? '<p>Connected. <span lang="zh">已连接。</span></p>' : ''}
<ul>${heard.map(({ id, body }) => `<li><code>${escaped(id)}</code><br><code>${escaped(body)}</code></li>`).join('')}</ul>
</html>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
