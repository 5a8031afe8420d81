/** What a person enters in an input, on any platform: text, an option's value or words, several, files. `null` empties. */
type Entry = string | null | readonly string[];

/** How a button or a menu is found, on any platform: by its words, in one conversation or anywhere. */
interface Findable {
  readonly text?: string;
  readonly channel?: string;
}

/** Whether the app acknowledged what the person did. */
interface Acknowledgement {
  readonly acked: boolean;
}

/** What a person can do and see alike on every platform, so that one test can play its people on any of them. */
export interface AtTheScreen {
  readonly id: string;
  /** The conversation with the app. */
  readonly direct: string;
  command(line: string, channel?: string): Promise<Acknowledgement>;
  click(target: Findable): Promise<Acknowledgement>;
  offers(target: Findable): boolean;
  choose(target: Findable, entry: Entry): Promise<Acknowledgement>;
  say(text: string, saying?: { readonly channel?: string; readonly files?: readonly string[] }): string;
  upload(name: string, content: Uint8Array | string): string;
  fill(values: Readonly<Record<string, Entry>>): void;
  submit(): Promise<Acknowledgement>;
  close(options?: { readonly all?: boolean }): Promise<void>;
  modal(): { readonly text: string } | undefined;
  sees(channel?: string): string;
}
