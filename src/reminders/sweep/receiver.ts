/** The staff's channel as a reminder's row names it. */
export const STAFF_CHANNEL = 'channel:staff';
