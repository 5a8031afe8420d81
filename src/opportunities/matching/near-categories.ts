import { CATEGORIES, type Category, isCategory } from '../../directory/categories.ts';

const NEAR = 0.5;

/** How well somebody of these categories, one of which is of the wanted one's family, fits it: 0 to 1. */
export const categoryFit = (categories: readonly string[], wanted: Category): number =>
  categories.includes(wanted) ? 1 : NEAR;

/** A category, what it is part of, and whatever else is directly part of that. */
export function familyOf(category: Category): readonly Category[] {
  const parent = CATEGORIES[category].parent ?? category;
  return Object.keys(CATEGORIES)
    .filter(isCategory)
    .filter((each) => each === parent || CATEGORIES[each].parent === parent);
}
