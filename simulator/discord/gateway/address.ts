/** Where clients find the gateway, given where they find the stand-in. */
export function gatewayUrl(publicUrl: string): string {
  return `${publicUrl.replace(/^http/, 'ws')}/gateway`;
}
