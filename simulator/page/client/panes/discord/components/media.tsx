import type { JsonObject } from '../../../../../common/json.ts';
import { objectAt, objectsAt, stringAt } from '../../../../../common/json.ts';
import { fileUrl } from '../../shared/world/files.ts';
import { NamedFile } from '../messages/files.tsx';
import { useSeat } from '../world/screen.ts';
import type { Attachment } from '../world/wire.ts';
import type { ComponentProps } from './any-component.tsx';
import { useSurface } from './surface.ts';

export function Gallery({ component }: ComponentProps) {
  const items = objectsAt(component, 'items');
  return (
    <div className="dc-gallery" data-count={items.length}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity besides their place.
        <Medium key={index} of={item} className="dc-gallery-item" />
      ))}
    </div>
  );
}

export function Thumbnail({ component }: ComponentProps) {
  return <Medium of={component} className="dc-thumbnail" />;
}

export function FileCard({ component }: ComponentProps) {
  const file = useNamed(stringAt(objectAt(component, 'file') ?? {}, 'url'));
  return file ? <NamedFile file={file} /> : null;
}

function Medium({ of, className }: { readonly of: JsonObject; readonly className: string }) {
  const { control } = useSeat();
  const url = stringAt(objectAt(of, 'media') ?? {}, 'url');
  const file = useNamed(url);
  return (
    <img
      className={className}
      src={file ? fileUrl(control.base, file.id) : url}
      alt={stringAt(of, 'description') ?? ''}
      loading="lazy"
    />
  );
}

function useNamed(url: string | undefined): Attachment | undefined {
  const { fileNamed } = useSurface();
  return fileNamed(/^attachment:\/\/(.+)$/.exec(url ?? '')?.[1] ?? '');
}
