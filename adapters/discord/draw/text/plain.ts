import { typed } from '../../../shared/text/direction.ts';
import { shortenFilled } from '../../../shared/text/fit.ts';

/** Text for a place that Discord shows as it stands: labels, titles, options, placeholders. Never empty. */
export const plainText = (text: string, max: number): string => shortenFilled(typed(text), max);
