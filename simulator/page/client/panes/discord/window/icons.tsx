import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="dc-icon"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const HashIcon = () => (
  <Icon>
    <path d="M8 3 6.2 17M13.8 3 12 17M3.5 7.5h13.8M2.8 12.5h13.8" />
  </Icon>
);

export const ThreadIcon = () => (
  <Icon>
    <path d="M3 4h14v9h-7l-4 3.5V13H3zM7 8.5h6" />
  </Icon>
);

export const MembersIcon = () => (
  <Icon>
    <circle cx="7.5" cy="7" r="3" />
    <path d="M2 17c.4-3.4 2.4-5 5.5-5s5.1 1.6 5.5 5M13 4.2a3 3 0 0 1 0 5.6M15.5 12.5c1.6.8 2.3 2.3 2.5 4.5" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M3 5.5h14M3 10h14M3 14.5h14" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M1.8 10s3-5.2 8.2-5.2 8.2 5.2 8.2 5.2-3 5.2-8.2 5.2S1.8 10 1.8 10z" />
    <circle cx="10" cy="10" r="2.4" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="8" />
    <path d="M10 6.5v7M6.5 10h7" />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path d="M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4" />
  </Icon>
);

export const SlashIcon = () => (
  <Icon>
    <rect x="2.5" y="2.5" width="15" height="15" rx="3" />
    <path d="m8 14 4-8" />
  </Icon>
);
