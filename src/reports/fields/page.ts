/** The form as data: which inputs are on which page, in which order. The chat layer draws it, nothing else knows it. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'file',
  'people',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Lists of options that only the facts of the case know. */
export type OptionSource =
  | 'storeCategories'
  | 'contacts'
  | 'offeredServiceItems'
  | 'renewableReports'
  | 'currencies';

export interface FieldOption {
  readonly value: string;
  /** Message key. */
  readonly label: string;
  readonly labelData?: Readonly<Record<string, unknown>>;
}

export interface PageField {
  /** The key in FieldValues, and the `field` of a refusal. */
  readonly name: string;
  readonly kind: FieldKind;
  /** `sometimes`: whether it must be filled depends on other inputs. */
  readonly mandatory: 'always' | 'sometimes' | 'never';
  /** Message keys. */
  readonly label: string;
  readonly help: string;
  readonly messageData?: Readonly<Record<string, unknown>>;
  /** Characters. */
  readonly maxLength?: number;
  readonly options?: readonly FieldOption[];
  readonly optionsFrom?: OptionSource;
  /** What an untouched form starts with. */
  readonly initial?: string;
}

export const PROVIDER_PAGES = [
  'contract',
  'fees',
  'team',
  'terms',
  'standards-service',
  'standards-cooperation',
  'standards-results',
  'evidence',
] as const;
export type ProviderPageId = (typeof PROVIDER_PAGES)[number];

export const REQUEST_PAGES = ['request', 'request-parties'] as const;
export type RequestPageId = (typeof REQUEST_PAGES)[number];
export type PageId = ProviderPageId | RequestPageId;

export interface FormPage {
  readonly id: PageId;
  /** Message key. */
  readonly title: string;
  /** Shown in private messages and forms only, never in a channel (domain-rules §4.2). */
  readonly confidential: boolean;
  readonly fields: readonly PageField[];
}
