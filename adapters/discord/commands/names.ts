/**
 * An area that is a command by itself may have verbs as well; Discord then offers its verbs only. The area's own name
 * stands for the command without a verb: `/link link`.
 */
export const subcommandOf = (area: string, verb: string): string => (verb === '' ? area : verb);

export const verbOf = (area: string, subcommand: string): string => (subcommand === area ? '' : subcommand);
