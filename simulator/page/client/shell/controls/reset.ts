/** Back to the first morning, for everybody. Rejects with the server's words. */
export async function resetDemo(): Promise<void> {
  const response = await fetch('/simulator/reset', { method: 'POST' });
  if (!response.ok) {
    const answer = await response.json();
    throw new Error(String(answer.message ?? response.status));
  }
  for (const key of Object.keys(localStorage)) {
    if (/^baobei\.(slack|discord)\./.test(key)) localStorage.removeItem(key);
  }
  window.location.reload();
}
