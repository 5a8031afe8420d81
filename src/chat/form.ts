import type { HandleSpec } from './card.ts';
import type { Text } from './text.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

interface FieldBase {
  /** Key of the value; unique on the page. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly optional?: boolean;
}

/** One input, or a note between inputs. Initial values are what was typed before: a form reopens filled in. */
export type Field =
  | (FieldBase & {
      readonly kind: 'text' | 'longText';
      readonly initial?: string;
      readonly placeholder?: string;
      readonly maxLength?: number;
    })
  | (FieldBase & {
      readonly kind: 'number';
      readonly initial?: string;
      readonly decimal?: boolean;
      readonly placeholder?: string;
    })
  | (FieldBase & { readonly kind: 'date'; readonly initial?: string })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly initial?: string })
  | (FieldBase & {
      /** `choices` is a menu; `ticks` shows every option with a box, for things that must be agreed one by one. */
      readonly kind: 'choices' | 'ticks';
      readonly options: readonly Option[];
      readonly initial?: readonly string[];
    })
  | (FieldBase & { readonly kind: 'file'; readonly extensions: readonly string[]; readonly maxFiles: number })
  | { readonly kind: 'note'; readonly name: string; readonly text: Text };

/** A file that somebody handed in; its bytes stay with the platform until they are fetched. */
export interface FileRef {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Values as typed. Nothing has been checked. */
export type FormValues = Readonly<Record<string, string | readonly string[] | readonly FileRef[]>>;

/** One page of a form, as it is opened on a platform. */
export interface FormPage<Handle = HandleSpec> {
  /** The registered form, such as `report.fill`. */
  readonly form: string;
  readonly page: string;
  /** What the form acts on; compared again when it is submitted. */
  readonly target: Handle;
  readonly title: string;
  readonly step?: { readonly index: number; readonly count: number };
  readonly intro?: Text;
  readonly fields: readonly Field[];
  readonly submitLabel: string;
  readonly closeLabel: string;
  /** Present when there is an earlier page to go back to. */
  readonly backLabel?: string;
}
