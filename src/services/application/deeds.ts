import { claimDeed, type Deed, plainDeed } from '../actions/deed.ts';
import { resubmitApplication } from './actions/apply.ts';
import { approveApplication } from './actions/approve.ts';
import { askLive, goLive, notYetLive, renewApplication } from './actions/go-live.ts';
import {
  refuseApplication,
  retireApplication,
  returnApplication,
  revokeApplication,
} from './actions/refuse.ts';

export const APPLICATION_DEEDS: Readonly<Record<string, Deed>> = {
  take: claimDeed('api', 'take'),
  claim: claimDeed('api'),
  approve: approveApplication,
  'ask-live': askLive,
  'go-live': goLive,
  'not-yet': notYetLive,
  renew: renewApplication,
  return: returnApplication,
  refuse: refuseApplication,
  revoke: revokeApplication,
  retire: retireApplication,
  resubmit: resubmitApplication,
  withdraw: plainDeed('api', 'withdraw'),
};
