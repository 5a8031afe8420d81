/** What a mrkdwn text says, before it is drawn. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly children: readonly Node[] }
  | { readonly kind: 'code' | 'pre'; readonly text: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string | undefined }
  | { readonly kind: 'broadcast'; readonly name: string }
  | { readonly kind: 'link'; readonly href: string; readonly label: string }
  | {
      readonly kind: 'date';
      /** Unix seconds. */
      readonly seconds: number;
      readonly format: string;
      readonly link: string | undefined;
      readonly fallback: string;
    };

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
