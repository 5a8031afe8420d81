/** Every form of a report, as pages of inputs. */
import type { ServiceScope } from '../report.ts';
import type { FormPage } from './page.ts';
import { contractPage } from './pages/contract.ts';
import { evidencePage } from './pages/evidence.ts';
import { feesPage } from './pages/fees.ts';
import { requestPages } from './pages/request.ts';
import { standardsPages } from './pages/standards.ts';
import { teamPage } from './pages/team.ts';
import { termsPage } from './pages/terms.ts';

/** What the provider fills in, in the order in which it is asked; standards depend on the service scope. */
export function providerPages(scopes: readonly ServiceScope[]): readonly FormPage[] {
  return [contractPage, feesPage, teamPage, termsPage, ...standardsPages(scopes), evidencePage];
}

/** What the store fills in with its request. */
export const storePages: readonly FormPage[] = requestPages;
