const ONE = '=';

/** Of a menu that takes one choice. Discord hands over a list in any case, and the form wants one value. */
export const oneOfId = (field: string): string => `${ONE}${field}`;

export const isOneOf = (id: string): boolean => id.startsWith(ONE);

/** The field that an input answers. */
export const fieldOf = (id: string): string => (isOneOf(id) ? id.slice(ONE.length) : id);
