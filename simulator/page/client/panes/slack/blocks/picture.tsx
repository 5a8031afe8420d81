import type { JsonObject } from '../../../../../common/json.ts';
import { objectAt, stringAt } from '../../../../../common/json.ts';
import { fileUrl } from '../../shared/world/files.ts';
import { useSeat } from '../world/screen.ts';

/** An image element or block: by address, or a file that the app uploaded. */
export function Picture({ image, className }: { readonly image: JsonObject; readonly className: string }) {
  const { control } = useSeat();
  const file = objectAt(image, 'slack_file');
  const id = file && (stringAt(file, 'id') ?? idIn(stringAt(file, 'url')));
  const source = id ? fileUrl(control.base, id) : stringAt(image, 'image_url');
  return <img className={className} src={source} alt={stringAt(image, 'alt_text') ?? ''} loading="lazy" />;
}

const idIn = (url: string | undefined) => /\/files\/([^/]+)\//.exec(url ?? '')?.[1];
