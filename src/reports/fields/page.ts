/** The form as data: which inputs are on which page, in which order. The chat layer draws it, nothing else knows it. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'choices'
  | 'file'
  | 'people';

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

export type ProviderPageId =
  | 'contract'
  | 'fees'
  | 'team'
  | 'terms'
  | 'standards-service'
  | 'standards-cooperation'
  | 'standards-results'
  | 'evidence';

export type PageId = ProviderPageId | 'request' | 'request-parties';

export interface FormPage {
  readonly id: PageId;
  /** Message key. */
  readonly title: string;
  /** Shown in private messages and forms only, never in a channel (domain-rules §4.2). */
  readonly confidential: boolean;
  readonly fields: readonly PageField[];
}
