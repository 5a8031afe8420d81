import { type ReactNode, useEffect, useRef } from 'react';

/** Something that can be taken with Tab, Enter or a click. */
export interface Offer {
  readonly key: string;
  readonly title: ReactNode;
  readonly help: string;
}

interface OfferListProps {
  readonly id: string;
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly active: number;
  readonly point: (index: number) => void;
  readonly take: (index: number) => void;
}

/** What opens above the composer. */
export function OfferList({ id, title, offers, active, point, take }: OfferListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="dc-offers">
      <div className="dc-offers-head">{title}</div>
      <div ref={list} id={id} className="dc-offers-list" role="listbox" aria-label={title}>
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the keys and names the active one.
          <div
            key={offer.key}
            id={`${id}-${index}`}
            className={index === active ? 'dc-offer dc-offer-active' : 'dc-offer'}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-index={index}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => point(index)}
            onClick={() => take(index)}
          >
            <strong>{offer.title}</strong>
            <span>{offer.help}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
