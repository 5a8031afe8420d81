import type { ReactNode } from 'react';

interface OutsideLinkProps {
  readonly href: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link out of the page; an address that a browser should not open by itself is text. */
export function OutsideLink({ href, className, children }: OutsideLinkProps) {
  const safe = /^(https?:|mailto:|slack:|\/)/i.test(href);
  if (!safe) return <span>{children}</span>;
  return (
    <a className={className} href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
