import type { Reader } from '../../../chat/conversation.ts';
import type { Option } from '../../../chat/form.ts';
import { categoryName } from '../../../directory/categories.ts';
import type { Case } from '../../record/case.ts';
import type { Counterparts } from '../../record/counterparts.ts';
import type { OptionLists } from './draw-page.ts';

const NONE: readonly Option[] = [];

/** Currencies that cross-border contracts are written in, most used first; a menu of all of them helps nobody. */
const CURRENCIES = [
  'CNY',
  'USD',
  'EUR',
  'JPY',
  'GBP',
  'HKD',
  'KRW',
  'AUD',
  'NZD',
  'CAD',
  'SGD',
  'CHF',
  'TWD',
  'THB',
];

const currencyOptions = ({ locale }: Reader): readonly Option[] => {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  return CURRENCIES.map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}`.trim() }));
};

const person = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({
  value: id,
  label: name,
});

/** For the provider's form. */
export function fillOptions(reader: Reader, { storeCategories, provider }: Case): OptionLists {
  return {
    storeCategories: storeCategories.map((code) => ({
      value: code,
      label: categoryName(code, reader.locale),
    })),
    contacts: distinct(provider.people.map(person)),
    offeredServiceItems: NONE,
    renewableReports: NONE,
    currencies: currencyOptions(reader),
  };
}

/** For the store's form. */
export function requestOptions(reader: Reader, counterparts: Counterparts): OptionLists {
  const { t } = reader;
  return {
    storeCategories: NONE,
    contacts: distinct(counterparts.storePeople.map(person)),
    offeredServiceItems: counterparts.offeredItems.map(({ id, name, scope }) => ({
      value: id,
      label: `${name} · ${t(`fields.option.serviceScope.${scope}`)}`,
    })),
    renewableReports: counterparts.renewable.map(({ id, reportingEnd }) => ({
      value: id,
      label: t('cases.renewable', { id, reportingEnd }),
    })),
    currencies: NONE,
  };
}

// Somebody with two roles in one organisation is still one person.
const distinct = (options: readonly Option[]): readonly Option[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];
