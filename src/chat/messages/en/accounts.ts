/** Chat accounts, invitations and personal settings. */
export const accounts = {
  whoami: {
    roles: 'Roles',
    'no-role': 'None yet',
    'role-at': '{{role}} at {{organisation}}',
    accounts: 'Chat accounts',
    footer: 'Change language, time zone and working hours with {{command}}.',
  },
  settings: {
    language: 'Language',
    follow: 'As in my chat account',
    zone: 'Time zone',
    hours: 'Working hours',
  },
};
