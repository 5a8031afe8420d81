/** What a text says in Discord's Markdown, before it is drawn. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike'; readonly children: readonly Node[] }
  | { readonly kind: 'spoiler'; readonly children: readonly Node[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'broadcast'; readonly name: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Node[] }
  | { readonly kind: 'time' /** Unix seconds. */; readonly seconds: number; readonly style: string };

/** Lines that stand together. */
export type Passage =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Node[])[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly nodes: readonly Node[] }
  | { readonly kind: 'small'; readonly nodes: readonly Node[] }
  | { readonly kind: 'quote'; readonly passages: readonly Passage[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Node[])[];
    }
  | { readonly kind: 'pre'; readonly text: string };
