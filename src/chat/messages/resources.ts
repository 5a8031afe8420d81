import type { Locale } from '../conversation.ts';
import { access as accessEn } from './en/access.ts';
import { accounts as accountsEn } from './en/accounts.ts';
import { cases as casesEn } from './en/cases.ts';
import { chat as chatEn } from './en/chat.ts';
import { commands as commandsEn } from './en/commands.ts';
import { common as commonEn } from './en/common.ts';
import { delegation as delegationEn } from './en/delegation.ts';
import { delivery as deliveryEn } from './en/delivery.ts';
import { digest as digestEn } from './en/digest.ts';
import { directory as directoryEn } from './en/directory.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { linking as linkingEn } from './en/linking.ts';
import { opportunities as opportunitiesEn } from './en/opportunities.ts';
import { people as peopleEn } from './en/people.ts';
import { pictures as picturesEn } from './en/pictures.ts';
import { ratings as ratingsEn } from './en/ratings.ts';
import { reminders as remindersEn } from './en/reminders.ts';
import { reports as reportsEn } from './en/reports.ts';
import { services as servicesEn } from './en/services.ts';
import { standards as standardsEn } from './en/standards.ts';
import { training as trainingEn } from './en/training.ts';
import { urgent as urgentEn } from './en/urgent.ts';
import { flatten, type MessageTree } from './flatten.ts';
import { access as accessZh } from './zh/access.ts';
import { accounts as accountsZh } from './zh/accounts.ts';
import { cases as casesZh } from './zh/cases.ts';
import { chat as chatZh } from './zh/chat.ts';
import { commands as commandsZh } from './zh/commands.ts';
import { common as commonZh } from './zh/common.ts';
import { delegation as delegationZh } from './zh/delegation.ts';
import { delivery as deliveryZh } from './zh/delivery.ts';
import { digest as digestZh } from './zh/digest.ts';
import { directory as directoryZh } from './zh/directory.ts';
import { fields as fieldsZh } from './zh/fields.ts';
import { linking as linkingZh } from './zh/linking.ts';
import { opportunities as opportunitiesZh } from './zh/opportunities.ts';
import { people as peopleZh } from './zh/people.ts';
import { pictures as picturesZh } from './zh/pictures.ts';
import { ratings as ratingsZh } from './zh/ratings.ts';
import { reminders as remindersZh } from './zh/reminders.ts';
import { reports as reportsZh } from './zh/reports.ts';
import { services as servicesZh } from './zh/services.ts';
import { standards as standardsZh } from './zh/standards.ts';
import { training as trainingZh } from './zh/training.ts';
import { urgent as urgentZh } from './zh/urgent.ts';

/** One file a domain and language; the name here is the first part of every key in it. */
const DOMAINS = {
  en: {
    common: commonEn,
    cases: casesEn,
    chat: chatEn,
    commands: commandsEn,
    access: accessEn,
    accounts: accountsEn,
    delegation: delegationEn,
    delivery: deliveryEn,
    digest: digestEn,
    directory: directoryEn,
    fields: fieldsEn,
    linking: linkingEn,
    opportunities: opportunitiesEn,
    people: peopleEn,
    pictures: picturesEn,
    reminders: remindersEn,
    ratings: ratingsEn,
    reports: reportsEn,
    services: servicesEn,
    standards: standardsEn,
    urgent: urgentEn,
    training: trainingEn,
  },
  zh: {
    common: commonZh,
    cases: casesZh,
    chat: chatZh,
    commands: commandsZh,
    access: accessZh,
    accounts: accountsZh,
    delegation: delegationZh,
    delivery: deliveryZh,
    digest: digestZh,
    directory: directoryZh,
    fields: fieldsZh,
    linking: linkingZh,
    opportunities: opportunitiesZh,
    people: peopleZh,
    pictures: picturesZh,
    reminders: remindersZh,
    ratings: ratingsZh,
    reports: reportsZh,
    services: servicesZh,
    standards: standardsZh,
    urgent: urgentZh,
    training: trainingZh,
  },
} satisfies Readonly<Record<Locale, MessageTree>>;

/** Every message under its whole key. */
export const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: flatten(DOMAINS.en),
  zh: flatten(DOMAINS.zh),
};
