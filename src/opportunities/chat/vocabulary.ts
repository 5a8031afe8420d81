import type { Vocabulary } from '../../chat/conversation.ts';
import { declineClick, interestClick, opportunityInterest } from './answer/interest.ts';
import { opportunityList, suggestOpportunities } from './list.ts';
import { offerClick, offerForm } from './meeting/offer.ts';
import { calendarClick, takeClick } from './meeting/take.ts';
import { outcomeClick, outcomeForm } from './outcome.ts';
import { editClick, opportunityPost, postForm } from './post/post.ts';
import { profileClick, profileForm, providerProfile } from './profile.ts';
import { opportunityReport } from './report/report.ts';
import { showClick } from './show.ts';
import { opportunitySlate, publishClick, slateClick } from './slate.ts';
import { nameStoreClick, nameStoreForm, openReportClick } from './won.ts';

export const opportunityVocabulary: Vocabulary = {
  commands: [
    opportunityPost,
    opportunityList,
    opportunityInterest,
    opportunitySlate,
    opportunityReport,
    providerProfile,
  ],
  clicks: [
    showClick,
    editClick,
    publishClick,
    slateClick,
    interestClick,
    declineClick,
    offerClick,
    takeClick,
    calendarClick,
    outcomeClick,
    nameStoreClick,
    openReportClick,
    profileClick,
  ],
  forms: [postForm, offerForm, outcomeForm, nameStoreForm, profileForm],
  suggestions: { opportunity: suggestOpportunities },
};
