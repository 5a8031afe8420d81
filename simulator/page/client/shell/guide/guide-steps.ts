import type { Turn } from '../../../setup.ts';
import type { MessageKey } from '../../language/en.ts';

export interface GuideStep {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly turn: Turn;
  readonly command: string;
}

/** The steps of a report with the command that begins each, what it unlocks, and at the end one person on both platforms. */
export const GUIDE: readonly GuideStep[] = [
  { title: 'try.1.title', text: 'try.1.text', turn: 'store', command: '/provider search 远帆' },
  { title: 'try.2.title', text: 'try.2.text', turn: 'provider', command: '/inbox' },
  { title: 'try.3.title', text: 'try.3.text', turn: 'provider', command: '/report fill' },
  { title: 'try.4.title', text: 'try.4.text', turn: 'store', command: '/inbox' },
  { title: 'try.5.title', text: 'try.5.text', turn: 'staff', command: '/staff queue' },
  { title: 'try.6.title', text: 'try.6.text', turn: 'store', command: '/report list' },
  {
    title: 'try.services.title',
    text: 'try.services.text',
    turn: 'provider',
    command: '/service request',
  },
  {
    title: 'try.opportunity.title',
    text: 'try.opportunity.text',
    turn: 'provider',
    command: '/opportunity list',
  },
  { title: 'try.rating.title', text: 'try.rating.text', turn: 'provider', command: '/rating show' },
  { title: 'try.training.title', text: 'try.training.text', turn: 'provider', command: '/training diagnose' },
  { title: 'try.accounts.title', text: 'try.accounts.text', turn: 'stranger', command: '/link' },
];
